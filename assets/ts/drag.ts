import { attr } from "./schema";

/** Lets options be dragged with a mouse or a pen, in addition to buttons and radio buttons that do the same. A finger drags them by
 * their grips, and elsewhere scrolls the page. `over` is called with the dragged option and the position of the pointer. */
export function drag(list: HTMLElement, over: (held: HTMLElement, x: number, y: number) => void): void {
  let held: HTMLElement | null = null;
  list.addEventListener("pointerdown", (press) => {
    const target = press.target as Element;
    const scrolls = press.pointerType === "touch" && !target.closest(`[${attr.grip}]`);
    held = scrolls || target.closest("button") ? null : target.closest<HTMLElement>(`[${attr.option}]`);
  });
  list.addEventListener("dragstart", (event) => event.preventDefault()); // the browser would drag the picture alone
  list.addEventListener("pointermove", (move) => {
    if (!move.buttons) held = null;
    if (held) over(held, move.clientX, move.clientY);
  });
}
