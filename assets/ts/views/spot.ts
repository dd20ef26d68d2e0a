import { spot } from "../kinds/spot";
import { attr, fill, part, word } from "../schema";
import { start } from "../state";
import { ticked } from "./pick";
import { rightOnes, verdict, type Kind } from "./view";

/** Spot: the phrases of a message are check boxes within its text. */
export const spotView: Kind = (root, words, send) => {
  const answers = rightOnes(root);
  const chosen = () => ticked(root);
  root.addEventListener("change", () => send({ type: "pick", ids: chosen() }));
  return {
    first: start(chosen()),
    chosen,
    step: (state, event) => spot(answers, state, event),
    show: () => undefined,
    lines(state) {
      const n = state.placed.filter((id) => answers.includes(id)).length;
      const found = fill(word(part(root, attr.count), attr.count), { n, all: answers.length });
      return [verdict(words, state, found)];
    },
    notes: ({ why }) => why,
  };
};
