// Which questions the mix of a day has.
import { deepEqual, equal, notDeepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { draw, next, nothing, type Lesson, type Progress } from "../../assets/ts/progress";

const lessons: Lesson[] = Array.from({ length: 17 }, (_, rule) => ({
  rule: `older-${rule}`,
  keys: Array.from({ length: 4 }, (_, n) => `lesson-${rule}#q${n}`),
}));

/** Returns the progress of a child who answered every question of some lessons on a day. */
function remembers(known: readonly Lesson[], day: number, from: Progress = nothing): Progress {
  const answered = known.flatMap(({ keys }) => keys).reduce((progress, key) => next(progress, { type: "checked", key, right: true, day }), from);
  return next(answered, { type: "met", lessons: known, day });
}

const ruleOf = (key: string) => lessons.find(({ keys }) => keys.includes(key))!.rule;

test("a mix is the same all day and another the next", () => {
  for (let day = 20000; day < 20400; day++) {
    const today = draw(lessons, nothing, day, 10);
    equal(new Set(today).size, 10, `day ${day} has a question twice, or too few: ${today.join()}`);
    deepEqual(draw(lessons, nothing, day, 10), today);
    notDeepEqual(draw(lessons, nothing, day + 1, 10), today);
  }
});

test("over a term, a class meets every question", () => {
  const drawn = new Set<string>();
  for (let day = 20000; day < 20070; day++) for (const key of draw(lessons, nothing, day, 10)) drawn.add(key);
  equal(drawn.size, lessons.flatMap(({ keys }) => keys).length);
});

test("ten questions come from ten rules", () => {
  for (let day = 20000; day < 20100; day++) equal(new Set(draw(lessons, nothing, day, 10).map(ruleOf)).size, 10);
});

test("rules that are not remembered come first", () => {
  const progress = remembers(lessons.slice(0, 12), 20000);
  const fresh = lessons.slice(12).map(({ rule }) => rule);
  for (const key of draw(lessons, progress, 20000, 10)) ok(fresh.includes(ruleOf(key)), `${key} was remembered today`);
});

test("what was remembered long ago comes before what was remembered today", () => {
  const old = lessons.slice(3, 6);
  const progress = remembers(lessons.filter((lesson) => !old.includes(lesson)), 20000, remembers(old, 19900));
  const due = old.map(({ rule }) => rule);
  for (const key of draw(lessons, progress, 20000, 10)) ok(due.includes(ruleOf(key)), `${key} is not due`);
});

test("where there are fewer questions than places, each is drawn once", () => {
  const few = lessons.slice(0, 1);
  deepEqual([...draw(few, nothing, 20000, 10)].sort(), [...few[0]!.keys].sort());
  deepEqual(draw([], nothing, 20000, 10), []);
});
