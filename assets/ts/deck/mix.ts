import { deal, type Lesson } from "../progress";
import { attr, deck as mark, parts, word } from "../schema";

/** Draws the day's questions from those in a mix, the same for all classes on that day, and removes the others. A deck that is
 * not a mix does not change. */
export function drawParts(root: HTMLElement, day: number): void {
  const all = parts(root, attr.key);
  if (!all.length) return;
  const count = new Set(all.filter((slide) => !slide.hidden).map((slide) => word(slide, attr.key))).size;
  const lessons = new Map<string, Set<string>>();
  for (const slide of all) {
    const rule = word(slide, attr.rule);
    lessons.set(rule, (lessons.get(rule) ?? new Set()).add(word(slide, attr.key)));
  }
  const drawn = deal([...lessons].map(([rule, keys]): Lesson => ({ rule, keys: [...keys] })), day, count, () => 0);
  const after = all[all.length - 1]!.nextElementSibling!;
  const answers = root.querySelector(".handout");
  for (const slide of all) if (!drawn.includes(word(slide, attr.key))) slide.remove();
  for (const key of drawn) {
    after.before(...all.filter((slide) => word(slide, attr.key) === key));
    const answer = answers?.querySelector<HTMLElement>(`[${mark.handout}="${key}"]`);
    if (answer) answers!.append(answer);
  }
  for (const answer of parts(root, mark.handout)) answer.hidden = !drawn.includes(word(answer, mark.handout));
}
