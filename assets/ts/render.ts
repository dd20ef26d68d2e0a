import { attr, fill, part, parts, word } from "./schema";
import type { State } from "./state";

/** Shows a state. `root` is the question, `words` the quiz that holds the words, `count` how many options make it right. */
export function render(root: HTMLElement, words: HTMLElement, count: number, state: State): void {
  for (const option of parts(root, attr.option)) showMark(option, state);
  if (root.querySelector(`[${attr.steps}]`)) showOrder(root, words, state);
  showError(root, state);
  showVerdict(root, words, count, state);
}

function showMark(option: HTMLElement, state: State): void {
  const id = option.getAttribute(attr.option)!;
  const mark = state.right.includes(id) ? "right" : state.tried.includes(id) ? "tried" : "";
  option.setAttribute(attr.state, mark);
  for (const word of parts(option, attr.mark)) word.hidden = word.getAttribute(attr.mark) !== mark;
}

/** Puts the steps where they stand. Moving an element drops its focus, so that is given back. */
function showOrder(root: HTMLElement, words: HTMLElement, state: State): void {
  const list = part(root, attr.steps);
  const focused = document.activeElement;
  const last = state.placed.length - 1;
  state.placed.forEach((id, place) => {
    const step = part(list, `${attr.option}="${id}"`);
    if (list.children[place] !== step) list.insertBefore(step, list.children[place] ?? null);
    for (const button of parts(step, attr.move)) {
      const end = Number(button.getAttribute(attr.move)) < 0 ? 0 : last;
      button.setAttribute("aria-disabled", String(place === end));
    }
    if (id === state.moved) {
      const values = { step: part(step, attr.text).textContent!, n: place + 1, all: last + 1 };
      part(words, attr.live).textContent = fill(word(words, attr.moved), values);
    }
  });
  if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
}

function showError(root: HTMLElement, state: State): void {
  const error = part(root, attr.error);
  const options = part(root, attr.options);
  error.hidden = state.verdict !== "missing";
  if (error.hidden) options.removeAttribute("aria-describedby");
  else options.setAttribute("aria-describedby", error.id);
}

function showVerdict(root: HTMLElement, words: HTMLElement, count: number, state: State): void {
  const verdict = part(root, attr.verdict);
  const lines: Node[] = [];
  if (state.verdict === "yes" || state.verdict === "not-yet") {
    if (count > 1 && state.why.length > 1) {
      const n = state.why.filter((id) => state.right.includes(id)).length;
      lines.push(line(fill(word(words, attr.found), { n, all: count })));
    }
    if (root.getAttribute(attr.question) === "order") lines.push(orderLine(words, state));
    else for (const id of state.why) lines.push(line(...why(id)));
  }
  verdict.setAttribute(attr.state, state.verdict === "yes" ? "right" : "tried");
  verdict.replaceChildren(...lines);
}

function orderLine(words: HTMLElement, state: State): HTMLElement {
  const bold = document.createElement("b");
  bold.textContent = word(words, state.verdict === "yes" ? attr.yes : attr.notYet);
  const rest = state.verdict === "yes" ? [word(words, attr.inOrder)] : why(state.why[0]!);
  return line(bold, " ", ...rest);
}

/** An option's feedback, copied from the answers under the question. */
function why(id: string): Node[] {
  return [...document.getElementById(`${id}-why`)!.cloneNode(true).childNodes];
}

function line(...content: (Node | string)[]): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.append(...content);
  return paragraph;
}
