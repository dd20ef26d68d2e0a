/** The attributes that templates and scripts share. The templates write them (assets/components/question, clause); the
 * scripts read them, and set only `state` and the standard ones. */
export const attr = {
  /** A lesson's quiz. Holds the words the script shows. */
  quiz: "data-quiz",
  /** Words of a quiz, with {braces} for what the script fills in. */
  found: "data-found",
  moved: "data-moved",
  yes: "data-yes",
  notYet: "data-not-yet",
  inOrder: "data-in-order",
  /** On a quiz: one question at a time. */
  single: "data-single",
  /** A question; its value is the kind. */
  question: "data-question",
  /** On a question: how many options are to be chosen. */
  choose: "data-choose",
  title: "data-title",
  options: "data-options",
  option: "data-option",
  /** On an option: it belongs to the answer. */
  right: "data-right",
  /** On a step: its place in the right order, from 1. */
  place: "data-place",
  steps: "data-steps",
  text: "data-text",
  choosePlace: "data-choose-place",
  moves: "data-moves",
  /** On a button: by how many places it moves its step. */
  move: "data-move",
  /** A word on an option, shown in the state that is its value. */
  mark: "data-mark",
  state: "data-state",
  error: "data-error",
  verdict: "data-verdict",
  live: "data-live",
  actions: "data-actions",
  check: "data-check",
  next: "data-next",
  answers: "data-answers",
  finish: "data-finish",
  copy: "data-copy",
  copied: "data-copied",
} as const;

/** The element inside `root` that carries an attribute. A page without it is a fault of the template. */
export function part(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[${name}]`);
  if (!found) throw new Error(`no [${name}] here`);
  return found;
}

export function parts(root: ParentNode, name: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[${name}]`)];
}

/** The words that an element carries in an attribute. */
export function word(root: HTMLElement, name: string): string {
  return root.getAttribute(name) ?? "";
}

/** Fills {braces} in words from the HTML. */
export function fill(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
