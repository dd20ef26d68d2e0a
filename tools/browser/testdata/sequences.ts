// Generated sequences of events on the state functions of every kind. Whatever a child does, from any state:
// nothing throws, no answer given is lost, and nothing wrong is marked right.
import { chat, type Reply } from "../../../assets/ts/kinds/chat";
import { gaps } from "../../../assets/ts/kinds/gaps";
import { order } from "../../../assets/ts/kinds/order";
import { pick } from "../../../assets/ts/kinds/pick";
import { sort } from "../../../assets/ts/kinds/sort";
import { spot } from "../../../assets/ts/kinds/spot";
import { start, type Event, type State } from "../../../assets/ts/state";

/** Random numbers that are the same for the same seed (mulberry32). */
function random(seed: number): (below: number) => number {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const ids = ["a", "b", "c", "d", "e"];
const replies: Reply[] = [
  { id: "hi-1", scene: "hi", to: "hi", right: false },
  { id: "hi-2", scene: "hi", to: "oops", right: false },
  { id: "hi-3", scene: "hi", to: "dad", right: true },
  { id: "oops-1", scene: "oops", to: "dad", right: true },
  { id: "oops-2", scene: "oops", to: "hi", right: false },
  { id: "dad-1", scene: "dad", to: "end", right: true },
  { id: "dad-2", scene: "dad", to: "oops", right: false },
];

interface Subject {
  name: string;
  first: State;
  step(state: State, event: Event): State;
  /** Whether what stands now is the whole right answer. */
  right(state: State): boolean;
  answers: readonly string[];
}

function subjects(next: (below: number) => number): Subject[] {
  const answers = ids.filter(() => next(2) === 0);
  if (!answers.length) answers.push("a");
  const same = (placed: readonly string[]) => [...placed].sort().join() === [...answers].sort().join();
  const option = (name: string, step: typeof pick): Subject => ({
    name, answers, first: start([]), step: (s, e) => step(answers, s, e), right: (s) => same(s.placed),
  });
  return [
    option("pick", pick), option("sort", sort), option("gaps", gaps), option("spot", spot),
    { name: "order", answers: ids, first: start([...ids].reverse()), step: (s, e) => order(ids, s, e), right: (s) => s.placed.join() === ids.join() },
    {
      name: "chat", answers: replies.filter((r) => r.right).map((r) => r.id), first: start(["hi"]), step: (s, e) => chat(replies, s, e),
      right: (s) => s.placed.join() === "hi,hi-3,dad,dad-1,end",
    },
  ];
}

function event(next: (below: number) => number): Event {
  switch (next(5)) {
    case 0: return { type: "pick", ids: ids.filter(() => next(2) === 0) };
    case 1: return { type: "move", id: ids[next(ids.length)] ?? "x", by: next(5) - 2 };
    case 2: return { type: "reply", id: replies[next(replies.length)]?.id ?? "x" };
    case 3: return { type: "go", scene: ["hi", "oops", "dad", "end", "nowhere"][next(5)]! };
    default: return { type: "check" };
  }
}

/** What a step broke, or nothing. */
function broken(subject: Subject, before: State, did: Event, after: State): string {
  const { name, answers } = subject;
  if (after.verdict === "yes" && !subject.right(after)) return "says yes to a wrong answer";
  if (after.right.some((id) => !answers.includes(id))) return "marks a wrong one right";
  if (after.tried.some((id) => answers.includes(id)) && name !== "order") return "marks a right one as tried";
  if (name !== "order" && before.right.some((id) => !after.right.includes(id))) return "forgets what was right";
  if (after.checks < before.checks) return "counts back";
  if (did.type === "check" && after.placed.join() !== before.placed.join()) return "loses an answer by a check";
  if (did.type === "check" && name !== "chat" && subject.right(before) && after.verdict !== "yes") return "does not say yes to the right answer";
  if (name === "order" && [...after.placed].sort().join() !== ids.join()) return "loses a step";
  if (name === "chat" && !connected(after.placed)) return "has a gap in its way";
  if (did.type === "pick" && name !== "order" && name !== "chat" && after.placed.join() !== did.ids.join()) return "loses a choice";
  return "";
}

function connected(way: readonly string[]): boolean {
  if (way[0] !== "hi" || way.length % 2 === 0) return false;
  return way.every((id, i) => i % 2 === 0 || replies.some((r) => r.id === id && r.scene === way[i - 1] && r.to === way[i + 1]));
}

/** Runs sequences from a seed, and gives the first fault of each kind, with what led to it. */
export function run(sequences: number, length: number): string[] {
  const faults = new Map<string, string>();
  let yes = 0;
  for (let seed = 1; seed <= sequences; seed++) {
    const next = random(seed);
    for (const subject of subjects(next)) {
      let state = subject.first;
      const did: Event[] = [];
      for (let i = 0; i < length; i++) {
        did.push(event(next));
        let fault: string;
        try {
          const after = subject.step(state, did[i]!);
          fault = broken(subject, state, did[i]!, after);
          state = after;
        } catch (thrown) {
          fault = `throws ${String(thrown)}`;
        }
        if (state.verdict === "yes") yes++;
        if (fault && !faults.has(subject.name + fault)) faults.set(subject.name + fault, `${subject.name} ${fault}, seed ${seed}: ${JSON.stringify(did)}`);
      }
    }
  }
  if (!yes) faults.set("yes", "no sequence came to a right answer: they try nothing");
  return [...faults.values()];
}
