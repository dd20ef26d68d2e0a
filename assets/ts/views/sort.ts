import { drag } from "../drag";
import { sort } from "../kinds/sort";
import { attr, fill, part, word } from "../schema";
import type { Event, State } from "../state";
import { ticks } from "./pick";
import { found, optionOf, rightOnes, say, type Kind } from "./view";

/** The state function of a kind with items, each of which is put in a place. */
type Placing = (answers: readonly string[], state: State, event: Event) => State;

/** Returns the view of a kind whose items each have a radio button for each place. */
export const placing = (place: Placing): Kind => (root, words, send) => {
  const list = part(root, attr.count);
  const answers = rightOnes(list);
  const all = answers.length;
  const toGo = part(root, attr.toGo);
  drag(list, (held, x, y) => {
    const input = document.elementFromPoint(x, y)?.closest(`[${attr.option}]`)?.querySelector("input");
    if (input && !input.checked && input.name === held.querySelector("input")?.name) input.click();
  });
  return {
    ...ticks(root, send),
    step: (state, event) => place(answers, state, event),
    show(state) {
      const n = state.placed.length;
      toGo.textContent = n < all ? fill(word(toGo, attr.toGo), { n: all - n }) : "";
      if (!state.moved) return;
      const option = optionOf(list, state.moved);
      const item = option.closest<HTMLElement>(`[${attr.item}]`)!;
      const values = { item: part(item, attr.text).textContent!, bin: part(option, attr.bin).textContent! };
      say(list, { ...values, n, all });
    },
    lines: (state) => found(words, state, answers, list, attr.count),
    notes: ({ verdict, why }) => (verdict === "yes" ? [] : why), // once all are right, the answers have it
  };
};

/** Sort: each item has a radio button for each bin. */
export const sortView = placing(sort);
