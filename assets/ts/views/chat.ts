import { chat, type Reply } from "../kinds/chat";
import { recall, remember } from "../entry";
import { attr, part, parts, word } from "../schema";
import { start, type Event, type State } from "../state";
import { announce, feedback, id, verdict, type Kind } from "./view";

/** Chat: scenes that follow one another. Each scene is an entry in the browser's history, so that Back returns to the scene before. */
export const chatView: Kind = (root, words, send) => {
  const box = part(root, attr.chat);
  const scenes = parts(box, attr.turn);
  const name = (scene: HTMLElement) => word(scene, attr.turn);
  const replies: Reply[] = parts(box, attr.option).map((reply) => ({
    id: id(reply),
    scene: name(reply.closest(`[${attr.turn}]`)!),
    to: word(reply, attr.goto),
    right: reply.hasAttribute(attr.right),
  }));
  const first = name(scenes[0]!);
  const last = (placed: readonly string[]) => placed[placed.length - 1]!;
  const begun = recall(root.id).reduce((state, id) => chat(replies, state, { type: "reply", id }), start([first]));
  let placed = begun.placed;

  /** Handles an event, and adds the scene that it leads to, if that is another, to the browser's history. */
  const go = (event: Event) => {
    const before = last(placed);
    send(event);
    if (last(placed) !== before) remember("pushState", root.id, placed);
    focusOn(part(box, `${attr.turn}="${last(placed)}"`));
  };
  for (const reply of parts(box, attr.option))
    reply.addEventListener("click", (click) => {
      if (click.ctrlKey || click.metaKey || click.shiftKey) return;
      click.preventDefault();
      go({ type: "reply", id: id(reply) });
    });
  remember("replaceState", root.id, placed);
  addEventListener("popstate", ({ state }) => {
    const scene = last(recall(root.id, state));
    const before = last(placed);
    if (scene) send({ type: "go", scene });
    // Afterwards the browser looks for what the address leads to, and takes the focus from anything else.
    if (last(placed) !== before) setTimeout(() => focusOn(part(box, `${attr.turn}="${last(placed)}"`)));
  });
  // A link within the page makes an entry that has no scene.
  addEventListener("hashchange", () => {
    if (!recall(root.id).length) remember("replaceState", root.id, placed);
  });

  return {
    ends: true,
    first: begun,
    step: (state, event) => chat(replies, state, event),
    show(state) {
      placed = state.placed;
      showScenes(box, scenes, state);
    },
    retry: () => go({ type: "go", scene: first }),
    lines(state) {
      return [verdict(words, state, word(box, state.verdict === "yes" ? attr.done : attr.better))];
    },
  };
};

/** Shows the scenes on the path, in the order of the conversation. Only a scene that is yet to come changes its place. */
function showScenes(box: HTMLElement, scenes: HTMLElement[], state: State): void {
  const path = state.placed.filter((_, place) => place % 2 === 0).map((id) => part(box, `${attr.turn}="${id}"`));
  showFeedback(box, path, state);
  for (const scene of scenes) {
    const past = path.slice(0, -1).includes(scene);
    scene.hidden = !path.includes(scene);
    scene.setAttribute(attr.state, past ? "past" : "now");
    for (const reply of parts(scene, attr.option)) showReply(reply, past, state.placed.includes(id(reply)));
  }
  path.forEach((scene, place) => {
    const before = path[place - 1];
    if (before && before.compareDocumentPosition(scene) & Node.DOCUMENT_POSITION_PRECEDING) before.after(scene);
  });
}

/** Shows the feedback to the latest reply: in its scene, or, if the reply led back to a scene before that, in the current one. */
function showFeedback(box: HTMLElement, path: HTMLElement[], state: State): void {
  const replied = path.find((scene) => parts(scene, attr.option).some((reply) => state.why.includes(id(reply))));
  for (const region of parts(box, attr.feedback)) {
    const here = region.closest(`[${attr.turn}]`) === (replied ?? path[path.length - 1]) ? state.why : [];
    region.setAttribute(attr.state, here.every((id) => state.right.includes(id)) ? "right" : "tried");
    announce(region, feedback(here));
  }
}

/** Shows a reply as a link, or in a past scene as text, or not at all. The text is another element, because screen readers call a
 * link without an address, but with a listener, clickable. */
function showReply(reply: HTMLElement, past: boolean, chosen: boolean): void {
  const item = reply.parentElement!;
  item.querySelector(`[${attr.chosen}]`)?.remove();
  item.hidden = past && !chosen;
  reply.hidden = past;
  if (past && chosen) reply.before(asText(reply));
}

/** Returns the words and the mark of a reply as text. */
function asText(reply: HTMLElement): HTMLElement {
  const text = document.createElement("span");
  text.className = reply.className;
  text.setAttribute(attr.chosen, "");
  text.setAttribute(attr.state, word(reply, attr.state));
  text.append(...reply.cloneNode(true).childNodes);
  return text;
}

/** Moves to the heading of a scene. The position of a screen reader is a selection; it may be in a past reply that is gone, and
 * the browser then moves it to the next text. Without a selection, the position follows the focus. */
function focusOn(scene: HTMLElement): void {
  const heading = part(scene, attr.heading);
  getSelection()?.removeAllRanges();
  heading.focus({ preventScroll: true });
  scene.scrollIntoView({ block: "nearest" });
  scene.querySelector(`[${attr.feedback}]>div`)?.scrollIntoView({ block: "nearest" });
}
