import { drag } from "../drag";
import { order } from "../kinds/order";
import { recall, remember } from "../entry";
import { attr, part, parts, word } from "../schema";
import { start, type State } from "../state";
import { bold, id, optionOf, say, verdict, why, type Kind } from "./view";

/** Order: a list of steps, each with buttons that move it up and down. */
export const orderView: Kind = (root, words, send) => {
  const list = part(root, attr.steps);
  const steps = parts(list, attr.option);
  const place = (step: HTMLElement) => Number(word(step, attr.place));
  const answers = [...steps].sort((a, b) => place(a) - place(b)).map(id);
  const kept = recall(root.id);
  for (const step of steps)
    for (const button of parts(step, attr.move))
      button.addEventListener("click", () => send({ type: "move", id: id(step), by: Number(word(button, attr.move)) }));
  drag(list, (held, _, y) => {
    const middle = (step: Element) => step.getBoundingClientRect().top + step.clientHeight / 2;
    const above = [...list.children].filter((step) => step !== held && middle(step) < y).length;
    const by = above - [...list.children].indexOf(held);
    if (by) send({ type: "move", id: id(held), by });
  });
  return {
    first: start(answers.every((id) => kept.includes(id)) && kept.length === answers.length ? kept : steps.map(id)),
    step: (state, event) => order(answers, state, event),
    show(state) {
      if (state.moved) remember("replaceState", root.id, state.placed);
      showSteps(list, state);
    },
    lines(state) {
      if (state.verdict === "yes") return [verdict(words, state, word(list, attr.done))];
      const step = part(optionOf(list, state.why[0]!), attr.text).textContent;
      return [verdict(words, state, bold(`${step}:`), " ", ...why(state.why[0]!))];
    },
  };
};

/** Puts the steps in the order of the state. An element loses the focus when it is moved, so the focus is set again. */
function showSteps(list: HTMLElement, state: State): void {
  const focused = document.activeElement;
  const last = state.placed.length - 1;
  state.placed.forEach((id, place) => {
    const step = optionOf(list, id);
    if (list.children[place] !== step) list.insertBefore(step, list.children[place] ?? null);
    for (const button of parts(step, attr.move)) {
      const end = Number(word(button, attr.move)) < 0 ? 0 : last;
      button.setAttribute("aria-disabled", String(place === end));
    }
    if (id !== state.moved) return;
    const end = place === 0 ? attr.first : place === last ? attr.last : attr.said;
    say(list, { step: part(step, attr.text).textContent!, n: place + 1, all: last + 1 }, end);
  });
  if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
}
