import { render } from "./render";
import { attr, event, part, parts, word } from "./schema";
import type { Event, State } from "./state";
import { chatView } from "./views/chat";
import { gapsView } from "./views/gaps";
import { matchView } from "./views/match";
import { orderView } from "./views/order";
import { pickView } from "./views/pick";
import { sortView } from "./views/sort";
import { spotView } from "./views/spot";
import type { Kind } from "./views/view";

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

/** After this many checks a child who has not found the answer is shown it, and may go on or try again. */
export const enough = 3;

/** Starts one question. Each check calls `changed` and dispatches `question:checked`, which bubbles. (A chat is checked when it
 * ends.) The plain HTML is hidden only once its replacement is ready. */
export function question(root: HTMLElement, words: HTMLElement, changed: (state: State) => void): void {
  const answers = part(root, attr.answers) as HTMLDetailsElement;
  const view = kinds[word(root, attr.question)]!(root, words, send);
  let state = view.first;

  function send(did: Event): void {
    const before = state.checks;
    state = view.step(state, did);
    render(root, view, state);
    if (state.checks >= enough && state.verdict === "not-yet") {
      answers.open = true;
      answers.hidden = false;
    }
    if (did.type === "check") part(root, state.verdict === "missing" ? attr.error : attr.verdict).scrollIntoView({ block: "nearest" });
    if (state.checks === before) return;
    changed(state);
    const detail = { key: word(root, attr.key), right: state.verdict === "yes" };
    root.dispatchEvent(new CustomEvent(event.checked, { bubbles: true, detail }));
  }

  /** Chooses what the controls say, if that is something else. */
  function reread(): void {
    const ids = view.chosen?.() ?? state.placed;
    if (ids.join(" ") !== state.placed.join(" ")) send({ type: "pick", ids });
  }

  root.querySelector(`[${attr.check}]`)?.addEventListener("click", () => {
    reread();
    send({ type: "check" });
  });
  addEventListener("pageshow", reread);
  render(root, view, state);
  for (const element of parts(root, attr.scripted)) element.hidden = false;
  for (const element of parts(root, attr.plain)) element.hidden = true;
  part(root, attr.actions).hidden = false;
  answers.hidden = true;
}
