import { open } from "./deck/channel";
import { listen } from "./deck/listen";
import { drawParts } from "./deck/mix";
import { announce, render, stacked } from "./deck/render";
import { next, start, type Event } from "./deck/state";
import { offline } from "./offline";
import { deck as mark, attr, part, parts, word } from "./schema";
import { today } from "./today";

/** The shortest time between two changes of the address, in milliseconds. */
const pace = 100;

/** Starts a deck: one slide at a time, votes, a timer, a black screen. */
function present(root: HTMLElement): void {
  drawParts(root, today());
  const slides = parts(root, mark.slide);
  // The teacher's notes, in another window of the same browser, follow the deck and can change its slide.
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
    follow();
    announce(root, slides, deck);
    tell();
  }

  /** Puts the slide's number into the address. Safari allows a hundred changes in ten seconds and Chromium two hundred; a key that
   * is held down makes more. So changes are spaced out, and tried again later when the browser refuses one. */
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

  /** Keeps the focus on what the class sees, not on a slide that is no longer shown. The controls of the deck keep it, so that
   * Next can be pressed again. */
  function follow(): void {
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused === root || focused.closest(`[${mark.slide}]`)) hold();
  }

  /** Gives the focus to the current slide, so that a screen reader reads on from there. */
  function hold(): void {
    if (!stacked(root)) return;
    const title = part(slides[deck.at - 1]!, attr.title);
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }

  function tell(): void {
    say({ at: deck.at });
  }

  listen({ root, slides, send, deck: () => deck });
  addEventListener("popstate", () => send({ type: "go", to: addressed() ?? deck.at }));
  // A browser that moves to the slide in the address takes the focus away.
  for (const name of ["load", "hashchange"])
    addEventListener(name, () => document.activeElement === document.body && hold());
  addEventListener("pageshow", (event) => event.persisted && location.reload()); // votes of an earlier class must not come back
  addEventListener("resize", () => render(root, slides, deck, deck));

  for (const element of parts(root, attr.scripted)) element.hidden = false;
  for (const hands of parts(root, mark.hands)) hands.hidden = false;
  root.setAttribute(mark.live, "");
  render(root, slides, deck, null);
  hold();
  tell();
}

/** Returns the number of the slide in the address: 1 if the address names none, null if it names something else. */
function addressed(): number | null {
  return location.hash ? Number(/^#(\d{1,4})$/.exec(location.hash)?.[1] ?? NaN) || null : 1;
}

for (const root of parts(document, mark.root)) present(root);
for (const status of parts(document, attr.offline)) offline(status);
