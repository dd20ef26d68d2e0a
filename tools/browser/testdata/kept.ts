// Texts that may stand where a device keeps progress, whoever wrote them: none throws, none is taken for progress that is not,
// and whatever comes of it goes on as ever.
import { draw, next, nothing, read, type Progress } from "../../../assets/ts/progress";

const lessons = [{ rule: "ks1-s", keys: ["s#a", "s#b"] }, { rule: "ks1-m", keys: ["m#a"] }];
const sound = `{"version":1,"answers":{"s#a":[1,20000],"m#a":[0,3]},"stars":{"ks1-m":20000},"mixes":{"ks1":{"day":20000,"keys":["s#a","m#a"]}}}`;

/** Values that stand in for each part of what is kept. */
const values = [
  null, true, false, 0, -1, 1.5, 1e308, 9007199254740992, "", "1", "NaN", "x", [], [1], [1, 2], [1, -2], [1, "2"], ["1", 2], [4, 1], [1, 2, 3], [[1], 2],
  {}, { length: 2, 0: 1, 1: 2 }, { day: 1 }, { day: 1, keys: {} }, { day: "1", keys: [] }, { day: 1, keys: [1] }, { day: 1, keys: ["s#a", "s#a"] }, { "": 1 },
];

/** Every text that is the sound one with another value in one place. */
function* changed(): Generator<string> {
  const paths = [[], ["version"], ["answers"], ["answers", "s#a"], ["answers", "new"], ["stars"], ["stars", "ks1-m"], ["stars", "<b>"],
    ["mixes"], ["mixes", "ks1"], ["mixes", "ks1", "day"], ["mixes", "ks1", "keys"], ["more"]];
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

function* texts(): Generator<string> {
  yield* changed();
  for (let i = 0; i < sound.length; i++) {
    yield sound.slice(0, i);
    for (const letter of ['"', "{", "]", "9", "e", "\\", "\u2028", "\ud800"]) yield sound.slice(0, i) + letter + sound.slice(i + 1);
  }
  for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty"])
    for (const value of ["{}", "1", "[1,2]", '{"day":1,"keys":[]}', '{"ks1-s":1,"s#a":[1,1]}'])
      for (const part of ["answers", "stars", "mixes", "version"]) {
        yield sound.replace(`"${part}":{`, `"${part}":{"${key}":${value},`);
        yield sound.replace("{", `{"${key}":${value},`);
        yield `{"version":1,"answers":{},"stars":{},"mixes":{},"${part}":{"${key}":${value}}}`;
      }
  yield "[".repeat(1e6);
  yield `{"a":`.repeat(20000);
  yield sound.replace('"stars":{', `"deep":${"[".repeat(40000)}${"]".repeat(40000)},"stars":{`);
  yield `"${"x".repeat(5e6)}"`;
  yield sound.replace('"stars":{', `"stars":{${Array.from({ length: 1e6 }, (_, i) => `"ks1-${i}":1,`).join("")}`);
}

/** Whether what was read is progress as this version writes it: nothing else, and nothing more. */
function isProgress(kept: Progress): boolean {
  const day = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
  return Object.keys(kept).join() === "version,answers,stars,mixes" && kept.version === 1 &&
    [kept.answers, kept.stars, kept.mixes].every((part) => Object.prototype.toString.call(part) === "[object Object]") &&
    Object.values(kept.answers).every((answer) => answer.length === 2 && answer[0] <= 3 && answer.every(day)) &&
    Object.values(kept.stars).every(day) &&
    Object.values(kept.mixes).every((mix) => day(mix.day) && new Set(mix.keys).size === mix.keys.length && mix.keys.every((key) => typeof key === "string"));
}

/** Runs all texts, and returns what went wrong, and how many there were. */
export function run(): { faults: string[]; texts: number } {
  const faults: string[] = [];
  let count = 0;
  if (read(sound).stars["ks1-m"] !== 20000 || JSON.stringify(read(sound)) !== sound) faults.push("what was kept is not read");
  if (read(null) !== nothing || read("") !== nothing) faults.push("what was not kept is read");
  for (const text of texts()) {
    count++;
    try {
      let kept = read(text);
      if (!isProgress(kept)) faults.push(`this is taken for progress: ${text.slice(0, 200)}`);
      draw(lessons, kept, 20001, 2);
      kept = next(kept, { type: "checked", key: "s#a", right: true, day: 20001 });
      kept = next(kept, { type: "checked", key: "s#b", right: true, day: 20001 });
      kept = next(kept, { type: "met", lessons, day: 20001 });
      kept = next(kept, { type: "drawn", stage: "ks1", mix: { day: 20001, keys: ["s#a"] } });
      if (!("ks1-s" in read(JSON.stringify(kept)).stars)) faults.push(`what follows is lost: ${text.slice(0, 200)}`);
    } catch (fault) {
      faults.push(`${String(fault)}: ${text.slice(0, 200)}`);
    }
  }
  if (Object.keys(Object.prototype).length || ({} as Record<string, unknown>)["ks1-s"]) faults.push("every object has got more");
  return { faults: faults.slice(0, 20), texts: count };
}
