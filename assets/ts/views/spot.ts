import { spot } from "../kinds/spot";
import { attr, part } from "../schema";
import { ticks } from "./pick";
import { found, rightOnes, type Kind } from "./view";

/** Spot: the phrases of a message are check boxes within its text. */
export const spotView: Kind = (root, words, send) => {
  const answers = rightOnes(root);
  return {
    ...ticks(root, send),
    step: (state, event) => spot(answers, state, event),
    show: () => undefined,
    lines: (state) => found(words, state, answers, part(root, attr.count), attr.count),
    notes: ({ why }) => why,
  };
};
