import { attr, deck as mark, fill, part, parts, word } from "../schema";
import type { Shown } from "./listen";
import type { Way } from "./routes";
import { next, reply, said, turn, type Deck } from "./state";

/** Shows a deck's state. `before` is the state shown so far, or null at the start. */
export function render(shown: Shown, before: Deck | null, way: Way): void {
  const { root } = shown;
  const deck = shown.deck();
  showSlide(shown);
  for (const slide of before ? [] : shown.slides()) reveal(slide, { ...deck, shown: 0, trail: [] });
  reveal(shown.slides()[deck.at - 1]!, deck);
  showVotes(shown);
  nameNext(root, deck, way);
  open(mark.black, deck.black);
  open(mark.tablets, deck.tablets);
  if (deck.timer !== before?.timer) showTimer(root, deck.timer);
}

/** Reports whether slides are shown one at a time. The style sheet decides that by the size of the window. */
export function stacked(root: HTMLElement): boolean {
  return getComputedStyle(root).display === "grid";
}

function showSlide({ root, slides, deck }: Shown): void {
  const alone = stacked(root);
  const now = deck();
  for (const slide of parts(root, mark.slide)) {
    const current = slide === slides()[now.at - 1];
    slide.toggleAttribute(mark.now, current);
    // Tab skips the buttons of hidden slides; screen readers still read them.
    for (const button of slide.querySelectorAll<HTMLElement>("button, a")) button.tabIndex = alone && !current ? -1 : 0;
  }
  for (const button of parts(root, mark.step))
    button.setAttribute("aria-disabled", String(next(now, { type: "step", by: Number(word(button, mark.step)) }) === now));
}

/** Shows what a slide has after so many presses: what begins with one and has not ended; of a chat, what is said about the reply that
 * the class goes on with, and the reply that led here. */
function reveal(slide: HTMLElement, deck: Deck): void {
  const came = deck.trail[deck.trail.length - 1];
  const via = came && came.to === deck.at ? `${deck.slides[came.from - 1]!.name}:${came.letter}` : "";
  const goes = reply(deck);
  for (const element of slide.querySelectorAll(`[${mark.from}], [${mark.to}], [${mark.via}]`)) {
    const is = (name: string) => element.getAttribute(name);
    const off =
      Number(is(mark.from)) > deck.shown ||
      Number(is(mark.to) ?? Infinity) <= deck.shown ||
      (is(mark.when) ?? goes) !== goes ||
      (is(mark.via) ?? via) !== via;
    element.toggleAttribute(mark.off, off);
  }
}

/** Announces the place of the current slide, and its heading unless that has the focus; or what the slide shows more of. */
export function announce({ root, slides, deck }: Shown, before: Deck): void {
  const { at, shown } = deck();
  const slide = slides()[at - 1]!;
  const place = fill(word(root, mark.place), { n: at, all: slides().length });
  const title = part(slide, attr.title);
  const fresh = [...slide.querySelectorAll(`[${mark.from}="${shown}"]:not([${mark.off}])`)];
  let words = title === document.activeElement ? place : `${place}: ${title.textContent!.trim()}`;
  if (at === before.at) words = shown > before.shown ? fresh.map((element) => element.textContent!.trim()).join(" ") : "";
  part(root, mark.said).textContent = words;
}

/** Shows what most said, and the hands while they are counted. */
function showVotes({ root, slides, deck }: Shown): void {
  const now = deck();
  const slide = slides()[now.at - 1]!;
  const about = turn(now);
  const letter = said(now);
  for (const option of parts(slide, mark.letter)) {
    const most = letter && word(option, mark.letter) === letter;
    const words = most ? fill(word(root, mark.most), { letter }) : "";
    if (words !== word(option, mark.words)) part(root, mark.said).textContent = words;
    option.setAttribute(mark.words, words);
  }
  for (const tally of parts(slide, mark.tally)) {
    tally.hidden = !about?.endsWith(`:${now.shown}`) || !!slide.querySelector(`.why:not([${mark.off}])`);
    for (const hands of parts(tally, mark.hands)) {
      hands.hidden = !parts(slide, mark.letter).some((option) => word(option, mark.letter) === word(hands, mark.hands) && !option.closest(`[${mark.off}]`));
      const count = part(hands, mark.count);
      const n = String(now.votes[about ?? ""]?.[word(hands, mark.hands)] ?? 0);
      if (count.textContent !== n) part(root, mark.said).textContent = count.textContent = n;
    }
  }
}

/** Says on Next where it leads, if that is not simply on: to a route, or on with a reply of a chat. */
function nameNext(root: HTMLElement, deck: Deck, way: Way): void {
  const letter = said(deck) && reply(deck);
  const on = part(root, mark.word);
  on.textContent =
    deck.at === 1 && way.title ? fill(word(root, mark.nextRoute), { route: way.title })
    : letter && deck.slides[deck.at - 1]!.chat && !deck.shown ? fill(word(root, mark.go), { letter })
    : word(on, mark.word);
}

/** Opens or closes a modal dialog. While it is open the browser makes the rest of the page inert; it closes the dialog with
 * Escape, and then restores the focus. */
function open(name: string, wanted: boolean): void {
  const dialog = document.querySelector<HTMLDialogElement>(`[${name}]`);
  if (!dialog || dialog.open === wanted) return;
  if (wanted) {
    dialog.showModal();
    dialog.focus();
  }
  else dialog.close();
}

let running: Animation | null = null;

/** Shows the timer: a shape that shrinks without a sound. At the end it shows words, which stay until the next slide. Its length
 * and its end are announced to screen readers. */
function showTimer(root: HTMLElement, seconds: number): void {
  const timer = part(root, mark.timer);
  const over = part(timer, mark.over);
  running?.cancel();
  over.textContent = "";
  timer.hidden = !seconds;
  const said = part(root, mark.said);
  said.textContent = seconds ? fill(word(timer, mark.set), { n: seconds }) : "";
  if (!seconds) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  running = part(timer, mark.shape).animate([{ transform: "scaleX(1)" }, { transform: "scaleX(0)" }], {
    duration: seconds * 1000, fill: "forwards", easing: calm ? "steps(6)" : "linear",
  });
  running.onfinish = () => (said.textContent = over.textContent = word(timer, attr.done));
}
