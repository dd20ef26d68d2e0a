import type { Event } from "./state";

/** What a key does to a deck, or to the page around it. */
export type Wish = Event | { readonly type: "full" } | { readonly type: "nothing" };

/** Returns what a key of a keyboard or a remote does, or null. A remote with two buttons sends Page Down and Page Up; the third
 * button sends B or a full stop, for a black screen; some send F5 and Escape. What is printed on the key counts, so a keypad
 * without its lock moves. Keys with Ctrl, Alt or Command are left to the browser. */
export function wish(event: Partial<KeyboardEvent>): Wish | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  const digit = /^[1-6]$/.exec(event.key ?? "")?.[0] ?? /^Digit([1-6])$/.exec(event.code ?? "")?.[1];
  if (digit) return { type: "pick", letter: "ABCDEF"[Number(digit) - 1]! };
  const turn = /^(?:Page|Arrow)(?:(Down|Right)|Up|Left)$/.exec(event.key ?? "");
  if (turn) return { type: "step", by: turn[1] ? 1 : -1 };
  switch (event.key) {
    case " ":
      return isControl(event.target) ? null : { type: "step", by: event.shiftKey ? -1 : 1 };
    case "Home":
      return { type: "go", to: 1 };
    case "End":
      return { type: "go", to: Infinity };
    case "b":
    case "B":
    case ".":
      return { type: "black" };
    case "t":
    case "T":
      return { type: "timer" };
    case "f":
    case "F":
      return { type: "full" };
    case "F5":
      return { type: "nothing" };
    case "Escape":
      return { type: "close" };
  }
  return null;
}

/** Reports whether the target is a control, which Space operates as usual. */
function isControl(target: EventTarget | null | undefined): boolean {
  return target instanceof Element && !!target.closest("button, a, summary");
}
