import { id, type Face } from "./face";
import { attr, part, parts } from "./schema";
import type { State } from "./state";

/** Shows a question's state: what every kind shows, and what its face alone does. */
export function render(root: HTMLElement, face: Face, state: State): void {
  for (const option of parts(root, attr.option)) showMark(option, state);
  face.show(state);
  showError(root, state);
  showVerdict(root, face, state);
}

function showMark(option: HTMLElement, state: State): void {
  const mark = state.right.includes(id(option)) ? "right" : state.tried.includes(id(option)) ? "tried" : "";
  option.setAttribute(attr.state, mark);
  for (const word of parts(option, attr.mark)) word.hidden = word.getAttribute(attr.mark) !== mark;
}

/** Beside the question, and with its options for those who listen. A chat has none: nothing in it can be missing. */
function showError(root: HTMLElement, state: State): void {
  const error = root.querySelector<HTMLElement>(`[${attr.error}]`);
  if (!error) return;
  const options = part(root, attr.options);
  error.hidden = state.verdict !== "missing";
  if (error.hidden) options.removeAttribute("aria-describedby");
  else options.setAttribute("aria-describedby", error.id);
}

function showVerdict(root: HTMLElement, face: Face, state: State): void {
  const verdict = part(root, attr.verdict);
  const checked = state.verdict === "yes" || state.verdict === "not-yet" || state.why.length > 0;
  const good = state.verdict !== "not-yet" && state.why.every((id) => state.right.includes(id));
  verdict.setAttribute(attr.state, good ? "right" : "tried");
  verdict.replaceChildren(...(checked ? face.lines(state) : []));
}
