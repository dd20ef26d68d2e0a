import { id, line, rightOnes, why, type Kind } from "../face";
import { pick } from "../kinds/pick";
import { attr, fill, parts, word } from "../schema";
import { start } from "../state";

/** Choice and several: native radio buttons or check boxes. */
export const pickFace: Kind = (root, words, send) => {
  const answers = rightOnes(root);
  root.addEventListener("change", () => send({ type: "pick", ids: ticked(root) }));
  return {
    first: start(ticked(root)),
    step: (state, event) => pick(answers, state, event),
    show: () => undefined,
    lines(state) {
      const n = state.why.filter((id) => state.right.includes(id)).length;
      const found = fill(word(words, attr.found), { n, all: answers.length });
      return [...(answers.length > 1 ? [line(found)] : []), ...state.why.map((id) => line(...why(id)))];
    },
  };
};

/** The options whose input is chosen. */
export function ticked(root: HTMLElement): string[] {
  return parts(root, attr.option).filter((option) => option.querySelector("input")!.checked).map(id);
}
