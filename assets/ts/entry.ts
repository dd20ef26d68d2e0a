import { attr } from "./schema";

// What questions remember in an entry of the browser's history, which outlasts a reload: ids of their options and scenes, by the id of
// the question. The address does not change: it would show a child's answers to anyone who looks at the history.

/** Remembers something in the current entry, or in a new one. A browser may refuse that for a while, as Safari does after a hundred
 * changes in ten seconds. */
export function remember(how: "pushState" | "replaceState", question: string, ids: readonly string[]): void {
  try {
    history[how]({ ...sound(history.state), [question]: ids.join(" ") }, "");
  } catch {
    // Back leaves the page.
  }
}

/** Returns what a question remembers in an entry. */
export function recall(question: string, state: unknown = history.state): readonly string[] {
  return sound(state)[question]?.split(" ") ?? [];
}

/** Returns what questions on this page can have written. Other pages and scripts may have written the entry. */
function sound(state: unknown): Record<string, string> {
  if (typeof state !== "object" || state === null) return {};
  return Object.fromEntries(Object.entries(state).filter(([question, ids]) =>
    typeof ids === "string" && document.getElementById(question)?.hasAttribute(attr.question)));
}
