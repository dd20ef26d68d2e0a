/** The state of a deck. Nothing in this file uses a page; the state is lost when the page closes. */
export interface Deck {
  /** The current slide, from 1, and the number of slides. */
  readonly at: number;
  readonly count: number;
  /** The votes for each option, by its id. */
  readonly votes: Readonly<Record<string, number>>;
  readonly black: boolean;
  /** The length of the timer in seconds; 0 if there is none. */
  readonly timer: number;
  readonly tablets: boolean;
}

export type Event =
  | { readonly type: "go"; readonly to: number }
  | { readonly type: "step"; readonly by: number }
  | { readonly type: "vote"; readonly id: string; readonly by: number }
  | { readonly type: "black" }
  | { readonly type: "timer" }
  | { readonly type: "tablets" }
  | { readonly type: "uncover" }
  | { readonly type: "close" };

/** The lengths of the timer in seconds: each press takes the next. */
const lengths = [0, 30, 60];

/** The most votes for an option: more than any class has. */
const most = 99;

export function start(at: number, count: number): Deck {
  return { at: within(at, count), count, votes: {}, black: false, timer: 0, tablets: false };
}

/** The state function. While something covers the slides, any event but a vote or the timer only uncovers them: a teacher never
 * changes a slide without seeing it. */
export function next(deck: Deck, event: Event): Deck {
  if (event.type === "black") return { ...deck, black: !deck.black, tablets: false };
  if (event.type === "tablets") return { ...deck, black: false, tablets: !deck.tablets };
  const covered = deck.black || deck.tablets;
  if (event.type === "uncover" || (covered && event.type !== "vote" && event.type !== "timer"))
    return covered ? { ...deck, black: false, tablets: false } : deck;
  if (event.type === "close") return { ...deck, timer: 0 };
  if (event.type === "timer") return { ...deck, timer: lengths[(lengths.indexOf(deck.timer) + 1) % lengths.length]! };
  if (event.type === "vote") {
    const hands = Math.min(Math.max((deck.votes[event.id] ?? 0) + event.by, 0), most);
    return { ...deck, votes: { ...deck.votes, [event.id]: hands } };
  }
  const at = within(event.type === "go" ? event.to : deck.at + event.by, deck.count);
  return at === deck.at ? deck : { ...deck, at, timer: 0 };
}

function within(at: number, count: number): number {
  return Math.min(Math.max(Math.trunc(at) || 1, 1), count);
}
