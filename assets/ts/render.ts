import { attr, part, parts, word } from "./schema";
import { kept, type State } from "./state";
import { announce, id, optionOf, paragraph, rightOnes, why, type View } from "./views/view";
import { isShown } from "./ways";

/** Shows in the foot of a question what a check says: the error, or the verdict, which has the content that its kind gives it. `next` is
 * what the main button does now, or "": it is announced with the verdict, since the button keeps the focus and screen readers do not say
 * that its words have changed. */
export function showVerdict(root: HTMLElement, view: View, state: State, next: string): void {
  showError(root, state);
  const verdict = part(root, attr.verdict);
  const said = state.verdict === "yes" ? "right" : state.verdict === "not-yet" ? "tried" : "";
  verdict.parentElement!.setAttribute(attr.state, said);
  const heard = paragraph(next);
  heard.className = "vh";
  announce(verdict, said ? [...view.lines(state), ...hint(root, state), ...(next ? [heard] : [])] : []);
}

/** Shows a question's state above its foot: the marks, what only its kind has, the picture of what comes of a choice, and the feedback
 * beside options. Returns whether each option of the answer has its feedback beside it or in the verdict. */
export function showState(root: HTMLElement, view: View, state: State): boolean {
  const answers = isShown(state) ? rightOnes(root) : [];
  const right = answers.length ? answers : view.chosen ? kept(state) : state.right;
  for (const option of parts(root, attr.option)) showMark(option, right, state.tried);
  view.show(state);
  showOnly(root.parentElement!, attr.outcome, state.why[0] ?? "");
  const notes = view.single && isShown(state) ? right : view.notes?.(state);
  if (state.why.length || state.moved) showNotes(root, notes ?? [], state.moved);
  return !notes || notes.length > 0;
}

function showMark(option: HTMLElement, right: readonly string[], tried: readonly string[]): void {
  const mark = right.includes(id(option)) ? "right" : tried.includes(id(option)) ? "tried" : "";
  option.setAttribute(attr.state, mark);
  showOnly(option, attr.mark, mark);
}

/** Shows of the elements with an attribute those whose value it is. What is hidden already is left alone: a browser works out the style of
 * what is hidden anew. */
function showOnly(root: HTMLElement, name: string, value: string): void {
  for (const drawn of parts(root, name)) drawn.toggleAttribute("hidden", word(drawn, name) !== value);
}

/** Shows the error, and makes it the description of the options for screen readers. Its words are set anew each time, so that
 * another check announces them again. A chat has no error: nothing can be missing. */
function showError(root: HTMLElement, state: State): void {
  const error = root.querySelector<HTMLElement>(`[${attr.error}]`);
  if (!error) return;
  const options = part(root, attr.options);
  if (error.toggleAttribute("hidden", state.verdict !== "missing")) return options.removeAttribute("aria-describedby");
  error.textContent = error.textContent;
  options.setAttribute("aria-describedby", error.id);
}

/** Returns the hint of the option that was tried, or of its question, after the second check. */
function hint(root: HTMLElement, { verdict, checks, why }: State): Node[] {
  const words = verdict === "not-yet" && checks > 1 && (document.getElementById(`${why[0]}-hint`) ?? document.getElementById(`${root.id}-hint`));
  return words ? [paragraph(words.textContent!)] : [];
}

/** Shows the feedback to each of these options beside it, as the description of its control for screen readers. Where an option has
 * just been chosen, only the feedback beside it goes: a child may still want to read the rest. */
function showNotes(root: HTMLElement, options: readonly string[], moved: string): void {
  const within = moved && optionOf(root, moved).closest(`[${attr.note}]`);
  for (const note of parts(within || root, attr.why)) note.remove();
  for (const id of options) {
    const option = optionOf(root, id);
    const box = option.closest<HTMLElement>(`[${attr.note}]`)!;
    const note = paragraph(...why(box.getAttribute(attr.item) ?? id));
    note.id = `${id}-note`;
    note.className = "why";
    note.setAttribute(attr.why, "");
    note.setAttribute(attr.state, word(option, attr.state));
    box.append(note);
    (option.querySelector("input") ?? option).setAttribute("aria-describedby", note.id);
  }
}
