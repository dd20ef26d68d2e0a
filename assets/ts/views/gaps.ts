import { gaps } from "../kinds/gaps";
import { attr, fill, part, parts, word } from "../schema";
import { start } from "../state";
import { id, rightOnes, say, verdict, type Kind } from "./view";

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
        const word = part(slot, attr.word);
        const gap = word.getAttribute(attr.word)!;
        const value = list(slot).value;
        word.textContent = value ? part(part(root, `${attr.option}="${value}"`), attr.text).textContent : gap;
        word.setAttribute(attr.state, !value ? "" : state.right.includes(value) ? "right" : state.tried.includes(value) ? "tried" : "chosen");
        if (value && value === state.moved) say(part(root, attr.said), { gap, word: word.textContent! });
      }
    },
    lines(state) {
      const n = state.why.filter((id) => state.right.includes(id)).length;
      return [verdict(words, state, fill(word(words, attr.found), { n, all: answers.length }))];
    },
    notes: ({ why }) => why,
    retry() {
      for (const slot of slots) if (part(slot, attr.word).getAttribute(attr.state) === "tried") list(slot).value = "";
    },
  };
};
