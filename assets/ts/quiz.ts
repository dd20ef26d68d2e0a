import { enough, question } from "./question";
import { attr, part, parts } from "./schema";

/** Starts a quiz: its questions, which of them is shown, and its end. A question that fails to start stays plain HTML, and the
 * others still work. */
export function quiz(root: HTMLElement): void {
  const questions = parts(root, attr.question);
  const finish = document.querySelector<HTMLElement>(`[${attr.finish}]`);
  const one = root.hasAttribute(attr.single);
  const open = new Set(questions);
  const alive = questions.filter((element, number) => {
    try {
      question(element, root, (state) => {
        if (state.verdict !== "missing") open.delete(element);
        const past = state.verdict === "yes" || state.checks >= enough;
        if (one && past) part(element, attr.next).hidden = false;
        if (!one && finish && open.size === 0) finish.hidden = false;
      });
      if (one) part(element, attr.next).addEventListener("click", () => show(number + 1));
      return true;
    } catch (fault) {
      console.error(fault);
      return false;
    }
  });
  if (alive.length < questions.length) return;
  if (one) for (const later of questions.slice(1)) later.hidden = true;
  if (finish) finish.hidden = true;

  function show(number: number): void {
    const next = questions[number] ?? finish;
    if (!next) return;
    if (number < questions.length) questions.forEach((element) => (element.hidden = element !== next));
    next.hidden = false;
    part(next, attr.title).focus();
    next.scrollIntoView({ block: "nearest" });
  }
}
