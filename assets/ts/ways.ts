import { attr } from "./schema";
import type { State } from "./state";

/** What a button of a question does: check the answer, take back what was wrong, or go on along the path. It is the attribute that has the
 * words for it. */
export type Way = attr.wordCheck | attr.wordRetry | attr.wordNext;

/** After this many checks a child who has not found the answer is shown it, and may go on or try again. */
const enough = 3;

/** Reports whether a child is shown the answer. */
export function isShown({ verdict, checks }: State): boolean {
  return verdict === "not-yet" && checks >= enough;
}

/** Returns what the main button and the other one do in a state; "" if there is nothing to do. `ends` is true of a question that is
 * checked when it ends: as that takes long, a child may go on from any end. A page that is not a path only checks: all its questions
 * stand below one another. */
export function ways({ verdict, checks }: State, ends: boolean, path: boolean, known: boolean): readonly [main: Way | "", other: Way | ""] {
  const past = path && (known || checks >= (ends ? 1 : enough)) ? attr.wordNext : "";
  const retry = ends && checks > 0 ? attr.wordRetry : "";
  if (path && verdict === "yes") return [attr.wordNext, retry];
  if (path && verdict === "not-yet") return checks >= enough ? [attr.wordNext, attr.wordRetry] : [attr.wordRetry, past];
  return [ends ? retry : attr.wordCheck, past];
}
