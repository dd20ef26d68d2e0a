import { knows } from "./progress";
import { change, changed, current, lessons } from "./progress-keep";
import { attr, fill, part, parts, word } from "./schema";
import { today } from "./today";

/** Shows the stars of a set of rules: one on each remembered rule, the things that they bring to a place, their number, and the
 * link to the certificate once there are all. */
export function stars(root: HTMLElement): void {
  const rules = word(root, attr.stars).split(" ");
  const count = part(root, attr.remembered);
  const show = () => {
    const got = current().stars;
    for (const star of parts(document, attr.star)) star.hidden = !(word(star, attr.star) in got);
    for (const thing of parts(document, attr.thing)) thing.setAttribute(attr.state, word(thing, attr.thing) in got ? "here" : "wait");
    const n = rules.filter((rule) => rule in got).length;
    count.textContent = fill(word(count, n === 0 ? attr.none : n === 1 ? attr.one : attr.many), { n });
    for (const reward of parts(root, attr.whenAll)) reward.hidden = n < rules.length;
    root.hidden = n === 0 && Object.keys(current().answers).length === 0;
  };
  document.addEventListener(changed, show);
  addEventListener("storage", show);
  const now = current();
  // The last open question of a rule may have been answered in another lesson that repeats it.
  if (lessons().some(({ rule, keys }) => !(rule in now.stars) && keys.every((key) => knows(now, key))))
    change({ type: "met", lessons: lessons(), day: today() });
  show();
}
