import { attr, event, fill, part, parts, tell, word } from "./schema";
import { wish } from "./visit";

/** Shows a page with questions as a path: one step at a time, with Back and Next. Each step is an entry in the browser's history and
 * has an address; the page's own address is that of the first. A link to what is not on the path, and the button "All on one
 * page", leave the page as it is without a script. It must start after the quiz. */
export function path(way: HTMLElement): void {
  const main = part(document, "id=main");
  const page = document.documentElement;
  const foot = part(main, attr.foot);
  const back = part(foot, attr.pathBack);
  const next = part(foot, attr.pathNext);
  const out = part(foot, attr.pathOut);
  const count = part(way, attr.count);
  const speak = main.querySelector(`[${attr.speak}]`);
  const bar = speak?.parentElement;
  const dots = parts(way, attr.dot);
  const steps = parts(main, attr.step);
  const onePage = part(main, attr.onePage);
  const bySteps = part(main, attr.bySteps);
  const end = steps.findIndex((step) => word(step, attr.step) === "end");
  let now = 0;

  /** Returns the step that an address leads to, or -1 if it is not on the path. */
  const at = (hash: string): number => {
    const target = hash ? document.getElementById(hash.slice(1)) : steps[0]!;
    return steps.findIndex((step) => target && (step.contains(target) || target.contains(step)));
  };

  const show = (to: number): void => {
    now = to;
    const step = steps[to]!;
    history.scrollRestoration = "manual"; // a step is shown from its beginning
    page.setAttribute(attr.path, word(step, attr.step));
    for (const shown of parts(main, attr.now)) {
      shown.removeAttribute(attr.now);
      shown.setAttribute(attr.left, "");
    }
    for (let around = step; around !== main; around = around.parentElement!) around.setAttribute(attr.now, "");
    step.hidden = false;
    const row = step.querySelector(`[${attr.actions}]:not([hidden])`) ?? foot; // the buttons of a question that failed to start are hidden
    row.prepend(back);
    if (speak) (step.hasAttribute(attr.aloud) ? step : part(step, attr.aloud)).prepend(speak);
    foot.hidden = row !== foot;
    back.hidden = to === 0;
    next.hidden = to === end;
    out.hidden = to !== end;
    dots.forEach((dot, i) => dot.setAttribute(attr.state, i === to ? "now" : i < to && !steps[i]!.hasAttribute(attr.open) ? "past" : ""));
    count.textContent = to < end ? fill(word(count, attr.count), { n: to + 1, all: end }) : "";
    way.hidden = onePage.hidden = false;
    bySteps.hidden = true;
    tell(document, event.stepped);
  };

  /** Opens a step, and moves the focus to its heading, or if it goes on without one to its first words: screen readers say nothing
   * about a step that has the focus. They are silent, too, if the element that had the focus is gone at once, or if their position is
   * in text that is gone, which is a selection. */
  const open = (to: number): void => {
    show(to);
    scrollTo(0, 0);
    getSelection()?.removeAllRanges();
    const step = steps[to]!;
    step.querySelector<HTMLElement>(`[${attr.title}],[${attr.begins}]`)!.focus({ preventScroll: true });
    setTimeout(() => {
      for (const left of parts(main, attr.left)) left.removeAttribute(attr.left);
    }, 1000); // a screen reader on a slow computer is behind
  };

  /** Opens a step as an entry of its own. What questions remember in the entry before is kept. */
  const go = (to: number): void => {
    try {
      history.pushState(history.state, "", to ? `#${steps[to]!.id}` : location.pathname + location.search);
    } finally { // a browser may refuse another entry
      open(to);
    }
  };

  const leave = (): void => {
    page.removeAttribute(attr.path);
    way.hidden = foot.hidden = onePage.hidden = true;
    bySteps.hidden = false;
    foot.prepend(back);
    bar?.prepend(speak!);
    tell(document, event.stepped);
  };

  const onward = () => go(now === steps.length - 1 ? end : now + 1);
  next.addEventListener("click", onward);
  main.addEventListener(event.onward, onward);
  back.addEventListener("click", () => go(now - 1));
  addEventListener("hashchange", () => {
    if (!page.hasAttribute(attr.path)) return;
    const to = at(location.hash);
    if (to >= 0) return open(to);
    leave();
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  });
  onePage.addEventListener("click", () => {
    wish("one-page", true);
    leave();
    bySteps.focus();
  });
  bySteps.addEventListener("click", () => {
    wish("one-page", false);
    go(0);
  });

  const first = at(location.hash);
  if (first < 0 || wish("one-page")) leave();
  else if (location.hash) open(first);
  else show(first);
}
