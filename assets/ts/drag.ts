import { attr } from "./schema";

/** Dragging with a mouse or a pen: an extra, beside buttons and radio buttons that do the same. A finger scrolls the page.
 * `over` hears where an option that is held has come to. */
export function drag(list: HTMLElement, over: (held: HTMLElement, x: number, y: number) => void): void {
  let held: HTMLElement | null = null;
  list.addEventListener("pointerdown", (press) => {
    const target = press.target as Element;
    held = press.pointerType === "touch" || target.closest("button") ? null : target.closest<HTMLElement>(`[${attr.option}]`);
  });
  list.addEventListener("pointermove", (move) => {
    if (!move.buttons) held = null;
    if (held) over(held, move.clientX, move.clientY);
  });
}
