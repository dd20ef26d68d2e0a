import { attr, fill, part, parts, word } from "./schema";
import type { Event, State } from "./state";

/** How one kind of question meets the page: what it reads there, and what it alone shows. */
export interface Face {
  readonly first: State;
  step(state: State, event: Event): State;
  /** Shows what only this kind has. Options' marks, the error and the verdict are shown by `render`. */
  show(state: State): void;
  /** What the verdict says. It is asked only when there is something to say. */
  lines(state: State): Node[];
}

/** Makes the face of a question. `words` is the quiz, which holds the words; `send` is for what the child does. */
export type Kind = (root: HTMLElement, words: HTMLElement, send: (event: Event) => void) => Face;

export const id = (option: Element): string => option.getAttribute(attr.option)!;

/** The ids of the options that belong to the answer. */
export function rightOnes(root: HTMLElement): string[] {
  return parts(root, attr.option).filter((option) => option.hasAttribute(attr.right)).map(id);
}

/** Says something once, politely. `holder` has the words. */
export function say(words: HTMLElement, holder: HTMLElement, values: Record<string, string | number>): void {
  part(words, attr.live).textContent = fill(word(holder, attr.said), values);
}

/** "Yes." or "Not yet.", and what follows it. */
export function verdict(words: HTMLElement, state: State, ...rest: (Node | string)[]): HTMLElement {
  const bold = document.createElement("b");
  bold.textContent = word(words, state.verdict === "yes" ? attr.yes : attr.notYet);
  return line(bold, " ", ...rest);
}

/** An option's feedback, copied from the answers under the question. */
export function why(id: string): Node[] {
  return [...document.getElementById(`${id}-why`)!.cloneNode(true).childNodes];
}

export function line(...content: (Node | string)[]): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.append(...content);
  return paragraph;
}
