import { attr, fill, part, parts, word } from "../schema";
import type { Event, State } from "../state";

/** The part of a kind of question that reads the HTML and shows what only this kind has. */
export interface View {
  /** The state that the HTML describes when the page opens. */
  readonly first: State;
  /** Returns the options that are chosen, as the controls say: a browser that returns to a page restores them without an event. A
   * kind without controls has no such function. */
  chosen?(): readonly string[];
  /** The kind's state function. */
  step(state: State, event: Event): State;
  /** Shows what only this kind has. `render` shows the marks of options, the error and the verdict. */
  show(state: State): void;
  /** Returns the content of the verdict. Called only when there is something to say. */
  lines(state: State): Node[];
  /** Returns the options beside which their feedback is shown. A kind whose verdict has all feedback has no such function. */
  notes?(state: State): readonly string[];
  /** Takes back what was tried and is wrong. Steps that are in a wrong order stay in it: their kind has no such function. */
  retry?(tried: readonly string[]): void;
  /** Whether one option is the answer, so that its feedback is the verdict. */
  readonly single?: boolean;
  /** Whether the question is checked when it ends, and so has no Check. */
  readonly ends?: boolean;
}

/** Creates the view of a question. `words` is the quiz, whose attributes hold the words to show; `send` handles an event. */
export type Kind = (root: HTMLElement, words: HTMLElement, send: (event: Event) => void) => View;

/** Returns the id of an option. */
export const id = (option: HTMLElement): string => word(option, attr.option);

/** Returns an option by its id. */
export const optionOf = (root: HTMLElement, id: string): HTMLElement => part(root, `${attr.option}="${id}"`);

/** Returns the ids of the options that belong to the answer. */
export function rightOnes(root: HTMLElement): string[] {
  return parts(root, attr.right).map(id);
}

/** Announces something to screen readers once, through the live region. `holder` has the words, in an attribute. */
export function say(holder: HTMLElement, values: Record<string, string | number>, name: string = attr.said): void {
  part(document, attr.live).textContent = fill(word(holder, name), values);
}

/** Shows lines in a live region, or nothing. They are in one group: of several elements that appear at once, Orca with Firefox
 * announces only some. */
export function announce(region: HTMLElement, lines: Node[]): void {
  const group = document.createElement("div");
  group.setAttribute("role", "group");
  group.append(...lines);
  region.replaceChildren(...(lines.length ? [group] : []));
}

/** Returns a paragraph that begins with "Yes." or "Not yet.". */
export function verdict(words: HTMLElement, state: State, ...rest: (Node | string)[]): HTMLElement {
  return paragraph(bold(word(words, state.verdict === "yes" ? attr.yes : attr.notYet)), " ", ...rest);
}

/** Returns a verdict that says how many of the answers were chosen. `holder` has the words for it, in an attribute. */
export function found(words: HTMLElement, state: State, answers: readonly string[], holder = words, name: string = attr.found): Node[] {
  const n = state.placed.filter((id) => answers.includes(id)).length;
  return [verdict(words, state, fill(word(holder, name), { n, all: answers.length }))];
}

export function bold(text: string): HTMLElement {
  const element = document.createElement("b");
  element.textContent = text;
  return element;
}

/** Returns a copy of an option's feedback, from the answers under the question. */
export function why(id: string): Node[] {
  return [...document.getElementById(`${id}-why`)!.cloneNode(true).childNodes];
}

/** Returns the feedback to each of these options, a paragraph each. */
export function feedback(ids: readonly string[]): Node[] {
  return ids.map((id) => paragraph(...why(id)));
}

export function paragraph(...content: (Node | string)[]): HTMLElement {
  const element = document.createElement("p");
  element.append(...content);
  return element;
}
