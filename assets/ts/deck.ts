import { wish, type Wish } from "./deck/keys";
import { drawParts } from "./deck/mix";
import { render, stacked } from "./deck/render";
import { next, start, type Event } from "./deck/state";
import { swipe } from "./deck/swipe";
import { deck as mark, attr, part, parts, word } from "./schema";
import { today } from "./today";

/** Brings a deck to life: one slide at a time, votes, a timer, a black screen. */
function present(root: HTMLElement): void {
  drawParts(root, today());
  const slides = parts(root, mark.slide);
  const line = "BroadcastChannel" in window ? new BroadcastChannel(word(root, mark.root)) : null;
  let deck = start(addressed(), slides.length);
  for (const element of parts(root, attr.scripted)) element.hidden = false;
  for (const hands of parts(root, mark.hands)) hands.hidden = false;
  root.setAttribute(mark.live, "");
  render(root, slides, deck, null);
  hold();
  tell();

  function send(event: Event): void {
    const before = deck;
    deck = next(deck, event);
    if (deck === before) return;
    render(root, slides, deck, before);
    if (deck.at === before.at) return;
    if (addressed() !== deck.at) history.pushState(null, "", `#${deck.at}`);
    // The keyboard goes on where the class looks, and not at a button that is out of sight.
    if (document.activeElement?.closest(`[${mark.slide}]`)) hold();
    tell();
  }

  /** Keys act while the deck has the focus. */
  function hold(): void {
    if (stacked(root)) root.focus({ preventScroll: true });
  }

  function tell(): void {
    line?.postMessage({ at: deck.at });
  }

  function does(wanted: Wish): void {
    if (wanted.type === "full") fullScreen();
    else if (wanted.type === "hands") raise(wanted.nth, wanted.by);
    else send(wanted);
  }

  function raise(nth: number, by: number): void {
    const hands = parts(slides[deck.at - 1]!, mark.hands).filter((option) => option.querySelector("button"))[nth];
    if (hands) send({ type: "vote", id: word(hands, mark.hands), by });
  }

  root.addEventListener("keydown", (event) => {
    const wanted = wish(event);
    if (!wanted || !stacked(root)) return;
    const more = part(root, mark.more) as HTMLDetailsElement;
    if (event.key === "Escape") {
      if (document.fullscreenElement) return; // it leaves the full screen, and no more
      if (more.open) more.open = false;
      else if (!deck.timer) return void (part(root, mark.leave) as HTMLAnchorElement).click();
    }
    event.preventDefault();
    does(wanted);
  });
  root.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>(`[${mark.step}], [${mark.vote}], [${mark.does}]`);
    const more = part(root, mark.more) as HTMLDetailsElement;
    if ((event.target as Element).closest("a, [data-do]") || !more.contains(event.target as Node)) more.open = false;
    if (!button) return;
    if (button.hasAttribute(mark.step)) send({ type: "step", by: Number(word(button, mark.step)) });
    else if (button.hasAttribute(mark.does)) does({ type: word(button, mark.does) } as Wish);
    else send({ type: "vote", id: word(button.closest(`[${mark.hands}]`)!, mark.hands), by: Number(word(button, mark.vote)) });
  });
  root.addEventListener("focusin", (event) => {
    const slide = (event.target as Element).closest<HTMLElement>(`[${mark.slide}]`);
    if (slide && stacked(root)) send({ type: "go", to: slides.indexOf(slide) + 1 });
  });
  for (const dialog of [mark.black, mark.tablets].flatMap((name) => parts(document, name))) {
    for (const name of ["close", "click"]) dialog.addEventListener(name, () => send({ type: "uncover" }));
    dialog.addEventListener("keydown", (event) => {
      if (!wish(event)) return;
      event.preventDefault();
      send({ type: "uncover" });
    });
  }
  addEventListener("popstate", () => send({ type: "go", to: addressed() }));
  // A browser that follows an address to a slide takes the focus away.
  for (const name of ["load", "hashchange"])
    addEventListener(name, () => document.activeElement === document.body && hold());
  addEventListener("pageshow", (event) => event.persisted && location.reload()); // the hands of before are nobody's
  addEventListener("resize", () => render(root, slides, deck, deck));
  line?.addEventListener("message", ({ data }) => (data.by ? send({ type: "step", by: data.by }) : data.at || tell()));
  swipe(root, (by) => stacked(root) && send({ type: "step", by }));
}

function addressed(): number {
  return Number(location.hash.slice(1)) || 1;
}

function fullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.().catch(() => undefined);
}

for (const root of parts(document, mark.root)) present(root);
