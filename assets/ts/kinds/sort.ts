import type { Event, State } from "../state";
import { pick } from "./pick";

/** The state function of sort. An option is an item in a bin; one is to be chosen for each item. After a check with errors,
 * feedback is shown only for the items in the wrong bin. */
export function sort(answers: readonly string[], state: State, event: Event): State {
  const next = pick(answers, state, event);
  return next.verdict === "not-yet" ? { ...next, why: next.why.filter((id) => !answers.includes(id)) } : next;
}
