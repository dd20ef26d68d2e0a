import type { Event, State } from "../state";
import { pick } from "./pick";

/** Sort: an option is a thing in a bin, and one is to be chosen for each thing. After a check that is not right yet, only
 * the things out of place say why they belong elsewhere. */
export function sort(answers: readonly string[], state: State, event: Event): State {
  const next = pick(answers, state, event);
  return next.verdict === "not-yet" ? { ...next, why: next.why.filter((id) => !answers.includes(id)) } : next;
}
