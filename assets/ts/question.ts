import { showState, showVerdict } from "./render";
import { attr, event, part, parts, tell, word } from "./schema";
import type { Event } from "./state";
import { chatView } from "./views/chat";
import { gapsView } from "./views/gaps";
import { matchView } from "./views/match";
import { orderView } from "./views/order";
import { pickView } from "./views/pick";
import { sortView } from "./views/sort";
import { spotView } from "./views/spot";
import { optionOf, type Kind } from "./views/view";
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
  /** Whether the question was answered rightly before the latest event. To ask `known` reads storage, which would keep a verdict waiting. */
  let isKnown: boolean;
  let now: ReturnType<typeof ways>;

  /** Handles an event. A check changes the foot first, and everything else in the next frame: on a slow computer a child sees the verdict
   * sooner. */
  function send(did: Event): void {
    const before = state.checks;
    state = view.step(state, did);
    const isCheck = did.type === "check";
    const counts = state.checks > before;
    const right = state.verdict === "yes";
    allow();
    showVerdict(root, view, state, isCheck && now[0] !== attr.wordCheck ? word(actions, now[0]) : "");
    const rest = () => {
      const explained = showState(root, view, state);
      if (isShown(state) && !view.single) answers.open = true;
      if (answers.open || (state.verdict === "yes" && !explained && isCheck)) answers.hidden = false;
      showButtons();
      if (isCheck) look();
      if (counts) tell(root, event.checked, { key: word(root, attr.key), right });
    };
    if (!isCheck) return rest();
    requestAnimationFrame(() => setTimeout(rest));
  }

  /** Brings into view what Check said or, if that is in view already, what was wrong or is missing. */
  function look(): void {
    const missing = state.verdict === "missing";
    const wrong = state.why.find((id) => !state.right.includes(id));
    const place = missing
      ? parts(root, attr.item).find((item) => !item.querySelector(":checked"))
      : wrong && optionOf(root, wrong);
    const { top, bottom } = foot.getBoundingClientRect();
    if (!onPath() || top < 0 || bottom > innerHeight + 1) part(root, missing ? attr.error : attr.verdict).scrollIntoView({ block: "nearest" });
    else if (place) (place.closest(`[${attr.note}]`) ?? place).scrollIntoView({ block: "nearest" });
  }

  /** Works out what the two buttons do now. */
  function allow(): void {
    now = ways(state, !!view.ends, onPath(), isKnown);
  }

  /** Shows what the two buttons do. The main one stays in its place with other words, so that it keeps the focus. On the path the foot
   * covers the end of the window, and the page leaves room for it. */
  function showButtons(): void {
    isKnown = known();
    root.toggleAttribute(attr.open, state.verdict !== "yes" && !isKnown);
    allow();
    buttons.forEach((button, i) => {
      const way = now[i]!;
      button.hidden = !way;
      button.textContent = word(actions, way);
      if (!i) button.classList.toggle("btn--main", !(view.ends && state.verdict === "none")); // there is nothing to check
    });
    if (onPath() && foot.offsetHeight) page.style.setProperty("--foot", `${foot.offsetHeight}px`);
  }

  function press(way: Way): void {
    if (way === attr.wordNext) return tell(root, event.onward);
    if (way === attr.wordCheck) {
      reread();
      return send({ type: "check" });
    }
    view.retry?.(state.tried);
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

  buttons.forEach((button, i) => button.addEventListener("click", () => press(now[i] as Way)));
  addEventListener("pageshow", reread);
  addEventListener("resize", showButtons);
  addEventListener(event.stepped, showButtons);
  showVerdict(root, view, state, "");
  showState(root, view, state);
  showButtons();
  for (const element of parts(root, attr.scripted)) element.hidden = false;
  for (const element of parts(root, attr.plain)) element.hidden = true;
  actions.hidden = false;
  answers.hidden = true;
}

function onPath(): boolean {
  return page.hasAttribute(attr.path);
}
