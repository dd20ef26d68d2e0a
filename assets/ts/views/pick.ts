import { pick } from "../kinds/pick";
import { attr, fill, parts, word } from "../schema";
import { start } from "../state";
import { id, paragraph, rightOnes, verdict, why, type Kind } from "./view";

/** Choice and several: native radio buttons or check boxes. */
export const pickView: Kind = (root, words, send) => {
  const answers = rightOnes(root);
  const chosen = () => ticked(root);
  root.addEventListener("change", () => send({ type: "pick", ids: chosen() }));
  return {
    first: start(chosen()),
    chosen,
    step: (state, event) => pick(answers, state, event),
    show: () => undefined,
    lines(state) {
      if (answers.length === 1) return state.why.map((id) => paragraph(...why(id)));
      const n = state.why.filter((id) => state.right.includes(id)).length;
      return [verdict(words, state, fill(word(words, attr.found), { n, all: answers.length }))];
    },
    single: answers.length === 1,
    ...(answers.length > 1 && { notes: ({ why }) => why }),
  };
};

/** Returns the ids of the options whose input is checked. */
export function ticked(root: HTMLElement): string[] {
  return parts(root, attr.option).filter((option) => option.querySelector("input")!.checked).map(id);
}
