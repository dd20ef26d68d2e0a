import type { Kind } from "./face";
import { chatFace } from "./faces/chat";
import { gapsFace } from "./faces/gaps";
import { orderFace } from "./faces/order";
import { pickFace } from "./faces/pick";
import { sortFace } from "./faces/sort";
import { spotFace } from "./faces/spot";
import { render } from "./render";
import { attr, event, part, parts, word } from "./schema";
import type { Event, State } from "./state";

const kinds: Record<string, Kind> = {
  choice: pickFace, several: pickFace, order: orderFace, sort: sortFace, gaps: gapsFace, spot: spotFace, chat: chatFace,
};

/** Brings one question to life. `changed` hears of every check, and so does whoever listens to `question:checked` above it
 * (a chat is checked when it ends). Nothing of the plain question is taken away before all that replaces it stands. */
export function question(root: HTMLElement, words: HTMLElement, changed: (state: State) => void): void {
  const face = kinds[word(root, attr.question)]!(root, words, send);
  let state = face.first;

  function send(did: Event): void {
    const before = state.checks;
    state = face.step(state, did);
    render(root, face, state);
    if (state.checks === before) return;
    changed(state);
    const detail = { key: word(root, attr.key), right: state.verdict === "yes" };
    root.dispatchEvent(new CustomEvent(event.checked, { bubbles: true, detail }));
  }

  root.querySelector(`[${attr.check}]`)?.addEventListener("click", () => send({ type: "check" }));
  render(root, face, state);
  for (const element of parts(root, attr.scripted)) element.hidden = false;
  for (const element of parts(root, attr.plain)) element.hidden = true;
  part(root, attr.actions).hidden = false;
  part(root, attr.answers).hidden = true;
}
