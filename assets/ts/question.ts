import { render } from "./render";
import { attr, event, part, parts, tell, word } from "./schema";
import type { Event } from "./state";
import { chatView } from "./views/chat";
import { gapsView } from "./views/gaps";
import { matchView } from "./views/match";
import { orderView } from "./views/order";
import { pickView } from "./views/pick";
import { sortView } from "./views/sort";
import { spotView } from "./views/spot";
import { paragraph, untick, type Kind } from "./views/view";
import { isShown, ways, type Way } from "./ways";

const page = document.documentElement;
const kinds: Record<string, Kind> = {
  choice: pickView,
  several: pickView,
  order: orderView,
  sort: sortView,
  gaps: gapsView,
  spot: spotView,
  chat: chatView,
  match: matchView,
};

/** Starts one question. `quiz` has the words to show, and `known` reports whether the question was answered rightly before. Each check
 * dispatches `question:checked`, which bubbles. (A chat is checked when it ends.) The plain HTML is hidden only
 * once its replacement is ready. */
export function question(root: HTMLElement, quiz: HTMLElement, known: () => boolean): void {
  const answers = part(root, attr.answers) as HTMLDetailsElement;
  const actions = part(root, attr.actions);
  const foot = actions.parentElement!;
  const view = kinds[word(root, attr.question)]!(root, quiz, send);
  const buttons = [part(root, attr.check), part(root, attr.other)];
  let state = view.first;
  let shown: readonly (Way | "")[] = [];

  function send(did: Event): void {
    const before = state.checks;
    state = view.step(state, did);
    const explained = render(root, view, state);
    showButtons();
    if (did.type === "check" && shown[0] !== attr.wordCheck) sayNext();
    if (isShown(state) && !view.single) answers.open = true;
    if (answers.open || (state.verdict === "yes" && !explained && did.type === "check")) answers.hidden = false;
    const detail = state.checks > before && { key: word(root, attr.key), right: state.verdict === "yes" };
    const rest = () => {
      page.style.scrollPaddingBottom = `${foot.offsetHeight + 16}px`; // it covers the end of the window
      if (did.type === "check") look();
      if (detail) tell(root, event.checked, detail);
    };
    if (did.type === "check") requestAnimationFrame(() => setTimeout(rest)); // on a slow computer a child sees the feedback first
    else rest();
  }

  /** Brings into view what Check said, and what is to be looked at: what was wrong, or what is missing. */
  function look(): void {
    const missing = state.verdict === "missing";
    const wrong = state.why.find((id) => !state.right.includes(id));
    const place = missing
      ? parts(root, attr.item).find((item) => !item.querySelector(":checked"))
      : wrong && part(root, `${attr.option}="${wrong}"`);
    const { top, bottom } = foot.getBoundingClientRect();
    if (!onPath() || top < 0 || bottom > innerHeight + 1) part(root, missing ? attr.error : attr.verdict).scrollIntoView({ block: "nearest" });
    if (place && onPath()) (place.closest(`[${attr.note}]`) ?? place).scrollIntoView({ block: "nearest" });
  }

  /** Has what the main button does now announced with the verdict: it keeps the focus, and screen readers do not say that its words
   * have changed. */
  function sayNext(): void {
    const next = paragraph(buttons[0]!.textContent!);
    next.className = "vh";
    part(root, attr.verdict).firstElementChild!.append(next);
  }

  /** Shows what the two buttons do now. The main one stays in its place with other words, so that it keeps the focus. */
  function showButtons(): void {
    const was = known();
    root.toggleAttribute(attr.open, state.verdict !== "yes" && !was);
    shown = ways(state, !!view.ends, onPath(), was);
    buttons.forEach((button, i) => {
      const way = shown[i]!;
      button.hidden = !way;
      button.textContent = word(actions, way);
      if (!i) button.classList.toggle("btn--main", !(view.ends && state.verdict === "none")); // there is nothing to check
    });
  }

  function press(way: Way): void {
    if (way === attr.wordNext) return tell(root, event.onward);
    if (way === attr.wordCheck) {
      reread();
      return send({ type: "check" });
    }
    (view.retry ?? untick)(root);
    if (view.ends) return; // it is at its beginning, where the focus is too
    send({ type: "pick", ids: view.chosen?.() ?? state.placed });
    const option = parts(root, attr.option).find((option) => !option.closest("[hidden]"))!;
    (option.querySelector<HTMLElement>("input,button") ?? option).focus();
  }

  /** Chooses what the controls say, if that is something else. */
  function reread(): void {
    const ids = view.chosen?.() ?? state.placed;
    if (ids.join(" ") !== state.placed.join(" ")) send({ type: "pick", ids });
  }

  buttons.forEach((button, i) => button.addEventListener("click", () => press(shown[i] as Way)));
  addEventListener("pageshow", reread);
  document.addEventListener(event.stepped, showButtons);
  render(root, view, state);
  showButtons();
  for (const element of parts(root, attr.scripted)) element.hidden = false;
  for (const element of parts(root, attr.plain)) element.hidden = true;
  actions.hidden = false;
  answers.hidden = true;
}

function onPath(): boolean {
  return page.hasAttribute(attr.path);
}
