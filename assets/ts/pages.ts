// The script of pages without questions.
import { copy } from "./copy";
import { hide, print } from "./hide";
import { offline } from "./offline";
import { ask, forgetting } from "./progress-ask";
import { stars } from "./progress-stars";
import { attr } from "./schema";
import { speak } from "./speak";
import { start } from "./start";

start([
  [attr.hide, hide],
  [attr.stars, stars],
  [attr.ask, ask],
  [attr.forget, forgetting],
  [attr.speak, speak],
  [attr.print, print],
  [attr.copy, copy],
  [attr.offline, offline],
]);
