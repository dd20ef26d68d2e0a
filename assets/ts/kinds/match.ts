import type { Event, State } from "../state";
import { sort } from "./sort";

/** The state function of match. An option is an item with a partner; one is to be chosen for each item. */
export function match(answers: readonly string[], state: State, event: Event): State {
  return sort(answers, state, event);
}

/** Returns the options that were right at a check, and are chosen still: these pairs are put together. */
export function together(state: State): readonly string[] {
  return state.right.filter((id) => state.placed.includes(id));
}
