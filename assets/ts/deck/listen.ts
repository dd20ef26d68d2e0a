import { deck as mark, part, parts, word } from "../schema";
import { wish, type Wish } from "./keys";
import { stacked } from "./render";
import { turn, type Deck, type Event } from "./state";
import { swipe } from "./swipe";

/** A running deck: its element and slides, how to send it an event, and its current state. */
export interface Shown {
  readonly root: HTMLElement;
  readonly slides: () => readonly HTMLElement[];
  readonly send: (event: Event) => void;
  readonly deck: () => Deck;
}

/** Turns keys, clicks, swipes and changes of the focus into events. */
export function listen(shown: Shown): void {
  const { root, slides, send } = shown;
  for (const option of parts(root, mark.letter)) makeButton(option);
  // A screen reader that reads on in a slide takes the focus away from the deck. The keys of a remote still work; letters and
  // digits need the focus (WCAG 2.1.4), and a dialog has its own keys.
  document.addEventListener("keydown", (event) => {
    const unfocused = event.target === document.body && event.key.length > 1;
    if (unfocused || root.contains(event.target as Node)) pressed(shown, event);
  });
  // If the deck itself had a listener, screen readers would call everything in it clickable.
  document.addEventListener("click", (event) => clicked(shown, event.target as Element));
  root.addEventListener("focusin", (event) => {
    const at = slides().indexOf((event.target as Element).closest<HTMLElement>(`[${mark.slide}]`)!) + 1;
    if (at && stacked(root)) send({ type: "go", to: at });
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

/** Makes the letter of an option a button: without the script it would do nothing. */
function makeButton(option: HTMLElement): void {
  const letter = option.querySelector<HTMLElement>(".letter");
  if (!letter || !option.closest(`[${mark.slide}*="turns"]`)) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = letter.className;
  button.dataset["hue"] = letter.dataset["hue"];
  button.append(...letter.childNodes);
  letter.replaceWith(button);
}

function pressed(shown: Shown, event: KeyboardEvent): void {
  const wanted = wish(event);
  if (!wanted || !stacked(shown.root) || (wanted.type === "close" && document.fullscreenElement)) return; // which the browser leaves
  event.preventDefault();
  does(shown, wanted);
}

function clicked(shown: Shown, target: Element): void {
  const more = part(shown.root, mark.more) as HTMLDetailsElement;
  if (target.closest(`a, [${mark.does}]`) || !more.contains(target)) more.open = false;
  const button = target.closest<HTMLElement>(`[${mark.step}], [${mark.vote}], [${mark.does}], [${mark.letter}]`);
  if (!button) return;
  if (button.hasAttribute(mark.step)) shown.send({ type: "step", by: Number(word(button, mark.step)) });
  else if (button.hasAttribute(mark.does)) does(shown, { type: word(button, mark.does) } as Wish);
  else if (button.hasAttribute(mark.letter)) does(shown, { type: "pick", letter: word(button, mark.letter) });
  else shown.send({ type: "vote", letter: word(button.closest<HTMLElement>(`[${mark.hands}]`)!, mark.hands), by: Number(word(button, mark.vote)) });
}

/** Does what a key or a button asks for. */
export function does(shown: Shown, wanted: Wish): void {
  switch (wanted.type) {
    case "nothing":
      return;
    case "full":
      return fullScreen();
    case "close":
      (part(shown.root, mark.more) as HTMLDetailsElement).open = false;
      break;
    case "pick": {
      const offered = parts(shown.slides()[shown.deck().at - 1]!, mark.letter).some((option) => word(option, mark.letter) === wanted.letter);
      if (!offered || turn(shown.deck()) === null) return;
    }
  }
  shown.send(wanted);
}

function fullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.().catch(() => undefined);
}
