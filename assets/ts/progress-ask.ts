import { bringBack, canBringBack, carryOn, changed, forget, mustAsk } from "./progress-keep";
import { attr, part, word } from "./schema";

/** Asks whoever opens the page after a break whether the stars are theirs. Someone new can bring back what is deleted. */
export function ask(root: HTMLElement): void {
  const gone = part(document, attr.gone);
  const show = () => {
    const had = root.contains(document.activeElement);
    root.hidden = !mustAsk();
    if (root.hidden && had) part(document, "id=main").focus();
    if (!canBringBack()) gone.hidden = true;
  };
  part(root, attr.carryOn).addEventListener("click", carryOn);
  part(root, attr.someoneNew).addEventListener("click", () => {
    forget();
    gone.hidden = !canBringBack();
    if (!gone.hidden) part(gone, attr.title).focus();
  });
  part(gone, attr.bringBack).addEventListener("click", () => {
    bringBack();
    part(document, "id=main").focus();
  });
  document.addEventListener(changed, show);
  show();
}

/** A button that deletes all answers, the text beside it that confirms it, and a button that brings them back. */
export function forgetting(button: HTMLElement): void {
  const said = button.nextElementSibling as HTMLElement;
  const back = said.nextElementSibling as HTMLElement;
  button.hidden = false;
  button.addEventListener("click", () => {
    forget();
    said.textContent = word(button, attr.forget);
    back.hidden = !canBringBack();
  });
  back.addEventListener("click", () => {
    bringBack();
    said.textContent = word(back, attr.bringBack);
    button.focus();
  });
  document.addEventListener(changed, () => {
    if (!canBringBack()) back.hidden = true;
  });
}
