import type { Event, State } from "../state";
import { pick } from "./pick";

/** Gaps: an option is a word, each fits one gap, and one is to be chosen for each gap. Every word chosen gets its feedback. */
export function gaps(answers: readonly string[], state: State, event: Event): State {
  return pick(answers, state, event);
}
