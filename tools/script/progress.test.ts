// What a device stores for a child, and how it changes.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { draw, knows, next, nothing, read, type Event, type Progress } from "../../assets/ts/progress";
import { random } from "./random";

const lessons = Array.from({ length: 6 }, (_, rule) => ({
  rule: `older-${rule}`,
  keys: Array.from({ length: 3 }, (_, n) => `lesson-${rule}#q${n}`),
}));
const keys = lessons.flatMap((lesson) => lesson.keys);

const answer = (key: string, right: boolean, day: number): Event => ({ type: "checked", key, right, day });
const met = (day: number): Event => ({ type: "met", lessons, day });
const after = (...events: Event[]): Progress => events.reduce(next, nothing);

/** Checks what must hold after any event. */
function holds(before: Progress, event: Event, now: Progress): void {
  deepEqual(read(JSON.stringify(now)), now, "what is stored is not read again");
  for (const rule of Object.keys(before.stars)) equal(now.stars[rule], before.stars[rule], "a star is lost");
  for (const key of keys) ok(!knows(before, key) || knows(now, key), "a right answer is forgotten");
  if (event.type === "checked") equal(knows(now, event.key), knows(before, event.key) || event.right, "a right answer is not known, or a wrong one is");
  if (event.type === "met")
    for (const { rule, keys } of event.lessons)
      equal(rule in now.stars, rule in before.stars || keys.every((key) => knows(now, key)), "a star is missing or undeserved");
}

/** Checks a draw of seven questions. */
function drawsWell(now: Progress, day: number): void {
  const drawn = draw(lessons, now, day, 7);
  equal(new Set(drawn).size, 7, `draws a question twice or too few: ${drawn.join()}`);
  equal(drawn.length, 7);
  ok(drawn.every((key) => keys.includes(key)), "draws a question that does not exist");
  deepEqual(draw(lessons, now, day, 7), drawn, "draws other questions the second time");
  const fresh = keys.filter((key) => !now.answers[key]);
  const rightToday = drawn.filter((key) => now.answers[key]?.[0] && now.answers[key]?.[1] === day);
  ok(fresh.length < 7 || !rightToday.length, "draws what was right today before what is new");
}

test("progress holds through any use of a device", () => {
  const pick = random(20703);
  for (let life = 0; life < 200; life++) {
    let now = nothing;
    let day = 20000;
    for (let step = 0; step < 60; step++) {
      day += pick(4) ? 0 : pick(50);
      const before = now;
      const text = JSON.stringify(before);
      const events: Event[] = [
        answer(keys[pick(keys.length)]!, pick(3) > 0, day),
        { type: "met", lessons: lessons.slice(pick(6)), day },
        { type: "drawn", set: "older", mix: { day, keys: draw(lessons, now, day, 4) } },
      ];
      const event = events[pick(8) > 4 ? 1 + pick(2) : 0]!;
      now = next(before, event);
      equal(JSON.stringify(before), text, "an event changes the state before it");
      holds(before, event, now);
      drawsWell(now, day);
      // Whatever becomes of the stored text, the next event and draw work.
      const broken = [...JSON.stringify(now)];
      broken.splice(pick(broken.length), 1 + pick(3), ...'{"]x9'.slice(pick(5)));
      draw(lessons, next(read(broken.join("")), events[1]!), day, 7);
    }
  }
});

test("a star needs a right answer to every question of the lesson", () => {
  const [first] = lessons;
  const some = after(answer(first!.keys[0]!, true, 1), answer(first!.keys[1]!, true, 1), answer(first!.keys[2]!, false, 1), met(1));
  deepEqual(some.stars, {});
  deepEqual(next(next(some, answer(first!.keys[2]!, true, 2)), met(2)).stars, { "older-0": 2 });
});

test("a star and what is known survive a later error", () => {
  const [first] = lessons;
  const all = after(...first!.keys.map((key) => answer(key, true, 1)), met(1), answer(first!.keys[0]!, false, 2), met(2));
  deepEqual(all.stars, { "older-0": 1 });
  ok(knows(all, first!.keys[0]!));
});

test("a question is due again after a day, a week and half a term", () => {
  const one = [{ rule: "older-0", keys: ["a#1", "a#2"] }];
  let now = after(answer("a#2", true, 0));
  for (const [day, times] of [[1, 2], [8, 3], [50, 3]] as const) {
    // A right answer the day before changes nothing, and a new question is drawn first.
    deepEqual(next(now, answer("a#2", true, day - 1)), now);
    deepEqual(draw(one, now, day - 1, 1), ["a#1"]);
    now = next(now, answer("a#2", true, day));
    deepEqual(now.answers["a#2"], [times, day]);
  }
  deepEqual(next(now, answer("a#2", false, 60)).answers["a#2"], [1, 60], "an error makes it due the next day");
});

test("a clock that was set back makes everything due", () => {
  const now = after(answer("a#1", true, 100));
  deepEqual(next(now, answer("a#1", true, 50)).answers["a#1"], [2, 50]);
});
