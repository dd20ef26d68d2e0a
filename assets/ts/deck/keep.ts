import type { Deck } from "./state";

/** What a class said, which is kept in the tab until it is closed, and comes back only when the page is loaded again. */
type Said = Pick<Deck, "votes" | "most">;

const name = "safe-online-slides";

/** Keeps what a class said. Where the browser denies storage, a reload loses it. */
export function keep({ votes, most }: Said): void {
  try {
    sessionStorage.setItem(name, JSON.stringify({ votes, most }));
  } catch {
    // Nothing depends on it.
  }
}

/** Returns what was said before the page was loaded again. Whoever opens a deck anew begins with nothing. */
export function kept(): Partial<Said> {
  try {
    const [how] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (how?.type === "reload") return JSON.parse(sessionStorage.getItem(name) ?? "{}") as Partial<Said>;
    sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
  return {};
}
