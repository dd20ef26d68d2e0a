import { checked, type Event, type State } from "../state";

/** The state function of choice and several. `answers` are the ids of the right options, and as many are to be chosen. Options
 * stay marked as right or tried; a new choice clears only the verdict. */
export function pick(answers: readonly string[], state: State, event: Event): State {
  if (event.type === "pick") {
    const moved = event.ids.find((id) => !state.placed.includes(id)) ?? "";
    return { ...state, placed: event.ids, why: [], verdict: "none", moved };
  }
  if (event.type !== "check") return state;
  if (state.placed.length !== answers.length) return { ...state, why: [], verdict: "missing", moved: "" };
  return checked(answers, state, state.placed);
}
