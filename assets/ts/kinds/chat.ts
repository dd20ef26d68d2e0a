import type { Event, State } from "../state";

/** A reply in a scene, and the scene that it leads to. */
export interface Reply {
  readonly id: string;
  readonly scene: string;
  readonly to: string;
  readonly right: boolean;
}

/** The state function of a chat. `placed` is the path taken: scene, reply, scene and so on. A reply that leads to a scene on
 * the path returns there and removes what came after it; replies once chosen stay marked. A scene without replies ends the
 * chat, which counts as a check. The verdict is "yes" if every reply on the path is the best in its scene. So a child who
 * goes back and chooses better is right, and one who reaches the end after a slip is asked to go back. */
export function chat(replies: readonly Reply[], state: State, event: Event): State {
  const now = state.placed[state.placed.length - 1];
  if (event.type === "reply") {
    const reply = replies.find((r) => r.id === event.id && r.scene === now);
    if (!reply) return state;
    const next = arrive(replies, state, reply);
    return {
      ...next,
      right: add(state.right, reply, reply.right),
      tried: add(state.tried, reply, !reply.right),
      why: [reply.id],
      checks: state.checks + (next.verdict === "none" ? 0 : 1),
    };
  }
  if (event.type !== "go" || event.scene === now) return state;
  const at = state.placed.indexOf(event.scene);
  if (at >= 0) return { ...state, placed: state.placed.slice(0, at + 1), why: [], verdict: "none" };
  const chosen = [...state.right, ...state.tried];
  const again = replies.find((r) => r.scene === now && r.to === event.scene && chosen.includes(r.id));
  return again ? { ...arrive(replies, state, again), why: [again.id] } : state;
}

/** Returns the state, with its path and verdict, after a reply in the current scene. */
function arrive(replies: readonly Reply[], state: State, reply: Reply): State {
  const at = state.placed.indexOf(reply.to);
  const placed = at < 0 ? [...state.placed, reply.id, reply.to] : state.placed.slice(0, at + 1);
  if (replies.some((r) => r.scene === reply.to)) return { ...state, placed, verdict: "none" };
  const best = replies.every((r) => r.right || !placed.includes(r.id));
  return { ...state, placed, verdict: best ? "yes" : "not-yet" };
}

function add(ids: readonly string[], reply: Reply, belongs: boolean): readonly string[] {
  return belongs && !ids.includes(reply.id) ? [...ids, reply.id] : ids;
}
