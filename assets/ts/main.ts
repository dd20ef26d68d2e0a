import { copy } from "./copy";
import { quiz } from "./quiz";
import { attr, parts } from "./schema";

/** Starts whatever the page holds. A component that fails stays plain HTML; the others live on. */
const components: readonly [string, (root: HTMLElement) => void][] = [
  [attr.quiz, quiz],
  [attr.copy, copy],
];

for (const [name, start] of components) {
  for (const root of parts(document, name)) {
    try {
      start(root);
    } catch (fault) {
      console.error(fault);
    }
  }
}
