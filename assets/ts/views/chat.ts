import { chat, type Reply } from "../kinds/chat";
import { attr, part, parts, word } from "../schema";
import { start, type Event, type State } from "../state";
import { id, paragraph, verdict, why, type Kind } from "./view";

/** Chat: scenes that follow one another. Each scene is an entry in the browser's history, so that Back returns to the scene
 * before. The address does not change: it would show the child's replies to anyone who looks at the history, and, since
 * browsers fetch the page's icon again for each new address, to anyone who watches the network. */
export const chatView: Kind = (root, words, send) => {
  const box = part(root, attr.chat);
  const scenes = parts(box, attr.turn);
  const name = (scene: Element) => scene.getAttribute(attr.turn)!;
  const replies: Reply[] = parts(box, attr.option).map((reply) => ({
    id: id(reply),
    scene: name(reply.closest(`[${attr.turn}]`)!),
    to: reply.getAttribute(attr.goto)!,
    right: reply.hasAttribute(attr.right),
  }));
  const first = name(scenes[0]!);
  let now = first;

  /** Handles an event, and adds the scene that it leads to, if that is another, to the browser's history. */
  const go = (event: Event) => {
    const before = now;
    send(event);
    if (now !== before) note("pushState", root.id, now);
    focusOn(part(box, `${attr.turn}="${now}"`));
  };
  for (const reply of parts(box, attr.option))
    reply.addEventListener("click", (click) => {
      if (click.ctrlKey || click.metaKey || click.shiftKey) return;
      click.preventDefault();
      go({ type: "reply", id: id(reply) });
    });
  const again = part(root, attr.again);
  again.addEventListener("click", () => go({ type: "go", scene: first }));
  note("replaceState", root.id, first);
  addEventListener("popstate", ({ state }) => {
    const scene = noted(state)[root.id];
    const before = now;
    if (scene) send({ type: "go", scene });
    if (now !== before) focusOn(part(box, `${attr.turn}="${now}"`));
  });

  return {
    first: start([first]),
    step: (state, event) => chat(replies, state, event),
    show(state) {
      now = state.placed[state.placed.length - 1]!;
      again.hidden = state.verdict === "none";
      showTurns(box, scenes, state);
    },
    lines(state) {
      const feedback = state.why.map((id) => paragraph(...why(id)));
      return state.verdict === "none" ? feedback : [...feedback, verdict(words, state, word(box, state.verdict === "yes" ? attr.done : attr.better))];
    },
  };
};

/** Records the current scene of a chat in the browser's history. A browser may refuse that for a while, as Safari does after
 * a hundred changes in ten seconds: Back then leaves the page. */
function note(how: "pushState" | "replaceState", chat: string, scene: string): void {
  try {
    history[how]({ ...noted(history.state), [chat]: scene }, "");
  } catch {
    return;
  }
}

/** Returns the scenes in an entry of the history, by the id of their chat. Other pages and scripts may have written the entry,
 * so whatever does not belong to a chat on this page is ignored. */
function noted(state: unknown): Record<string, string> {
  if (typeof state !== "object" || state === null) return {};
  return Object.fromEntries(Object.entries(state).filter(([chat, scene]) =>
    typeof scene === "string" && document.getElementById(chat)?.getAttribute(attr.question) === "chat"));
}

/** Shows past scenes at the top, in the order of the conversation, and the current scene below them. */
function showTurns(box: HTMLElement, scenes: HTMLElement[], state: State): void {
  const past = part(box, attr.past);
  const on = state.placed.filter((_, place) => place % 2 === 0).map((id) => part(box, `${attr.turn}="${id}"`));
  const now = on[on.length - 1]!;
  for (const scene of scenes) {
    const said = on.includes(scene) && scene !== now;
    scene.hidden = !on.includes(scene);
    scene.setAttribute(attr.state, said ? "past" : "now");
    for (const reply of parts(scene, attr.option)) {
      reply.parentElement!.hidden = said && !state.placed.includes(id(reply));
      if (said) reply.removeAttribute("href");
      else reply.setAttribute("href", `#${reply.getAttribute(attr.goto)}`);
    }
    if (!said && scene.parentElement === past) part(box, attr.now).append(scene);
  }
  on.slice(0, -1).forEach((scene, place) => {
    if (past.children[place] !== scene) past.insertBefore(scene, past.children[place] ?? null);
  });
}

function focusOn(scene: HTMLElement): void {
  const heading = part(scene, attr.heading);
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "center" });
}
