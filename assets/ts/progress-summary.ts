import { knows } from "./progress";
import { changed, current, isKept } from "./progress-keep";
import { attr, fill, part, parts, word } from "./schema";

/** Shows the end of a quiz: whether its rule is remembered, and which questions to come back to. On a later visit the quiz
 * resumes at the first open question. It must start after the quiz. */
export function summary(finish: HTMLElement): void {
  const quiz = part(document, attr.quiz);
  const questions = parts(quiz, attr.key);
  const single = quiz.hasAttribute(attr.single);
  const met = new Set<EventTarget>();
  const isKnown = (question: HTMLElement) => knows(current(), question.getAttribute(attr.key)!);

  const only = (question: HTMLElement) => {
    if (single) for (const other of questions) other.hidden = other !== question;
  };
  const show = () => {
    const rule = finish.getAttribute(attr.rule);
    for (const earned of parts(finish, attr.earned)) earned.hidden = !rule || !isKept() || !(rule in current().stars);
    list(part(finish, attr.back), questions.filter((question) => !isKnown(question)), only);
    if (!met.size) resume();
  };
  const resume = () => {
    const open = questions.filter((question) => !isKnown(question));
    const known = questions.length - open.length;
    if (known && open[0]) only(open[0]);
    for (const root of parts(document, attr.resume)) {
      const done = part(root, attr.many);
      done.textContent = fill(word(done, open.length ? attr.many : attr.whenAll), { n: known, all: questions.length });
      list(root, open.slice(0, 1), only);
      root.hidden = known === 0;
    }
  };

  // In the capture phase, before `changed` is dispatched: an answer must not make the quiz jump to another question.
  quiz.addEventListener("question:checked", ({ target }) => met.add(target!), true);
  quiz.addEventListener("question:checked", ({ target }) => {
    for (const root of parts(document, attr.resume)) root.hidden = true;
    if (!single && questions.every((question) => met.has(question) || isKnown(question))) finish.hidden = false;
    const note = part(document, attr.unkept);
    if (isKept() || note.textContent) return;
    (target as HTMLElement).after(note);
    // A note that is moved together with its words is not announced.
    setTimeout(() => (note.textContent = word(note, attr.unkept)), 100);
  });
  document.addEventListener(changed, show);
  show();
}

/** Fills a list with links to questions, or hides it if there are none. */
function list(root: HTMLElement, questions: HTMLElement[], only: (question: HTMLElement) => void): void {
  root.hidden = questions.length === 0;
  part(root, attr.links).replaceChildren(...questions.map((question) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    const title = part(question, attr.title);
    link.href = `#${question.id}`;
    link.textContent = (title.querySelector(`[${attr.whole}]`) ?? title).textContent!.trim();
    link.addEventListener("click", (event) => {
      event.preventDefault();
      only(question);
      title.focus();
      question.scrollIntoView();
    });
    return item;
  }));
}
