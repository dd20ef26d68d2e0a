// The state function of every kind of question. Options are named by letters, and the scenes of the chat by a word.
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { chat, type Reply } from "../../assets/ts/kinds/chat";
import { gaps } from "../../assets/ts/kinds/gaps";
import { match } from "../../assets/ts/kinds/match";
import { order } from "../../assets/ts/kinds/order";
import { pick } from "../../assets/ts/kinds/pick";
import { sort } from "../../assets/ts/kinds/sort";
import { spot } from "../../assets/ts/kinds/spot";
import { kept, start, type Event, type State } from "../../assets/ts/state";
import { random } from "./random";

const ids = ["a", "b", "c", "d", "e"];
const scenes = ["hi", "oops", "dad", "end"];
const replies: Reply[] = [
  { id: "hi-1", scene: "hi", to: "hi", right: false },
  { id: "hi-2", scene: "hi", to: "oops", right: false },
  { id: "hi-3", scene: "hi", to: "dad", right: true },
  { id: "oops-1", scene: "oops", to: "dad", right: true },
  { id: "oops-2", scene: "oops", to: "hi", right: false },
  { id: "dad-1", scene: "dad", to: "end", right: true },
  { id: "dad-2", scene: "dad", to: "oops", right: false },
];

/** A question to try events on. */
interface Question {
  readonly first: State;
  readonly answers: readonly string[];
  step(state: State, event: Event): State;
  /** Reports whether a state holds the right answer. */
  isRight(state: State): boolean;
}

type Kind = "pick" | "sort" | "gaps" | "spot" | "match" | "order" | "chat";
const options = { pick, sort, gaps, spot, match };
const kinds: readonly Kind[] = ["pick", "sort", "gaps", "spot", "match", "order", "chat"];

/** Returns a question of a kind. Those with options have random answers; steps begin in a random order. */
function question(kind: Kind, next: (limit: number) => number): Question {
  if (kind === "order") {
    const first = [...ids];
    for (let i = first.length - 1; i > 0; i--) first.splice(i, 0, ...first.splice(next(i + 1), 1));
    return { first: start(first), answers: ids, step: (s, e) => order(ids, s, e), isRight: (s) => s.placed.join() === ids.join() };
  }
  if (kind === "chat") {
    const answers = replies.filter((reply) => reply.right).map((reply) => reply.id);
    return { first: start(["hi"]), answers, step: (s, e) => chat(replies, s, e), isRight: (s) => s.placed.join() === "hi,hi-3,dad,dad-1,end" };
  }
  const answers = ids.filter(() => next(2) === 0);
  if (!answers.length) answers.push("a");
  const isRight = (state: State) => [...state.placed].sort().join() === answers.join();
  return { first: start([]), answers, step: (s, e) => options[kind](answers, s, e), isRight };
}

function anyEvent(next: (limit: number) => number): Event {
  switch (next(5)) {
    case 0: return { type: "pick", ids: ids.filter(() => next(2) === 0) };
    case 1: return { type: "move", id: ids[next(ids.length)]!, by: next(5) - 2 };
    case 2: return { type: "reply", id: replies[next(replies.length)]!.id };
    case 3: return { type: "go", scene: [...scenes, "nowhere"][next(5)]! };
    default: return { type: "check" };
  }
}

/** Checks what must hold after any event. */
function holds(kind: Kind, { answers, isRight }: Question, before: State, event: Event, after: State): void {
  ok(after.verdict !== "yes" || isRight(after), "says yes to a wrong answer");
  ok(after.right.every((id) => answers.includes(id)), "marks a wrong option as right");
  ok(after.checks >= before.checks, "counts checks backwards");
  if (kind !== "order") {
    ok(!after.tried.some((id) => answers.includes(id)), "marks a right option as tried");
    ok(before.right.every((id) => after.right.includes(id)), "forgets what was right");
  }
  if (event.type === "check") {
    deepEqual(after.placed, before.placed, "a check loses an answer");
    if (kind !== "chat" && isRight(before)) equal(after.verdict, "yes", "does not say yes to the right answer");
  }
  if (kind === "order") deepEqual([...after.placed].sort(), ids, "loses a step");
  else if (kind === "chat") ok(isPath(after.placed), `has a gap in its path: ${after.placed.join()}`);
  else if (event.type === "pick") deepEqual(after.placed, event.ids, "loses a choice");
}

/** Reports whether scenes and replies follow one another as the chat allows. */
function isPath(placed: readonly string[]): boolean {
  if (placed[0] !== "hi" || placed.length % 2 === 0) return false;
  return placed.every((id, i) => i % 2 === 0 || replies.some((r) => r.id === id && r.scene === placed[i - 1] && r.to === placed[i + 1]));
}

for (const kind of kinds)
  test(`${kind}: no sequence of events loses an answer or marks a wrong one as right`, () => {
    let yes = 0;
    for (let seed = 1; seed <= 2000; seed++) {
      const next = random(seed);
      const asked = question(kind, next);
      const events: Event[] = [];
      for (let state = asked.first; events.length < 40; ) {
        const event = anyEvent(next);
        events.push(event);
        try {
          const after = asked.step(state, event);
          holds(kind, asked, state, event, after);
          state = after;
        } catch (fault) {
          (fault as Error).message += `\nwith seed ${seed}, answers ${asked.answers.join()} and events ${JSON.stringify(events)}`;
          throw fault;
        }
        if (state.verdict === "yes") yes++;
      }
    }
    notEqual(yes, 0, "no sequence led to the right answer, so that these sequences test too little");
  });

const check: Event = { type: "check" };

/** Returns the state after several events. */
function after(step: (state: State, event: Event) => State, first: State, ...events: Event[]): State {
  return events.reduce(step, first);
}

const choose = (...chosen: string[]): Event => ({ type: "pick", ids: chosen });

for (const kind of ["pick", "sort", "gaps", "spot", "match"] as const) {
  const step = (state: State, event: Event) => options[kind](["a", "b"], state, event);

  test(`${kind}: the right options are right, with their marks`, () => {
    const state = after(step, start([]), choose("a", "b"), check);
    equal(state.verdict, "yes");
    deepEqual([state.right, state.tried, state.checks], [["a", "b"], [], 1]);
  });

  test(`${kind}: one wrong option is not yet right, and its mark stays`, () => {
    const wrong = after(step, start([]), choose("a", "c"), check);
    equal(wrong.verdict, "not-yet");
    deepEqual([wrong.right, wrong.tried], [["a"], ["c"]]);
    const better = after(step, wrong, choose("a", "b"));
    deepEqual([better.verdict, better.right, better.tried, better.why], ["none", ["a"], ["c"], []]);
    deepEqual([after(step, better, check).verdict, after(step, better, check).checks], ["yes", 2]);
  });

  test(`${kind}: a check without an answer is not counted`, () => {
    const state = after(step, start([]), check);
    deepEqual([state.verdict, state.checks], ["missing", 0]);
  });
}

test("pick and gaps: too few or too many options are no answer", () => {
  for (const step of [pick, gaps])
    for (const chosen of [["a"], ["a", "b", "c"]]) equal(step(["a", "b"], start(chosen), check).verdict, "missing");
});

test("spot: some of the clues are an answer, but not yet the right one", () => {
  equal(spot(["a", "b"], start(["a"]), check).verdict, "not-yet");
});

test("sort: only items in the wrong bin get feedback, until all are right", () => {
  deepEqual(sort(["a", "b"], start(["a", "c"]), check).why, ["c"]);
  deepEqual(sort(["a", "b"], start(["a", "b"]), check).why, ["a", "b"]);
});

test("match: pairs that were right at a check are kept, for as long as they are chosen", () => {
  const wrong = match(["a", "b", "c"], start(["a", "c", "d"]), check);
  deepEqual([kept(start(["a"])), kept(wrong), wrong.why], [[], ["a", "c"], ["d"]]);
  deepEqual(kept(match(["a", "b", "c"], wrong, choose("c", "d", "e"))), ["c"]);
});

test("order: a check tells the first step that is out of place", () => {
  const step = (state: State, event: Event) => order(["a", "b", "c"], state, event);
  const wrong = after(step, start(["a", "c", "b"]), check);
  deepEqual([wrong.verdict, wrong.right, wrong.why, wrong.checks], ["not-yet", ["a"], ["b"], 1]);
  const moved = after(step, wrong, { type: "move", id: "b", by: -1 });
  deepEqual([moved.placed, moved.verdict, moved.moved], [["a", "b", "c"], "none", "b"]);
  equal(after(step, moved, check).verdict, "yes");
});

test("order: a step does not move beyond an end", () => {
  for (const [id, by] of [["a", -1], ["c", 1], ["a", 3], ["x", 1]] as const)
    deepEqual(order(["a", "b", "c"], start(["a", "b", "c"]), { type: "move", id, by }).placed, ["a", "b", "c"]);
});

const talk = (...chosen: string[]) =>
  after((state, event) => chat(replies, state, event), start(["hi"]), ...chosen.map((id): Event => scenes.includes(id) ? { type: "go", scene: id } : { type: "reply", id }));

test("chat: the best replies lead to a yes", () => {
  const state = talk("hi-3", "dad-1");
  deepEqual([state.verdict, state.checks, state.placed], ["yes", 1, ["hi", "hi-3", "dad", "dad-1", "end"]]);
});

test("chat: a good end after a slip is not yet right, and the way back leads to a yes", () => {
  equal(talk("hi-2", "oops-1", "dad-1").verdict, "not-yet");
  const back = talk("hi-2", "oops-1", "dad-1", "hi", "hi-3", "dad-1");
  deepEqual([back.verdict, back.tried], ["yes", ["hi-2"]]);
});

test("chat: going back and forth without a new reply counts no check", () => {
  const state = talk("hi-3", "dad-1", "dad", "end");
  deepEqual([state.verdict, state.checks, state.placed.length], ["yes", 1, 5]);
});

test("chat: a reply of another scene does nothing", () => {
  equal(talk("dad-1").placed.join(), "hi");
});
