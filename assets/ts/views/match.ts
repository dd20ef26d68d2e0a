import { match } from "../kinds/match";
import { attr, part, parts } from "../schema";
import { kept } from "../state";
import { placing } from "./sort";
import { id, optionOf, type Kind } from "./view";

/** Match: each item has a radio button for each partner. Once a pair is right, its item has no other partners to choose from,
 * and other items no longer have its partner, so that a child goes on with what is left. What is chosen is always shown. */
export const matchView: Kind = (root, words, send) => {
  const view = placing(match)(root, words, send);
  const items = parts(root, attr.item);
  return {
    ...view,
    show(state) {
      const pairs = kept(state);
      const paired = pairs.map((pair) => partner(optionOf(root, pair)));
      for (const item of items) {
        const options = parts(item, attr.option);
        const chosen = options.find((option) => state.placed.includes(id(option)));
        const solved = chosen && pairs.includes(id(chosen));
        for (const option of options) option.hidden = option !== chosen && (solved || paired.includes(partner(option)));
        part(item, attr.word).textContent = chosen ? partner(chosen) : "";
      }
      view.show(state);
    },
  };
};

/** Returns the words of the partner that an option stands for. */
const partner = (option: HTMLElement) => part(option, attr.bin).textContent!;
