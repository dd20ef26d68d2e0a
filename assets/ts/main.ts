import { copy } from "./copy";
import { hide, print } from "./hide";
import { mix } from "./mix";
import { offline } from "./offline";
import { ask, forgetting } from "./progress-ask";
import { keep } from "./progress-keep";
import { stars } from "./progress-stars";
import { summary } from "./progress-summary";
import { quiz } from "./quiz";
import { attr, parts } from "./schema";
import { speak } from "./speak";

/** The components, by the attribute of the elements that they start on. Where one fails, its element stays plain HTML and the
 * others still start. */
const components: readonly [string, (root: HTMLElement) => void][] = [
  [attr.hide, hide],
  [attr.mix, mix],
  [attr.quiz, quiz],
  [attr.quiz, keep],
  [attr.stars, stars],
  [attr.finish, summary],
  [attr.ask, ask],
  [attr.forget, forgetting],
  [attr.speak, speak],
  [attr.print, print],
  [attr.copy, copy],
  [attr.offline, offline],
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
