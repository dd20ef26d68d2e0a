import { checked, type Event, type State } from "../state";
import { pick } from "./pick";

/** Spot: `answers` are the clues. How many there are is not told, so any number may be checked, and it is right when all
 * clues and nothing else are chosen. */
export function spot(answers: readonly string[], state: State, event: Event): State {
  if (event.type !== "check") return pick(answers, state, event);
  if (!state.placed.length) return { ...state, why: [], verdict: "missing", moved: "" };
  return checked(answers, state, state.placed);
}
