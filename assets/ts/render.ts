import { attr, part, parts } from "./schema";
import type { State } from "./state";
import { announce, id, type View } from "./views/view";

/** Shows a question's state: what all kinds have in common, and through its view what only its kind has. */
export function render(root: HTMLElement, view: View, state: State): void {
  for (const option of parts(root, attr.option)) showMark(option, state);
  view.show(state);
  showError(root, state);
  showVerdict(root, view, state);
}

function showMark(option: HTMLElement, state: State): void {
  const mark = state.right.includes(id(option)) ? "right" : state.tried.includes(id(option)) ? "tried" : "";
  option.setAttribute(attr.state, mark);
  for (const word of parts(option, attr.mark)) word.hidden = word.getAttribute(attr.mark) !== mark;
}

/** Shows the error, and makes it the description of the options for screen readers. Its words are set anew each time, so that
 * another check announces them again. A chat has no error: nothing can be missing. */
function showError(root: HTMLElement, state: State): void {
  const error = root.querySelector<HTMLElement>(`[${attr.error}]`);
  if (!error) return;
  const options = part(root, attr.options);
  error.hidden = state.verdict !== "missing";
  if (error.hidden) return options.removeAttribute("aria-describedby");
  error.textContent = error.textContent;
  options.setAttribute("aria-describedby", error.id);
}

function showVerdict(root: HTMLElement, view: View, state: State): void {
  const verdict = part(root, attr.verdict);
  const checked = state.verdict === "yes" || state.verdict === "not-yet" || state.why.length > 0;
  const good = state.verdict !== "not-yet" && state.why.every((id) => state.right.includes(id));
  verdict.setAttribute(attr.state, good ? "right" : "tried");
  announce(verdict, checked ? view.lines(state) : []);
}
