/** What a question shows. Every kind has the same type of state, so that one render function serves all. Lists hold the ids
 * of options. */
export interface State {
  /** The chosen options, the steps in their current order, or the path of a chat: scene, reply, scene and so on. */
  readonly placed: readonly string[];
  /** Options that are marked as right, and as tried. */
  readonly right: readonly string[];
  readonly tried: readonly string[];
  /** Options whose feedback is shown. */
  readonly why: readonly string[];
  readonly verdict: "none" | "missing" | "not-yet" | "yes";
  readonly checks: number;
  /** The step just moved or the option just chosen, which is announced to screen readers; or empty. */
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

/** Returns the options that were right at a check, and are chosen still. */
export function kept({ right, placed }: State): readonly string[] {
  return right.filter((id) => placed.includes(id));
}

/** Returns the state after a check of options. Those that belong to the answer are marked as right, the others as tried; marks
 * stay. */
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
