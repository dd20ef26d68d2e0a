// Texts that may be where a device stores progress, whoever wrote them. None throws, none is taken for progress that it is not,
// and the child's next answers are stored as usual.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { draw, next, nothing, read, type Progress } from "../../assets/ts/progress";

const lessons = [{ rule: "young-s", keys: ["s#a", "s#b"] }, { rule: "young-m", keys: ["m#a"] }];
const sound = `{"version":1,"answers":{"s#a":[1,20000],"m#a":[0,3]},"stars":{"young-m":20000},"mixes":{"young":{"day":20000,"keys":["s#a","m#a"]}}}`;

/** Values to put in the place of each part of what is stored. */
const values = [
  null, true, false, 0, -1, 1.5, 1e308, 9007199254740992, "", "1", "NaN", "x", [], [1], [1, 2], [1, -2], [1, "2"], ["1", 2], [4, 1], [1, 2, 3], [[1], 2],
  {}, { length: 2, 0: 1, 1: 2 }, { day: 1 }, { day: 1, keys: {} }, { day: "1", keys: [] }, { day: 1, keys: [1] }, { day: 1, keys: ["s#a", "s#a"] }, { "": 1 },
];

/** Yields every text that is the sound one with another value in one place. */
function* withOtherValues(): Generator<string> {
  const paths = [[], ["version"], ["answers"], ["answers", "s#a"], ["answers", "new"], ["stars"], ["stars", "young-m"], ["stars", "<b>"],
    ["mixes"], ["mixes", "young"], ["mixes", "young", "day"], ["mixes", "young", "keys"], ["more"]];
  for (const path of paths)
    for (const value of values) {
      const root = { all: JSON.parse(sound) as unknown };
      let at = root as unknown as Record<string, unknown>;
      const whole = ["all", ...path];
      for (const name of whole.slice(0, -1)) at = at[name] as Record<string, unknown>;
      at[whole[whole.length - 1]!] = value;
      yield JSON.stringify(root.all);
    }
}

/** Yields the sound text, cut short at every place, and with other characters there. */
function* damaged(): Generator<string> {
  for (let i = 0; i < sound.length; i++) {
    yield sound.slice(0, i);
    for (const letter of ['"', "{", "]", "9", "e", "\\", "\u2028", "\ud800"]) yield sound.slice(0, i) + letter + sound.slice(i + 1);
  }
}

/** Yields texts whose keys are names of every object's prototype. */
function* withPrototypes(): Generator<string> {
  for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty"])
    for (const value of ["{}", "1", "[1,2]", '{"day":1,"keys":[]}', '{"young-s":1,"s#a":[1,1]}'])
      for (const part of ["answers", "stars", "mixes", "version"]) {
        yield sound.replace(`"${part}":{`, `"${part}":{"${key}":${value},`);
        yield sound.replace("{", `{"${key}":${value},`);
        yield `{"version":1,"answers":{},"stars":{},"mixes":{},"${part}":{"${key}":${value}}}`;
      }
}

function* veryLong(): Generator<string> {
  yield "[".repeat(1e6);
  yield `{"a":`.repeat(20000);
  yield sound.replace('"stars":{', `"deep":${"[".repeat(40000)}${"]".repeat(40000)},"stars":{`);
  yield `"${"x".repeat(5e6)}"`;
  yield sound.replace('"stars":{', `"stars":{${Array.from({ length: 1e6 }, (_, i) => `"young-${i}":1,`).join("")}`);
}

/** Reports whether a value is progress as this version writes it, and nothing more. */
function isProgress(kept: Progress): boolean {
  const isDay = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
  return Object.keys(kept).join() === "version,answers,stars,mixes" && kept.version === 1 &&
    [kept.answers, kept.stars, kept.mixes].every((part) => Object.prototype.toString.call(part) === "[object Object]") &&
    Object.values(kept.answers).every((answer) => answer.length === 2 && answer[0] <= 3 && answer.every(isDay)) &&
    Object.values(kept.stars).every(isDay) &&
    Object.values(kept.mixes).every((mix) => isDay(mix.day) && new Set(mix.keys).size === mix.keys.length && mix.keys.every((key) => typeof key === "string"));
}

/** Reads a text and lets a child answer. */
function tryText(text: string): void {
  let kept = read(text);
  ok(isProgress(kept), "is taken for progress");
  draw(lessons, kept, 20001, 2);
  kept = next(kept, { type: "checked", key: "s#a", right: true, day: 20001 });
  kept = next(kept, { type: "checked", key: "s#b", right: true, day: 20001 });
  kept = next(kept, { type: "met", lessons, day: 20001 });
  kept = next(kept, { type: "drawn", set: "young", mix: { day: 20001, keys: ["s#a"] } });
  ok("young-s" in read(JSON.stringify(kept)).stars, "later answers are lost");
}

for (const [what, texts, least] of [
  ["with another value in one place", withOtherValues, 377],
  ["damaged at any place", damaged, 1000],
  ["with names of prototypes", withPrototypes, 240],
  ["very long or very deep", veryLong, 5],
] as const)
  test(`stored text ${what} breaks nothing`, () => {
    let count = 0;
    for (const text of texts()) {
      count++;
      try {
        tryText(text);
      } catch (fault) {
        (fault as Error).message += `\nwith ${text.slice(0, 200)}`;
        throw fault;
      }
    }
    ok(count >= least, `only ${count} texts were tried`);
    deepEqual(Object.keys(Object.prototype), [], "every object has got more");
    equal(({} as Record<string, unknown>)["young-s"], undefined);
  });

test("what was stored is read again", () => {
  equal(JSON.stringify(read(sound)), sound);
});

test("no text is no progress", () => {
  equal(read(null), nothing);
  equal(read(""), nothing);
});

test("text of another version is no progress", () => {
  equal(read(sound.replace('"version":1', '"version":2')), nothing);
});
