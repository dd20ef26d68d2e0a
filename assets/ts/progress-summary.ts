import { changed, current, isKept } from "./progress-keep";
import { isKnown, own } from "./quiz";
import { attr, event, fill, part, parts, word } from "./schema";

/** Shows the end of a quiz: whether its rule is remembered, and which questions to come back to. On a later visit the page says at
 * which question to go on. It must start after the quiz. */
export function summary(finish: HTMLElement): void {
  const questions = own();
  const met = new Set<EventTarget>();

  const show = () => {
    const open = questions.filter((question) => !isKnown(question));
    const rule = word(finish, attr.rule);
    const earned = !!rule && isKept() && rule in current().stars;
    for (const words of parts(finish, attr.earned)) words.hidden = !earned;
    for (const words of parts(finish, attr.unearned)) words.hidden = earned;
    list(part(finish, attr.back), open);
    for (const root of parts(document, attr.resume)) {
      const done = part(root, attr.many);
      done.textContent = fill(word(done, open.length ? attr.many : attr.whenAll), { n: questions.length - open.length, all: questions.length });
      list(root, open.slice(0, 1));
      root.hidden = met.size > 0 || open.length === questions.length;
    }
  };

  // In the capture phase, before `changed` is dispatched.
  document.addEventListener(event.checked, ({ target }) => met.add(target!), true);
  document.addEventListener(event.checked, ({ target }) => {
    show();
    if (questions.every((question) => met.has(question) || isKnown(question))) finish.hidden = false;
    const note = part(document, attr.unkept);
    if (isKept() || note.textContent) return;
    part(target as HTMLElement, attr.actions).after(note);
    // A note that is moved together with its words is not announced.
    setTimeout(() => (note.textContent = word(note, attr.unkept)), 100);
  });
  document.addEventListener(changed, show);
  show();
}

/** Fills a list with links to questions, or hides it if there are none. */
function list(root: HTMLElement, questions: HTMLElement[]): void {
  root.hidden = questions.length === 0;
  part(root, attr.links).replaceChildren(...questions.map((question) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    const title = part(question, attr.title);
    link.href = `#${question.id}`;
    link.textContent = (title.querySelector(`[${attr.whole}]`) ?? title).textContent!.trim();
    return item;
  }));
}
