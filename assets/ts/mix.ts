import { draw } from "./progress";
import { change, current, lessons } from "./progress-keep";
import { attr, event, fill, part, parts, word } from "./schema";
import { today } from "./today";

/** Draws the day's questions from those on the page, and removes the others. It must start before the quiz. */
export function mix(root: HTMLElement): void {
  const quiz = part(root, attr.quiz);
  const set = root.getAttribute(attr.mix)!;
  const all = new Map(parts(quiz, attr.key).map((question) => [question.getAttribute(attr.key)!, question]));
  const count = parts(quiz, attr.drawn).filter((place) => !place.hidden).length;
  // Fetch every image whatever is drawn, so that nobody who watches the network learns anything about the child.
  for (const image of quiz.querySelectorAll("img")) image.loading = "eager";

  const day = today();
  const kept = current().mixes[set];
  const keys = kept?.day === day && kept.keys.length === count && kept.keys.every((key) => all.has(key))
    ? kept.keys
    : draw(lessons().map(({ rule, keys }) => ({ rule, keys: keys.filter((key) => all.has(key)) })), current(), day, count);
  const chosen = keys.map((key) => all.get(key)!);
  quiz.prepend(...chosen);
  for (const place of parts(quiz, attr.drawn)) place.remove();
  chosen.forEach((question, i) => {
    part(question, attr.title).prepend(`${fill(word(root, attr.wordCount), { number: i + 1, count })}: `);
  });
  document.addEventListener(event.checked, () => change({ type: "drawn", set, mix: { day, keys } }), { once: true });
}
