/** What a question shows. Every kind has the same state, so that one render serves all. Options are told by id. */
export interface State {
  /** Options chosen, or steps in the order in which they stand, or a chat's way: scene, reply, scene, … */
  readonly placed: readonly string[];
  /** Options that say so: this one was right, this one was tried. */
  readonly right: readonly string[];
  readonly tried: readonly string[];
  /** Options whose feedback is shown. */
  readonly why: readonly string[];
  readonly verdict: "none" | "missing" | "not-yet" | "yes";
  readonly checks: number;
  /** The step that has just moved or the option just chosen, for those who listen. */
  readonly moved: string;
}

export type Event =
  | { readonly type: "pick"; readonly ids: readonly string[] }
  | { readonly type: "move"; readonly id: string; readonly by: number }
  | { readonly type: "reply"; readonly id: string }
  | { readonly type: "go"; readonly scene: string }
  | { readonly type: "check" };

export function start(placed: readonly string[]): State {
  return { placed, right: [], tried: [], why: [], verdict: "none", checks: 0, moved: "" };
}

/** A state after a check of options: those that belong to the answer are marked right, the others tried, for good. */
export function checked(answers: readonly string[], state: State, chosen: readonly string[]): State {
  const good = chosen.filter((id) => answers.includes(id));
  const bad = chosen.filter((id) => !answers.includes(id));
  return {
    ...state,
    right: [...new Set([...state.right, ...good])],
    tried: [...new Set([...state.tried, ...bad])],
    why: chosen,
    verdict: good.length === answers.length && !bad.length ? "yes" : "not-yet",
    checks: state.checks + 1,
    moved: "",
  };
}
