import { attr, deck as mark, fill, part, parts, word } from "../schema";
import type { Deck } from "./state";

/** Shows a deck's state. `slides` are in order; `before` is the state shown so far, or null at the start. */
export function render(root: HTMLElement, slides: readonly HTMLElement[], deck: Deck, before: Deck | null): void {
  showSlide(root, slides, deck);
  if (deck.votes !== before?.votes) showVotes(root, deck);
  open(mark.black, deck.black);
  open(mark.tablets, deck.tablets);
  if (deck.timer !== before?.timer) showTimer(root, deck.timer);
}

/** Reports whether slides are shown one at a time. The style sheet decides that by the size of the window. */
export function stacked(root: HTMLElement): boolean {
  return getComputedStyle(root).display === "grid";
}

function showSlide(root: HTMLElement, slides: readonly HTMLElement[], deck: Deck): void {
  const alone = stacked(root);
  slides.forEach((slide, i) => {
    const now = i + 1 === deck.at;
    slide.toggleAttribute(mark.now, now);
    // Tab skips the buttons of hidden slides; screen readers still read them.
    for (const button of slide.querySelectorAll("button")) button.tabIndex = alone && !now ? -1 : 0;
  });
  for (const button of parts(root, mark.step))
    button.setAttribute("aria-disabled", String(deck.at === (word(button, mark.step) === "1" ? deck.count : 1)));
}

/** Announces the place of the current slide, and its heading unless that has the focus. */
export function announce(root: HTMLElement, slides: readonly HTMLElement[], deck: Deck): void {
  const place = fill(word(root, mark.place), { n: deck.at, all: deck.count });
  const title = part(slides[deck.at - 1]!, attr.title);
  part(root, mark.said).textContent = title === document.activeElement ? place : `${place}: ${title.textContent!.trim()}`;
}

/** The longest bar is full from ten votes on, so that a single vote does not fill the bar. */
function showVotes(root: HTMLElement, deck: Deck): void {
  const most = Math.max(10, ...Object.values(deck.votes));
  for (const hands of parts(root, mark.hands)) {
    const n = deck.votes[word(hands, mark.hands)] ?? 0;
    const count = part(hands, mark.count);
    if (count.textContent !== String(n)) {
      count.textContent = String(n);
      part(root, mark.said).textContent = String(n);
    }
    part(hands, mark.bar).setAttribute("width", String((100 * n) / most));
  }
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
