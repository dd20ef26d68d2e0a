import { deck as mark, part, parts, word } from "../schema";
import { wish, type Wish } from "./keys";
import { stacked } from "./render";
import type { Deck, Event } from "./state";
import { swipe } from "./swipe";

/** A running deck: its element and slides, how to send it an event, and its current state. */
export interface Shown {
  readonly root: HTMLElement;
  readonly slides: readonly HTMLElement[];
  readonly send: (event: Event) => void;
  readonly deck: () => Deck;
}

/** Turns keys, clicks, swipes and changes of the focus into events. */
export function listen(shown: Shown): void {
  const { root, slides, send } = shown;
  // A screen reader that reads on in a slide takes the focus away from the deck. The keys of a remote still work; letters and
  // digits need the focus (WCAG 2.1.4), and a dialog has its own keys.
  document.addEventListener("keydown", (event) => {
    const unfocused = event.target === document.body && event.key.length > 1;
    if (unfocused || root.contains(event.target as Node)) pressed(shown, event);
  });
  // If the deck itself had a listener, screen readers would call everything in it clickable.
  document.addEventListener("click", (event) => clicked(shown, event.target as Element));
  root.addEventListener("focusin", (event) => {
    const slide = (event.target as Element).closest<HTMLElement>(`[${mark.slide}]`);
    if (slide && stacked(root)) send({ type: "go", to: slides.indexOf(slide) + 1 });
  });
  swipe(root, (by) => stacked(root) && send({ type: "step", by }));
  for (const dialog of [mark.black, mark.tablets].flatMap((name) => parts(document, name))) {
    for (const name of ["close", "click"]) dialog.addEventListener(name, () => send({ type: "uncover" }));
    dialog.addEventListener("keydown", (event) => {
      if (!wish(event)) return;
      event.preventDefault();
      send({ type: "uncover" });
    });
  }
}

function pressed(shown: Shown, event: KeyboardEvent): void {
  const wanted = wish(event);
  if (!wanted || !stacked(shown.root)) return;
  if (wanted.type === "close" && escaped(shown)) return;
  event.preventDefault();
  does(shown, wanted);
}

/** Handles Escape, and reports whether nothing is left to do. It closes the menu and the timer; with neither it leaves the deck.
 * In full screen the browser handles the key. */
function escaped({ root, deck }: Shown): boolean {
  const more = part(root, mark.more) as HTMLDetailsElement;
  if (document.fullscreenElement) return true;
  if (!more.open && !deck().timer) {
    part(root, mark.leave).click();
    return true;
  }
  more.open = false;
  return false;
}

function clicked(shown: Shown, target: Element): void {
  const more = part(shown.root, mark.more) as HTMLDetailsElement;
  if (target.closest(`a, [${mark.does}]`) || !more.contains(target)) more.open = false;
  const button = target.closest<HTMLElement>(`[${mark.step}], [${mark.vote}], [${mark.does}]`);
  if (!button) return;
  if (button.hasAttribute(mark.step)) shown.send({ type: "step", by: Number(word(button, mark.step)) });
  else if (button.hasAttribute(mark.does)) does(shown, { type: word(button, mark.does) } as Wish);
  else raise(shown, button.closest<HTMLElement>(`[${mark.hands}]`)!, Number(word(button, mark.vote)));
}

function does(shown: Shown, wanted: Wish): void {
  if (wanted.type === "full") return fullScreen();
  if (wanted.type !== "hands") return shown.send(wanted);
  const slide = shown.slides[shown.deck().at - 1]!;
  const option = parts(slide, mark.hands).filter((hands) => hands.querySelector("button"))[wanted.nth];
  if (option) raise(shown, option, wanted.by);
}

function raise(shown: Shown, option: HTMLElement, by: number): void {
  shown.send({ type: "vote", id: word(option, mark.hands), by });
}

function fullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.().catch(() => undefined);
}
