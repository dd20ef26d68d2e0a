import { start, type Event, type State } from "../state";

/** The state function of order. `answers` are the ids of the steps in the right order. A check stops at the first place with a
 * wrong step: the steps before it are right, and the feedback of the step that belongs there is shown. */
export function order(answers: readonly string[], state: State, event: Event): State {
  if (event.type === "move") return move(state, event.id, event.by);
  if (event.type === "pick") return anew(state, state.placed);
  if (event.type !== "check") return { ...state, moved: "" };
  const wrong = answers.findIndex((id, place) => state.placed[place] !== id);
  const out = wrong < 0 ? [] : answers.slice(wrong, wrong + 1);
  return {
    ...state,
    right: wrong < 0 ? answers : answers.slice(0, wrong),
    tried: out,
    why: out,
    verdict: out.length ? "not-yet" : "yes",
    checks: state.checks + 1,
    moved: "",
  };
}

function move(state: State, id: string, by: number): State {
  const from = state.placed.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= state.placed.length) return { ...state, moved: "" };
  const placed = state.placed.filter((other) => other !== id);
  placed.splice(to, 0, id);
  return { ...anew(state, placed), moved: id };
}

/** Returns the state with steps in an order that has not been checked. */
function anew({ checks }: State, placed: readonly string[]): State {
  return { ...start(placed), checks };
}
