import { checked, type Event, type State } from "../state";
import { pick } from "./pick";

/** The state function of spot. `answers` are the clues. The child is not told how many there are, so any number may be
 * checked; the answer is right when exactly the clues are chosen. */
export function spot(answers: readonly string[], state: State, event: Event): State {
  if (event.type !== "check") return pick(answers, state, event);
  if (!state.placed.length) return { ...state, why: [], verdict: "missing", moved: "" };
  return checked(answers, state, state.placed);
}
