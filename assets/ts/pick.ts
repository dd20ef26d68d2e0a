import type { Event, State } from "./state";

/** Choice and several: `answers` are the ids of the right options, and as many are to be chosen. What was right or tried
 * stays marked; picking again takes only the verdict away. */
export function pick(answers: readonly string[], state: State, event: Event): State {
  if (event.type === "pick") return { ...state, placed: event.ids, why: [], verdict: "none" };
  if (event.type !== "check") return state;
  if (state.placed.length !== answers.length) return { ...state, why: [], verdict: "missing" };
  const good = state.placed.filter((id) => answers.includes(id));
  const bad = state.placed.filter((id) => !answers.includes(id));
  return {
    ...state,
    right: [...new Set([...state.right, ...good])],
    tried: [...new Set([...state.tried, ...bad])],
    why: state.placed,
    verdict: bad.length ? "not-yet" : "yes",
    checks: state.checks + 1,
  };
}
