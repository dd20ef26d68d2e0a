import { attr, part } from "./schema";

/** Hides the whole page behind a calm picture at once. The browser keeps all else out of reach meanwhile, closes it
 * with Escape too, and gives the focus back. */
export function hide(button: HTMLElement): void {
  const screen = part(document, attr.screen) as HTMLDialogElement;
  button.addEventListener("click", () => {
    if (!screen.open) screen.showModal();
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
