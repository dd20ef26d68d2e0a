/** What the build says of a slide (tools/internal/deck, type play). A slide shows more at each of its presses; the class votes before
 * the first and after those in `turns`. A scene of a chat names the slide that each letter leads to, and the letter of the best. */
export interface Slide {
  readonly name?: string;
  readonly presses?: number;
  readonly turns?: readonly number[];
  readonly chat?: string;
  readonly best?: string;
  readonly goes?: Readonly<Record<string, string>>;
}

/** The state of a deck. Nothing in this file uses a page. */
export interface Deck {
  readonly slides: readonly Slide[];
  /** The current slide, from 1, and how often it has been pressed. */
  readonly at: number;
  readonly shown: number;
  /** The jumps of chats that led here, the latest last. */
  readonly trail: readonly { readonly from: number; readonly to: number; readonly letter: string | undefined }[];
  /** The hands for each letter, and the letter that most said, by `turn`. */
  readonly votes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly most: Readonly<Record<string, string>>;
  readonly black: boolean;
  /** The length of the timer in seconds; 0 if there is none. */
  readonly timer: number;
  readonly tablets: boolean;
}

export type Event =
  | { readonly type: "go"; readonly to: number }
  | { readonly type: "step"; readonly by: number }
  | { readonly type: "pick"; readonly letter: string }
  | { readonly type: "vote"; readonly letter: string; readonly by: number }
  | { readonly type: "black" }
  | { readonly type: "timer" }
  | { readonly type: "tablets" }
  | { readonly type: "uncover" }
  | { readonly type: "close" };

/** The lengths of the timer in seconds: each press takes the next. */
const lengths = [0, 30, 60];

/** The most votes for an option: more than any class has. */
const most = 99;

export function start(at: number, slides: readonly Slide[]): Deck {
  return { slides, at: within(at, slides.length), shown: 0, trail: [], votes: {}, most: {}, black: false, timer: 0, tablets: false };
}

/** Returns the name of the vote that a slide is about: its own, and the press after which the class was asked. Null if it asks nothing. */
export function turn(deck: Deck): string | null {
  const { name, turns } = deck.slides[deck.at - 1]!;
  const last = turns?.filter((press) => press <= deck.shown).pop();
  return last === undefined ? null : `${name}:${last}`;
}

/** Returns the letter that most said: as somebody told, or by the hands. Undefined if nothing was said, or as many hands for two. */
export function said(deck: Deck): string | undefined {
  const about = turn(deck) ?? "";
  if (deck.most[about]) return deck.most[about];
  const [first, second] = Object.entries(deck.votes[about] ?? {}).sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

/** Returns the reply of a chat that the class goes on with: what most said, but only once, since it may lead round and back here;
 * or the best one. */
export function reply(deck: Deck): string | undefined {
  const letter = said(deck);
  const again = deck.trail.some((way) => way.from === deck.at && way.letter === letter);
  return again || !letter ? deck.slides[deck.at - 1]!.best : letter;
}

/** The state function. While something covers the slides, any event but a vote or the timer only uncovers them: a teacher never
 * changes a slide without seeing it. */
export function next(deck: Deck, event: Event): Deck {
  if (event.type === "black") return { ...deck, black: !deck.black, tablets: false };
  if (event.type === "tablets") return { ...deck, black: false, tablets: !deck.tablets };
  const covered = deck.black || deck.tablets;
  if (event.type === "uncover" || (covered && !["vote", "pick", "timer"].includes(event.type)))
    return covered ? { ...deck, black: false, tablets: false } : deck;
  switch (event.type) {
    case "close":
      return { ...deck, timer: 0 };
    case "timer":
      return { ...deck, timer: lengths[(lengths.indexOf(deck.timer) + 1) % lengths.length]! };
    case "vote":
    case "pick":
      return voted(deck, event);
    case "go": {
      const to = within(event.to, deck.slides.length);
      return to === deck.at ? deck : { ...moved(deck, to), trail: [] };
    }
    case "step":
      return event.by > 0 ? forward(deck) : back(deck);
  }
}

/** Counts a hand, or notes what most said; said again, it is taken back. */
function voted(deck: Deck, event: Extract<Event, { letter: string }>): Deck {
  const about = turn(deck);
  if (about === null) return deck;
  if (event.type === "pick") return { ...deck, most: { ...deck.most, [about]: deck.most[about] === event.letter ? "" : event.letter } };
  const hands = deck.votes[about] ?? {};
  const now = Math.min(Math.max((hands[event.letter] ?? 0) + event.by, 0), most);
  return { ...deck, votes: { ...deck.votes, [about]: { ...hands, [event.letter]: now } }, most: { ...deck.most, [about]: "" } };
}

/** Shows more of the slide, or goes to the next one: in a chat to the scene that the reply leads to, and from its end to what comes
 * after the chat. */
function forward(deck: Deck): Deck {
  const { presses, chat, goes } = deck.slides[deck.at - 1]!;
  if (deck.shown < (presses ?? 0)) return { ...deck, shown: deck.shown + 1 };
  if (!chat) return deck.at < deck.slides.length ? moved(deck, deck.at + 1) : deck;
  const letter = reply(deck);
  const isNext = letter ? ({ name }: Slide) => name === goes![letter] : (slide: Slide, i: number) => i >= deck.at && slide.chat !== chat;
  const to = deck.slides.findIndex(isNext) + 1;
  return to ? { ...moved(deck, to), trail: [...deck.trail, { from: deck.at, to, letter }] } : deck;
}

/** Shows less of the slide, or goes back to the one before, as it was left. */
function back(deck: Deck): Deck {
  if (deck.shown) return { ...deck, shown: deck.shown - 1 };
  const came = deck.trail[deck.trail.length - 1];
  const jumped = came?.to === deck.at;
  const to = jumped ? came.from : deck.at - 1;
  if (!to) return deck;
  return { ...moved(deck, to), shown: deck.slides[to - 1]!.presses ?? 0, trail: jumped ? deck.trail.slice(0, -1) : deck.trail };
}

function moved(deck: Deck, at: number): Deck {
  return { ...deck, at, shown: 0, timer: 0 };
}

function within(at: number, count: number): number {
  return Math.min(Math.max(Math.trunc(at) || 1, 1), count);
}
