// The state of a deck of slides, and the keys of keyboards and remotes.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { wish, type Wish } from "../../assets/ts/deck/keys";
import { next, said, start, type Deck, type Event, type Slide } from "../../assets/ts/deck/state";
import { random } from "./random";

/** Nine slides: the fourth shows more twice, and the class votes before; 6 to 8 are a chat, whose first scene leads to its end or to a
 * scene that leads back. */
const slides: Slide[] = [
  {}, {}, {},
  { name: "choice", presses: 2, turns: [0] },
  {},
  { name: "chat-a", chat: "chat", presses: 1, turns: [0], best: "A", goes: { A: "chat-c", B: "chat-b" } },
  { name: "chat-b", chat: "chat", presses: 1, turns: [0], best: "A", goes: { A: "chat-a" } },
  { name: "chat-c", chat: "chat" },
  {},
];
const deck = start(3, slides);
const after = (...events: Event[]): Deck => events.reduce(next, deck);
const on: Event = { type: "step", by: 1 };
const off: Event = { type: "step", by: -1 };
const places = (from: Deck, ...events: Event[]) => events.map((event) => (from = next(from, event))).map(({ at, shown }) => `${at}.${shown}`).join(" ");

test("a deck starts at the slide of its address, or at the nearest", () => {
  for (const [at, slide] of [[1, 1], [9, 9], [0, 1], [-4, 1], [10, 9], [2.7, 2], [NaN, 1], [Infinity, 9], [-Infinity, 1]] as const)
    equal(start(at, slides).at, slide, `start(${at})`);
});

test("steps stay within the deck", () => {
  equal(next(start(9, slides), on).at, 9);
  equal(next(start(1, slides), off).at, 1);
  equal(after({ type: "go", to: Infinity }).at, 9);
  equal(after({ type: "go", to: 3 }), deck, "a step that leads nowhere changes nothing");
});

test("a slide shows more at each press, and going back it is as it was left", () => {
  equal(places(deck, on, on, on, on), "4.0 4.1 4.2 5.0");
  equal(places(start(5, slides), off, off, off, off), "4.2 4.1 4.0 3.0");
});

test("a chat goes on with what most said, or with the best reply, and comes to its end", () => {
  const chat = start(6, slides);
  equal(places(chat, on, on, on), "6.1 8.0 9.0", "the best reply");
  equal(places(chat, { type: "pick", letter: "B" }, on, on, on, on, on), "6.0 6.1 7.0 7.1 6.0 6.1", "a reply that leads back");
  equal(places(chat, { type: "vote", letter: "B", by: 2 }, on, on), "6.0 6.1 7.0", "the hands");
  equal(places(chat, { type: "vote", letter: "B", by: 2 }, { type: "vote", letter: "A", by: 2 }, on, on), "6.0 6.0 6.1 8.0", "as many hands for two");
  equal(places(chat, on, on, on, off, off, off), "6.1 8.0 9.0 8.0 6.1 6.0", "back");
});

test("what most said is taken back by saying it again, and by counting hands", () => {
  const choice = start(4, slides);
  equal(said(choice), undefined);
  const told = next(choice, { type: "pick", letter: "B" });
  equal(said(told), "B");
  equal(said(next(told, { type: "pick", letter: "B" })), undefined);
  equal(said(next(told, { type: "vote", letter: "C", by: 1 })), "C");
  equal(next(deck, { type: "pick", letter: "B" }), deck, "nothing is asked on the third slide");
});

test("a new slide ends the timer and keeps the votes", () => {
  const timed = [{ type: "vote", letter: "A", by: 1 }, { type: "timer" }].reduce<Deck>((now, event) => next(now, event as Event), start(4, slides));
  equal(timed.timer, 30);
  const later = next(timed, { type: "go", to: 5 });
  deepEqual([later.timer, later.votes], [0, { "choice:0": { A: 1 } }]);
});

test("the timer goes from none to 30 and 60 seconds and back to none", () => {
  const lengths = [1, 2, 3, 4].map((n) => after(...Array.from({ length: n }, (): Event => ({ type: "timer" }))).timer);
  deepEqual(lengths, [30, 60, 0, 30]);
  equal(after({ type: "timer" }, { type: "close" }).timer, 0);
});

test("votes stay between 0 and 99", () => {
  const hands = (...by: number[]) => by.reduce((now, n) => next(now, { type: "vote", letter: "A", by: n }), start(4, slides)).votes;
  deepEqual([hands(-1), hands(200), hands(2, -1)], [{ "choice:0": { A: 0 } }, { "choice:0": { A: 99 } }, { "choice:0": { A: 1 } }]);
});

test("whatever covers the slides goes first, and the slide stays", () => {
  for (const cover of ["black", "tablets"] as const)
    for (const event of [{ type: "step", by: 1 }, { type: "go", to: 9 }, { type: "close" }, { type: "uncover" }] as const) {
      const covered = after({ type: cover });
      ok(covered[cover]);
      deepEqual(next(covered, event), deck, `${event.type} on ${cover}`);
    }
});

test("only one thing covers the slides, and its key takes it away", () => {
  deepEqual([after({ type: "tablets" }, { type: "black" }).tablets, after({ type: "black" }, { type: "tablets" }).black], [false, false]);
  deepEqual([after({ type: "black" }, { type: "black" }), after({ type: "tablets" }, { type: "tablets" })], [deck, deck]);
});

test("no sequence of events leads out of the deck", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const pick = random(seed);
    let now = start(pick(12), slides.slice(0, [3, 5, 9][pick(3)]));
    for (let i = 0; i < 40; i++) {
      const events: Event[] = [
        { type: "step", by: pick(7) - 3 }, { type: "go", to: [NaN, 0, -1, 3.5, 1e9, Infinity][pick(6)]! }, { type: "vote", letter: "AB"[pick(2)]!, by: pick(300) - 150 },
        { type: "pick", letter: "AB"[pick(2)]! },
        { type: "black" }, { type: "timer" }, { type: "tablets" }, { type: "uncover" }, { type: "close" },
      ];
      const before = now;
      const event = events[pick(events.length)]!;
      now = next(before, event);
      ok(Number.isInteger(now.at) && now.at >= 1 && now.at <= now.slides.length, `slide ${now.at} of ${now.slides.length}`);
      ok(now.shown >= 0 && now.shown <= (now.slides[now.at - 1]!.presses ?? 0), `press ${now.shown}`);
      ok(Object.values(now.votes).every((hands) => Object.values(hands).every((n) => n >= 0 && n <= 99)));
      ok(!(now.black && now.tablets), "two things cover the slides");
      ok([0, 30, 60].includes(now.timer));
      ok(now.at === before.at || !(before.black || before.tablets), "a covered slide was changed");
    }
  }
});

/** Stands in for the class of elements, which Node lacks. `closest` finds a button if `inButton` is true. */
class Element {
  constructor(private readonly inButton: boolean) {}
  closest(): Element | null {
    return this.inButton ? this : null;
  }
}
Object.assign(globalThis, { Element });

const press = (key: string, more: object = {}): Wish | null =>
  wish({ key, code: "", target: null, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, isComposing: false, ...more } as unknown as KeyboardEvent);

test("keys do what remotes and teachers expect", () => {
  for (const key of ["PageDown", "ArrowRight", "ArrowDown", " "]) deepEqual(press(key), { type: "step", by: 1 }, key);
  for (const key of ["PageUp", "ArrowLeft", "ArrowUp"]) deepEqual(press(key), { type: "step", by: -1 }, key);
  deepEqual(press(" ", { shiftKey: true }), { type: "step", by: -1 });
  deepEqual([press("Home"), press("End")], [{ type: "go", to: 1 }, { type: "go", to: Infinity }]);
  for (const [keys, type] of [["bB.", "black"], ["tT", "timer"], ["fF", "full"]] as const)
    for (const key of keys) deepEqual(press(key), { type }, key);
  deepEqual([press("Escape"), press("F5")], [{ type: "close" }, { type: "nothing" }]);
});

test("digits say what most said, by what is printed on the key", () => {
  deepEqual(press("1"), { type: "pick", letter: "A" });
  deepEqual(press("2", { code: "Numpad2" }), { type: "pick", letter: "B" });
  deepEqual(press("&", { code: "Digit1" }), { type: "pick", letter: "A" }, "a French keyboard");
  deepEqual(press("End", { code: "Numpad1" }), { type: "go", to: Infinity }, "a keypad without its lock");
  deepEqual([press("0"), press("7", { code: "Digit7" })], [null, null]);
});

test("keys of the browser and of typing do nothing to the deck", () => {
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])
    for (const key of ["PageDown", "f", "1", "Home"]) equal(press(key, more), null);
  for (const key of ["a", "Enter", "Tab", "Shift", "Dead", "Process", "Unidentified"]) equal(press(key), null);
});

test("Space presses the button that has the focus", () => {
  equal(press(" ", { target: new Element(true) }), null);
  deepEqual(press(" ", { target: new Element(false) }), { type: "step", by: 1 });
});
