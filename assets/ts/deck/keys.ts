import type { Event } from "./state";

/** What a key does to a deck, or to the page around it. */
export type Wish = Event | { readonly type: "full" } | { readonly type: "hands"; readonly nth: number; readonly by: number };

/** Returns what a key of a keyboard or a remote does, or null. A remote with two buttons sends Page Down and Page Up; the third
 * button sends B or a full stop, for a black screen. Keys with Ctrl, Alt or Command are left to the browser. */
export function wish(event: KeyboardEvent): Wish | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  const digit = /^(?:Digit|Numpad)([1-6])$/.exec(event.code) ?? /^([1-6])$/.exec(event.key);
  if (digit) return { type: "hands", nth: Number(digit[1]) - 1, by: event.shiftKey ? -1 : 1 };
  switch (event.key) {
    case " ":
      return isControl(event.target) ? null : { type: "step", by: event.shiftKey ? -1 : 1 };
    case "PageDown":
    case "ArrowRight":
    case "ArrowDown":
      return { type: "step", by: 1 };
    case "PageUp":
    case "ArrowLeft":
    case "ArrowUp":
      return { type: "step", by: -1 };
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
    case "Escape":
      return { type: "close" };
  }
  return null;
}

/** Reports whether the target is a control, which Space operates as usual. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && !!target.closest("button, a, summary");
}
