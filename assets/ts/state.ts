/** What a question shows. Every kind has the same state, so that one render serves all. Options are told by id. */
export interface State {
  /** Options chosen, or steps in the order in which they stand. */
  readonly placed: readonly string[];
  /** Options that say so: this one was right, this one was tried. */
  readonly right: readonly string[];
  readonly tried: readonly string[];
  /** Options whose feedback is shown. */
  readonly why: readonly string[];
  readonly verdict: "none" | "missing" | "not-yet" | "yes";
  readonly checks: number;
  /** The step that has just moved, for those who listen. */
  readonly moved: string;
}

export type Event =
  | { readonly type: "pick"; readonly ids: readonly string[] }
  | { readonly type: "move"; readonly id: string; readonly by: number }
  | { readonly type: "check" };

export function start(placed: readonly string[]): State {
  return { placed, right: [], tried: [], why: [], verdict: "none", checks: 0, moved: "" };
}
