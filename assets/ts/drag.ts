import { attr } from "./schema";

/** Lets options be dragged with a mouse or a pen, in addition to buttons and radio buttons that do the same. A finger scrolls
 * the page instead. `over` is called with the dragged option and the position of the pointer. */
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
