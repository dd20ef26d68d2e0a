import { open } from "./deck/line";
import { listen } from "./deck/listen";
import { drawParts } from "./deck/mix";
import { render, stacked } from "./deck/render";
import { next, start, type Event } from "./deck/state";
import { offline } from "./offline";
import { deck as mark, attr, parts, word } from "./schema";
import { today } from "./today";

/** The least time between two addresses, in milliseconds. */
const pace = 100;

/** Brings a deck to life: one slide at a time, votes, a timer, a black screen. */
function present(root: HTMLElement): void {
  drawParts(root, today());
  const slides = parts(root, mark.slide);
  // Notes in another window of the same browser follow, and may turn the slides.
  const say = open(word(root, mark.root), (message) => {
    if ("by" in message) send({ type: "step", by: message.by });
    else if (!("at" in message)) tell();
  });
  let deck = start(addressed() ?? 1, slides.length);
  let later: ReturnType<typeof setTimeout> | undefined;
  let latest = -pace;

  function send(event: Event): void {
    const before = deck;
    deck = next(deck, event);
    if (deck === before) return;
    render(root, slides, deck, before);
    if (deck.at === before.at) return;
    address();
    // The keyboard goes on where the class looks, and not at a button that is out of sight.
    if (document.activeElement?.closest(`[${mark.slide}]`)) hold();
    tell();
  }

  /** The address carries the slide. Safari takes a hundred addresses in ten seconds and Chromium two hundred, which a key held
   * down is past: it follows at that pace, and where a browser takes no more, later. */
  function address(): void {
    clearTimeout(later);
    if (addressed() === deck.at) return;
    const wait = latest + pace - performance.now();
    if (wait > 0) {
      later = setTimeout(address, wait);
      return;
    }
    latest = performance.now();
    try {
      history.pushState(null, "", `#${deck.at}`);
    } catch {
      later = setTimeout(address, 1000);
    }
  }

  /** Keys act while the deck has the focus. */
  function hold(): void {
    if (stacked(root)) root.focus({ preventScroll: true });
  }

  function tell(): void {
    say({ at: deck.at });
  }

  listen({ root, slides, send, deck: () => deck });
  addEventListener("popstate", () => send({ type: "go", to: addressed() ?? deck.at }));
  // A browser that follows an address to a slide takes the focus away.
  for (const name of ["load", "hashchange"])
    addEventListener(name, () => document.activeElement === document.body && hold());
  addEventListener("pageshow", (event) => event.persisted && location.reload()); // the hands of before are nobody's
  addEventListener("resize", () => render(root, slides, deck, deck));

  for (const element of parts(root, attr.scripted)) element.hidden = false;
  for (const hands of parts(root, mark.hands)) hands.hidden = false;
  root.setAttribute(mark.live, "");
  render(root, slides, deck, null);
  hold();
  tell();
}

/** The slide that the address names: the first if it names nothing, and null if it names something else. */
function addressed(): number | null {
  return location.hash ? Number(/^#(\d{1,4})$/.exec(location.hash)?.[1] ?? NaN) || null : 1;
}

for (const root of parts(document, mark.root)) present(root);
for (const line of parts(document, attr.offline)) offline(line);
