import { attr, part } from "./schema";

/** A button that covers the whole page with a calm picture at once, as Escape does, unless a menu is open, which it closes. It is a
 * modal dialog: the browser makes the rest of the page inert, closes the dialog with Escape, and restores the focus. The words have
 * the focus, not the button that a browser would choose, so that screen readers say them at once. */
export function hide(button: HTMLElement): void {
  const screen = part(document, attr.screen) as HTMLDialogElement;
  button.addEventListener("click", () => {
    if (!screen.open) screen.showModal();
    part(screen, attr.calm).focus();
  });
  document.addEventListener("keydown", (press) => {
    if (press.key !== "Escape" || press.defaultPrevented || document.fullscreenElement) return;
    if (screen.open && !press.repeat) return; // the browser closes the dialog
    const menu = document.querySelector<HTMLDetailsElement>("nav details[open]");
    if (menu) {
      menu.open = false;
      return menu.querySelector("summary")!.focus();
    }
    press.preventDefault(); // it would close a dialog that has just opened, too, and when the key is held down
    if (!press.repeat) button.click();
  });
  part(screen, attr.show).addEventListener("click", () => screen.close());
  screen.hidden = false;
  button.hidden = false;
}

/** A button that prints the page. */
export function print(button: HTMLElement): void {
  button.addEventListener("click", () => window.print());
  button.hidden = false;
}
