// The state of a deck of slides, and the keys of keyboards and remotes.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { wish, type Wish } from "../../assets/ts/deck/keys";
import { next, reply, said, start, turn, type Deck, type Event, type Slide } from "../../assets/ts/deck/state";
import { random } from "./random";

/** A question that shows more three times, and a chat: its first scene leads on (A), or round by another scene (B). */
const slides: readonly Slide[] = [
  {},
  { name: "vote", presses: 3, turns: [0] },
  { name: "sort", presses: 3, turns: [0, 2] },
  { name: "ask", chat: "chat", presses: 1, turns: [0], best: "A", goes: { A: "tell", B: "round" } },
  { name: "tell", chat: "chat", presses: 1, turns: [0], best: "A", goes: { A: "end", B: "sad" } },
  { name: "end", chat: "chat", goes: {} },
  { name: "round", chat: "chat", presses: 1, turns: [0], best: "A", goes: { A: "ask", B: "sad" } },
  { name: "sad", chat: "chat", goes: {} },
  {},
];
const deck = start(1, slides);
const on: Event = { type: "step", by: 1 };
const off: Event = { type: "step", by: -1 };
const hand = (letter: string, by = 1): Event => ({ type: "vote", letter, by });
const pick = (letter: string): Event => ({ type: "pick", letter });
const from = (at: number, ...events: Event[]): Deck => events.reduce(next, start(at, slides));
const seen = ({ at, shown }: Deck): [number, number] => [at, shown];

/** Returns the names of the scenes that Next leads through from the first scene of the chat, and what comes after. */
function followed(now: Deck): (string | undefined)[] {
  const names: (string | undefined)[] = [];
  while (now.slides[now.at - 1]!.chat && names.length < 20) {
    names.push(now.slides[now.at - 1]!.name);
    const { at } = now;
    while (now.at === at && now.shown < 2) now = next(now, on);
  }
  return [...names, now.slides[now.at - 1]!.name];
}

test("a deck starts at the slide of its address, or at the nearest", () => {
  for (const [at, slide] of [[1, 1], [9, 9], [0, 1], [-4, 1], [10, 9], [2.7, 2], [NaN, 1], [Infinity, 9], [-Infinity, 1]] as const)
    equal(start(at, slides).at, slide, `start(${at})`);
});

test("a press shows more of a slide, and then the next slide", () => {
  deepEqual([1, 2, 3, 4, 5].map((n) => seen(from(1, ...Array<Event>(n).fill(on)))), [[2, 0], [2, 1], [2, 2], [2, 3], [3, 0]]);
});

test("Back shows less, and then the slide before as it was left", () => {
  deepEqual([1, 2, 3, 4, 5].map((n) => seen(from(3, ...Array<Event>(n).fill(off)))), [[2, 3], [2, 2], [2, 1], [2, 0], [1, 0]]);
  equal(next(deck, off), deck);
});

test("steps stay within the deck", () => {
  equal(from(9, on).at, 9);
  equal(from(1, { type: "go", to: Infinity }).at, 9);
  equal(next(deck, { type: "go", to: 1 }), deck, "a step that leads nowhere changes nothing");
});

test("a new slide ends the timer and keeps the votes", () => {
  const timed = from(2, hand("A"), { type: "timer" });
  equal(timed.timer, 30);
  const later = next(timed, { type: "go", to: 3 });
  deepEqual([later.timer, later.votes], [0, { "vote:0": { A: 1 } }]);
});

test("the timer goes from none to 30 and 60 seconds and back to none", () => {
  const lengths = [1, 2, 3, 4].map((n) => from(1, ...Array<Event>(n).fill({ type: "timer" })).timer);
  deepEqual(lengths, [30, 60, 0, 30]);
  equal(from(1, { type: "timer" }, { type: "close" }).timer, 0);
});

test("hands stay between 0 and 99", () => {
  equal(from(2, hand("A", -1)).votes["vote:0"]!["A"], 0);
  equal(from(2, hand("A", 200)).votes["vote:0"]!["A"], 99);
  deepEqual(from(2, hand("A", 2), hand("B"), hand("A", -1)).votes, { "vote:0": { A: 1, B: 1 } });
});

test("a class votes about what is asked, and nothing else", () => {
  for (const event of [hand("A"), pick("A")]) equal(next(deck, event), deck);
  deepEqual([turn(from(3)), turn(from(3, on)), turn(from(3, on, on))], ["sort:0", "sort:0", "sort:2"]);
  deepEqual(from(3, hand("A"), on, on, hand("B")).votes, { "sort:0": { A: 1 }, "sort:2": { B: 1 } });
});

test("most said what most hands were for, or what somebody told", () => {
  equal(said(from(2)), undefined);
  equal(said(from(2, hand("A"), hand("B"))), undefined, "as many for two");
  equal(said(from(2, hand("A"), hand("B", 2))), "B");
  equal(said(from(2, hand("A", 9), pick("C"))), "C");
  equal(said(from(2, hand("A", 9), pick("C"), pick("C"))), "A", "said again, it is taken back");
  equal(said(from(2, pick("C"), hand("A"))), "A", "the hands are counted after all");
  equal(said(from(2, pick("C"), on, on)), "C", "beside the answer");
});

test("a chat goes on with the best reply, or with what most said", () => {
  deepEqual(followed(from(4)), ["ask", "tell", "end", undefined]);
  deepEqual(followed(from(4, pick("B"))), ["ask", "round", "ask", "tell", "end", undefined], "round once");
  deepEqual(followed(from(4, on, on, pick("B"))), ["tell", "sad", undefined]);
  deepEqual(followed(from(4, hand("B"), on, on, pick("B"))), ["round", "sad", undefined]);
});

test("Back in a chat goes back the way that led there", () => {
  const end = from(4, pick("B"), on, on, on, on, on, on, on, on);
  equal(end.slides[end.at - 1]!.name, "end");
  const ways: (string | undefined)[] = [];
  for (let now = end; now.at > 3; now = next(now, off)) if (!now.shown) ways.push(now.slides[now.at - 1]!.name);
  deepEqual(ways, ["end", "tell", "ask", "round", "ask"]);
  equal(reply(end), undefined);
});

test("whoever goes to a slide of a chat came by no reply", () => {
  const back = from(4, pick("B"), on, on, on, on, { type: "go", to: 3 }, { type: "go", to: 4 }, off);
  deepEqual(seen(back), [3, 3]);
});

test("whatever covers the slides goes first, and the slide stays", () => {
  for (const cover of ["black", "tablets"] as const)
    for (const event of [on, { type: "go", to: 9 }, { type: "close" }, { type: "uncover" }] as const) {
      const covered = from(1, { type: cover });
      ok(covered[cover]);
      deepEqual(next(covered, event), deck, `${event.type} on ${cover}`);
    }
});

test("only one thing covers the slides, and its key takes it away", () => {
  const [black, tablets] = [{ type: "black" }, { type: "tablets" }] as const;
  deepEqual([from(1, tablets, black).tablets, from(1, black, tablets).black], [false, false]);
  deepEqual([from(1, black, black), from(1, tablets, tablets)], [deck, deck]);
});

/** Returns one of what may happen to a deck. */
function happening(pick: (limit: number) => number): Event {
  const letter = "ABC"[pick(3)]!;
  return ([
    on, on, on, on, off, off, { type: "go", to: [NaN, 0, -1, 3.5, 7, 1e9, Infinity][pick(7)]! }, hand(letter, pick(300) - 150), { type: "pick", letter },
    { type: "black" }, { type: "timer" }, { type: "tablets" }, { type: "uncover" }, { type: "close" },
  ] satisfies Event[])[pick(14)]!;
}

/** Calls a function with a deck and what happens to it next, for many sequences of events. */
function always(check: (before: Deck, event: Event, now: Deck) => void): void {
  for (let seed = 1; seed <= 500; seed++) {
    const pick = random(seed);
    let now = start(pick(12), slides.slice(0, 1 + pick(9)));
    for (let i = 0; i < 40; i++) {
      const before = now;
      const event = happening(pick);
      check(before, event, (now = next(before, event)));
    }
  }
}

test("no sequence of events leads out of the deck", () => {
  always((before, _, now) => {
    ok(Number.isInteger(now.at) && now.at >= 1 && now.at <= now.slides.length, `slide ${now.at} of ${now.slides.length}`);
    ok(now.shown >= 0 && now.shown <= (now.slides[now.at - 1]!.presses ?? 0), `press ${now.shown}`);
    ok(Object.values(now.votes).every((hands) => Object.values(hands).every((n) => n >= 0 && n <= 99)));
    ok(!(now.black && now.tablets), "two things cover the slides");
    ok([0, 30, 60].includes(now.timer));
    ok(seen(now).join() === seen(before).join() || !(before.black || before.tablets), "a covered slide was changed");
  });
});

test("Back after Next returns, whatever happened before", () => {
  always((before, event, now) => {
    if (event === on && now !== before && !before.black && !before.tablets) deepEqual(seen(next(now, off)), seen(before));
  });
});

test("Next reaches the last slide, whatever the class said", () => {
  always((_, __, now) => {
    if (now.slides.length < slides.length) return; // a chat without its scenes
    let presses = 0;
    for (now = next(now, { type: "uncover" }); now.at < slides.length; now = next(now, on)) ok(presses++ < 60, `slide ${now.at} comes again and again`);
  });
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
  deepEqual(press("Escape"), { type: "close" });
});

test("digits say what most said, whatever the layout of the keyboard", () => {
  deepEqual(press("1"), pick("A"));
  deepEqual(press("3", { code: "Numpad3" }), pick("C"));
  deepEqual(press("&", { code: "Digit1" }), pick("A"));
  deepEqual(press("^", { code: "Digit6", shiftKey: true }), pick("F"));
  deepEqual([press("0"), press("7", { code: "Digit7" })], [null, null]);
});

test("what is printed on a key counts", () => {
  deepEqual(press("b", { code: "KeyN" }), { type: "black" }); // Dvorak
  deepEqual(press("2", { code: "Digit9" }), pick("B"));
});

test("a keypad without its lock moves, and does not vote", () => {
  deepEqual([press("End", { code: "Numpad1" }), press("Home", { code: "Numpad7" })], [{ type: "go", to: Infinity }, { type: "go", to: 1 }]);
  deepEqual([press("PageDown", { code: "Numpad3" }), press("ArrowDown", { code: "Numpad2" })], [on, on]);
  equal(press("Clear", { code: "Numpad5" }), null);
});

test("F5, which some remotes send, does nothing, not even load the page", () => {
  deepEqual(press("F5"), { type: "nothing" });
  equal(press("F5", { ctrlKey: true }), null);
});

test("keys of the browser and of typing do nothing to the deck", () => {
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])
    for (const key of ["PageDown", "f", "1", "Home"]) equal(press(key, more), null);
  for (const key of ["a", "Enter", "Tab", "F11", "Shift", "Dead", "Process", "Unidentified"]) equal(press(key), null);
});

test("Space presses the button that has the focus", () => {
  equal(press(" ", { target: new Element(true) }), null);
  deepEqual(press(" ", { target: new Element(false) }), { type: "step", by: 1 });
});
