import { order } from "./order";
import { pick } from "./pick";
import { render } from "./render";
import { attr, part, parts } from "./schema";
import { start, type Event, type State } from "./state";

/** Brings one question to life. `changed` hears of every check. Nothing of the plain question is taken away before all
 * that replaces it stands. */
export function question(root: HTMLElement, words: HTMLElement, changed: (state: State) => void): void {
  const options = parts(root, attr.option);
  const id = (option: HTMLElement) => option.getAttribute(attr.option)!;
  const ordered = root.getAttribute(attr.question) === "order";
  const answers = ordered
    ? [...options].sort((a, b) => place(a) - place(b)).map(id)
    : options.filter((option) => option.hasAttribute(attr.right)).map(id);
  const step = ordered ? order : pick;
  const picked = () => options.filter((option) => option.querySelector("input")?.checked).map(id);

  let state = start(ordered ? options.map(id) : picked());
  const send = (event: Event) => {
    state = step(answers, state, event);
    render(root, words, answers.length, state);
    if (event.type === "check") changed(state);
  };

  part(root, attr.check).addEventListener("click", () => send({ type: "check" }));
  if (ordered) {
    for (const option of options)
      for (const button of parts(option, attr.move))
        button.addEventListener("click", () => send({ type: "move", id: id(option), by: Number(button.getAttribute(attr.move)) }));
  } else {
    root.addEventListener("change", () => send({ type: "pick", ids: picked() }));
  }

  render(root, words, answers.length, state);
  for (const moves of parts(root, attr.moves)) moves.hidden = false;
  for (const select of parts(root, attr.choosePlace)) select.hidden = true;
  part(root, attr.actions).hidden = false;
  part(root, attr.answers).hidden = true;
}

function place(option: HTMLElement): number {
  return Number(option.getAttribute(attr.place));
}
