import { gaps } from "../kinds/gaps";
import { attr, part, parts, word } from "../schema";
import { start } from "../state";
import { found, id, optionOf, rightOnes, say, type Kind } from "./view";

/** Gaps: tapping a word sets the list in the text where it fits; tapping it again clears the list. */
export const gapsView: Kind = (root, words, send) => {
  const answers = rightOnes(root);
  const options = parts(root, attr.option);
  const slots = parts(root, attr.gap);
  const list = (slot: HTMLElement) => slot.querySelector("select")!;
  const chosen = () => slots.map((slot) => list(slot).value).filter((id) => id !== "");
  for (const option of options)
    option.addEventListener("click", () => {
      const to = slots.map(list).find((select) => [...select.options].some((choice) => choice.value === id(option)))!;
      to.value = to.value === id(option) ? "" : id(option);
      send({ type: "pick", ids: chosen() });
    });
  return {
    first: start(chosen()),
    chosen,
    step: (state, event) => gaps(answers, state, event),
    show(state) {
      for (const option of options) option.setAttribute("aria-pressed", String(state.placed.includes(id(option))));
      for (const slot of slots) {
        const shown = part(slot, attr.word);
        const gap = word(shown, attr.word);
        const value = list(slot).value;
        shown.textContent = value ? part(optionOf(root, value), attr.text).textContent : gap;
        shown.setAttribute(attr.state, value ? word(optionOf(root, value), attr.state) || "chosen" : "");
        if (value && value === state.moved) say(part(root, attr.said), { gap, word: shown.textContent! });
      }
    },
    lines: (state) => found(words, state, answers),
    notes: ({ why }) => why,
    retry(tried) {
      for (const select of slots.map(list)) if (tried.includes(select.value)) select.value = "";
    },
  };
};
