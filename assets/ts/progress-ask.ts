import { carryOn, changed, forget, mustAsk } from "./progress-keep";
import { attr, part, word } from "./schema";

/** Asks whoever opens the page after a break whether the stars are theirs. */
export function ask(root: HTMLElement): void {
  const show = () => {
    const had = root.contains(document.activeElement);
    root.hidden = !mustAsk();
    if (root.hidden && had) part(document, "id=main").focus();
  };
  part(root, attr.carryOn).addEventListener("click", carryOn);
  part(root, attr.someoneNew).addEventListener("click", forget);
  document.addEventListener(changed, show);
  show();
}

/** A button that deletes all answers, and the text beside it that confirms it. */
export function forgetting(button: HTMLElement): void {
  const said = button.nextElementSibling as HTMLElement;
  button.hidden = false;
  button.addEventListener("click", () => {
    forget();
    said.textContent = word(button, attr.forget);
  });
}
