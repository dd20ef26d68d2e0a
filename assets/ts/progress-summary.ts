import { knows } from "./progress";
import { changed, current, isKept } from "./progress-keep";
import { attr, fill, part, parts, word } from "./schema";

/** The end of a quiz: whether its rule is remembered, and what to come back to. Where a child has been before, the quiz
 * goes on at the first question that is still open. Starts after the quiz itself. */
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
    for (const earned of parts(finish, attr.earned)) earned.hidden = !rule || !(rule in current().stars);
    list(part(finish, attr.back), questions.filter((question) => !isKnown(question)), only);
    if (!met.size) resume();
  };
  const resume = () => {
    const open = questions.filter((question) => !isKnown(question));
    const known = questions.length - open.length;
    if (known && open[0]) only(open[0]);
    for (const root of parts(document, attr.resume)) {
      const line = part(root, attr.many);
      line.textContent = fill(word(line, attr.many), { n: known, all: questions.length });
      list(root, known ? open.slice(0, 1) : [], only);
    }
  };

  // On the way down, so that a child who answers is never led away by what the answer changes.
  quiz.addEventListener("question:checked", ({ target }) => met.add(target!), true);
  quiz.addEventListener("question:checked", ({ target }) => {
    for (const root of parts(document, attr.resume)) root.hidden = true;
    if (!single && questions.every((question) => met.has(question) || isKnown(question))) finish.hidden = false;
    const note = part(document, attr.unkept);
    if (isKept() || note.textContent) return;
    (target as HTMLElement).after(note);
    note.textContent = word(note, attr.unkept);
  });
  document.addEventListener(changed, show);
  show();
}

/** Fills a list with links to questions; without any, it is not there. */
function list(root: HTMLElement, questions: HTMLElement[], only: (question: HTMLElement) => void): void {
  root.hidden = questions.length === 0;
  part(root, attr.links).replaceChildren(...questions.map((question) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    const title = part(question, attr.title);
    link.href = `#${question.id}`;
    link.textContent = title.textContent!.trim();
    link.addEventListener("click", (event) => {
      event.preventDefault();
      only(question);
      title.focus();
      question.scrollIntoView();
    });
    return item;
  }));
}
