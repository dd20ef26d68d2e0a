import { knows } from "./progress";
import { current } from "./progress-keep";
import { question } from "./question";
import { attr, parts, word } from "./schema";

/** Starts the questions of a page, and hides the end, which comes after them. A question that fails to start stays plain HTML, and the
 * others still work. */
export function quiz(root: HTMLElement): void {
  const finish = document.querySelector<HTMLElement>(`[${attr.finish}]`);
  finish?.toggleAttribute("hidden", true);
  for (const element of parts(document, attr.question)) {
    try {
      question(element, root, () => isKnown(element));
    } catch (fault) {
      finish?.toggleAttribute("hidden", false);
      console.error(fault);
    }
  }
}

/** Reports whether a question has ever been answered rightly. */
export function isKnown(question: HTMLElement): boolean {
  return knows(current(), word(question, attr.key));
}

/** Returns the questions that come before the end: not those of other lessons, which a child may repeat after it. */
export function own(): HTMLElement[] {
  const finish = document.querySelector(`[${attr.finish}]`);
  return parts(document, attr.question).filter((element) => !finish || element.compareDocumentPosition(finish) & Node.DOCUMENT_POSITION_FOLLOWING);
}
