import { listen } from "./deck/listen";
import { drawParts } from "./deck/mix";
import { render, stacked } from "./deck/render";
import { next, start, type Event } from "./deck/state";
import { offline } from "./offline";
import { deck as mark, attr, parts, word } from "./schema";
import { today } from "./today";

/** Brings a deck to life: one slide at a time, votes, a timer, a black screen. */
function present(root: HTMLElement): void {
  drawParts(root, today());
  const slides = parts(root, mark.slide);
  // Notes in another window of the same browser follow, and may turn the slides.
  const line = "BroadcastChannel" in window ? new BroadcastChannel(word(root, mark.root)) : null;
  let deck = start(addressed(), slides.length);
  let later: ReturnType<typeof setTimeout> | undefined;

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

  /** The address carries the slide. Safari takes a hundred addresses in ten seconds, which a key held down is past: it is told
   * later, once it takes more. */
  function address(): void {
    clearTimeout(later);
    if (addressed() === deck.at) return;
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
    line?.postMessage({ at: deck.at });
  }

  listen({ root, slides, send, deck: () => deck });
  line?.addEventListener("message", ({ data }) => (data.by ? send({ type: "step", by: data.by }) : data.at || tell()));
  addEventListener("popstate", () => send({ type: "go", to: addressed() }));
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

/** The slide that the address names, or the first. */
function addressed(): number {
  return Number(location.hash.slice(1)) || 1;
}

for (const root of parts(document, mark.root)) present(root);
for (const line of parts(document, attr.offline)) offline(line);
