import { id, line, verdict, why, type Kind } from "../face";
import { chat, type Reply } from "../kinds/chat";
import { attr, part, parts, word } from "../schema";
import { start, type Event, type State } from "../state";

/** Chat: scenes that come one after the other. Each is an entry of the browser's history, so that Back goes back. The
 * address stays as it is: it would tell whoever looks at the history what was replied, and browsers fetch the page's icon
 * anew for each new address, which would tell it to whoever watches the line. */
export const chatFace: Kind = (root, words, send) => {
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

  /** Does what the child did, and makes the scene it led to a new entry of the history. */
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
      const feedback = state.why.map((id) => line(...why(id)));
      return state.verdict === "none" ? feedback : [...feedback, verdict(words, state, word(box, state.verdict === "yes" ? attr.done : attr.better))];
    },
  };
};

/** Notes in the browser's history at which scene a chat is. Where the browser takes no more for a while, as Safari does after
 * a hundred in ten seconds, Back leaves the page. */
function note(how: "pushState" | "replaceState", chat: string, scene: string): void {
  try {
    history[how]({ ...noted(history.state), [chat]: scene }, "");
  } catch {
    return;
  }
}

/** The scenes that an entry of the history tells of, by chat. Others may have written it: only what is a chat's of this page counts. */
function noted(state: unknown): Record<string, string> {
  if (typeof state !== "object" || state === null) return {};
  return Object.fromEntries(Object.entries(state).filter(([chat, scene]) =>
    typeof scene === "string" && document.getElementById(chat)?.getAttribute(attr.question) === "chat"));
}

/** What was said stands above what came of it, and the scene that is on stands below. */
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
