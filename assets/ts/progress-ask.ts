import { bringBack, canBringBack, carryOn, changed, forget, mustAsk } from "./progress-keep";
import { attr, part, word } from "./schema";

/** Asks whether the stars on this device are those of the child who is here: at the top of the page, and again, in the question, when
 * an answer is to be checked, which then waits. Someone new can bring back what is deleted. */
export function ask(root: HTMLElement): void {
  const main = part(document, "id=main");
  const gone = part(main, attr.gone);
  let waiting: HTMLElement | null = null;

  const show = () => {
    root.hidden = !mustAsk();
    if (!canBringBack()) gone.hidden = true;
  };
  /** Goes on with the check that has waited. */
  const answered = () => {
    const checks = waiting;
    waiting = null;
    part(main, attr.screen).after(root);
    (checks ?? (gone.hidden ? main : part(gone, attr.title))).focus();
    checks?.click();
  };

  document.addEventListener("click", (click) => {
    const checks = (click.target as Element).closest<HTMLElement>(`[${attr.check}],a[${attr.option}]`);
    if (!checks || !mustAsk()) return;
    click.preventDefault();
    click.stopImmediatePropagation();
    waiting = checks;
    part(checks.closest(`[${attr.question}]`)!, attr.actions).before(root);
    part(root, attr.title).focus();
  }, true);
  part(root, attr.carryOn).addEventListener("click", () => {
    carryOn();
    answered();
  });
  part(root, attr.someoneNew).addEventListener("click", () => {
    forget();
    gone.hidden = !canBringBack();
    const question = waiting?.closest(`[${attr.question}]`);
    if (question) part(question, attr.answers).before(gone);
    answered();
  });
  part(gone, attr.bringBack).addEventListener("click", () => {
    bringBack();
    main.focus();
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
