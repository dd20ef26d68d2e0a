// What is remembered for a visit, and forgotten when the tab is closed: how a child wants pages shown, and nothing about what they know.

/** Reports whether a child asked for something in this visit: lessons on one page, or pages read aloud. Remembers first what they ask
 * for now, or no longer. Where storage is blocked, nothing is remembered. */
export function wish(name: "one-page" | "aloud", wanted?: boolean): boolean {
  try {
    if (wanted) sessionStorage.setItem(`safe-online-${name}`, "");
    if (wanted === false) sessionStorage.removeItem(`safe-online-${name}`);
    return sessionStorage.getItem(`safe-online-${name}`) !== null;
  } catch {
    return false;
  }
}
