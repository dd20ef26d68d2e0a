// The state of a deck of slides, and the keys of keyboards and remotes.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { wish, type Wish } from "../../assets/ts/deck/keys";
import { next, start, type Deck, type Event } from "../../assets/ts/deck/state";
import { random } from "./random";

const deck = start(3, 9);
const after = (...events: Event[]): Deck => events.reduce(next, deck);

test("a deck starts at the slide of its address, or at the nearest", () => {
  for (const [at, slide] of [[1, 1], [9, 9], [0, 1], [-4, 1], [10, 9], [2.7, 2], [NaN, 1], [Infinity, 9], [-Infinity, 1]] as const)
    equal(start(at, 9).at, slide, `start(${at})`);
});

test("steps stay within the deck", () => {
  equal(after({ type: "step", by: 1 }).at, 4);
  equal(after({ type: "step", by: -5 }).at, 1);
  equal(after({ type: "go", to: Infinity }).at, 9);
  equal(after({ type: "go", to: 3 }), deck, "a step that leads nowhere changes nothing");
});

test("a new slide ends the timer and keeps the votes", () => {
  const timed = after({ type: "vote", id: "a", by: 1 }, { type: "timer" });
  equal(timed.timer, 30);
  const later = next(timed, { type: "step", by: 1 });
  deepEqual([later.timer, later.votes], [0, { a: 1 }]);
});

test("the timer goes from none to 30 and 60 seconds and back to none", () => {
  const lengths = [1, 2, 3, 4].map((n) => after(...Array.from({ length: n }, (): Event => ({ type: "timer" }))).timer);
  deepEqual(lengths, [30, 60, 0, 30]);
  equal(after({ type: "timer" }, { type: "close" }).timer, 0);
});

test("votes stay between 0 and 99", () => {
  equal(after({ type: "vote", id: "a", by: -1 }).votes["a"], 0);
  equal(after({ type: "vote", id: "a", by: 200 }).votes["a"], 99);
  deepEqual(after({ type: "vote", id: "a", by: 2 }, { type: "vote", id: "b", by: 1 }, { type: "vote", id: "a", by: -1 }).votes, { a: 1, b: 1 });
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
    let now = start(pick(12), 1 + pick(9));
    for (let i = 0; i < 40; i++) {
      const events: Event[] = [
        { type: "step", by: pick(7) - 3 }, { type: "go", to: [NaN, 0, -1, 3.5, 1e9, Infinity][pick(6)]! }, { type: "vote", id: "ab"[pick(2)]!, by: pick(300) - 150 },
        { type: "black" }, { type: "timer" }, { type: "tablets" }, { type: "uncover" }, { type: "close" },
      ];
      const before = now;
      const event = events[pick(events.length)]!;
      now = next(before, event);
      ok(Number.isInteger(now.at) && now.at >= 1 && now.at <= now.count, `slide ${now.at} of ${now.count}`);
      ok(Object.values(now.votes).every((n) => n >= 0 && n <= 99));
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
  deepEqual(press("Escape"), { type: "close" });
});

test("digits vote, whatever the layout of the keyboard", () => {
  deepEqual(press("1"), { type: "hands", nth: 0, by: 1 });
  deepEqual(press("&", { code: "Digit1" }), { type: "hands", nth: 0, by: 1 });
  deepEqual(press("!", { code: "Digit6", shiftKey: true }), { type: "hands", nth: 5, by: -1 });
  deepEqual(press("End", { code: "Numpad3" }), { type: "hands", nth: 2, by: 1 });
  deepEqual([press("0"), press("7", { code: "Digit7" })], [null, null]);
});

test("keys of the browser and of typing do nothing to the deck", () => {
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])
    for (const key of ["PageDown", "f", "1", "Home"]) equal(press(key, more), null);
  for (const key of ["a", "Enter", "Tab", "F5", "Shift", "Dead", "Process", "Unidentified"]) equal(press(key), null);
});

test("Space presses the button that has the focus", () => {
  equal(press(" ", { target: new Element(true) }), null);
  deepEqual(press(" ", { target: new Element(false) }), { type: "step", by: 1 });
});
