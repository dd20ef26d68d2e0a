import { pick } from "../kinds/pick";
import { start, type Event } from "../state";
import { feedback, found, rightOnes, type Kind, type View } from "./view";

/** Choice and several: native radio buttons or check boxes. */
export const pickView: Kind = (root, words, send) => {
  const answers = rightOnes(root);
  return {
    ...ticks(root, send),
    step: (state, event) => pick(answers, state, event),
    show: () => undefined,
    lines: (state) => (answers.length === 1 ? feedback(state.why) : found(words, state, answers)),
    single: answers.length === 1,
    ...(answers.length > 1 && { notes: ({ why }) => why }),
  };
};

/** Returns the part of a view whose options are inputs, and sends each change of these. */
export function ticks(root: HTMLElement, send: (event: Event) => void): Pick<View, "first" | "retry"> & { chosen(): readonly string[] } {
  const inputs = [...root.querySelectorAll("input")];
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.id); // which is that of its option
  root.addEventListener("change", () => send({ type: "pick", ids: chosen() }));
  return {
    first: start(chosen()),
    chosen,
    retry(tried) {
      for (const input of inputs) if (tried.includes(input.id)) input.checked = false;
    },
  };
}
