// What is found for the words that people type, in the index of the real site and in those of other schools.
import { ok } from "node:assert/strict";
import { test } from "node:test";
import { distance, find, indexOf, stemOf, sound, type File } from "../../assets/ts/find/rank";

/** The indexes, by the folder of the school. */
declare const INDEXES: Readonly<Record<string, File>>;

/** Lines of testdata/searches.txt, each a search and the addresses of which one has to be among the first three. */
declare const SEARCHES: string;
const searches = SEARCHES.split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split(": ") as [string, string]);

/** How many of the searches may miss. */
const misses = 3;

test("the right page is among the first three", () => {
  const index = indexOf(INDEXES["data/school"]!);
  const missed = searches.flatMap(([typed, right]) => {
    const first = find(index, typed).slice(0, 3).map(([to]) => to);
    return first.some((to) => right.split(" ").includes(to)) ? [] : [`${typed}: ${first.join(", ")}`];
  });
  for (const miss of missed) console.log(`missed: ${miss}`);
  ok(searches.length > 60 && missed.length <= misses, `${missed.length} of ${searches.length} searches miss:\n${missed.join("\n")}`);
});

test("each entry of each school is found first by its own title, or beside others of the same title", () => {
  for (const [school, file] of Object.entries(INDEXES)) {
    const index = indexOf(file);
    const lost = file.rows.filter(([to, title]) => !find(index, title).some((row) => row[0] === to || row[1] === title)).map(([, title]) => title);
    ok(file.rows.length > 100 && !lost.length, `${school}: of ${file.rows.length} entries ${lost.length} are not found by their titles: ${lost.join("; ")}`);
  }
});

test("any text may be typed", () => {
  const index = indexOf(INDEXES["data/school"]!);
  for (const typed of ["", " ", "the", "'", "…", "🦊", "constructor __proto__", "é", "x".repeat(5000), "a b c d e f g ".repeat(50)]) find(index, typed);
});

test("forms of a word have one stem", () => {
  for (const forms of [["bully", "bullies", "bullied", "bullying"], ["message", "messages", "messaging"], ["share", "sharing", "shared"], ["chat", "chats", "chatting"]]) {
    ok(new Set(forms.map(stemOf)).size === 1, forms.map(stemOf).join(", "));
  }
  for (const [one, other] of [["post", "poster"], ["check", "chess"], ["pass", "password"]] as const) ok(stemOf(one) !== stemOf(other), `${one}, ${other}`);
});

test("misspellings are near", () => {
  for (const [typed, meant, most] of [["pasword", "password", 1], ["safegaurd", "safeguard", 1], ["recieve", "receive", 1], ["bulying", "bullying", 1]] as const) {
    ok(distance(typed, meant, 2) <= most, `${typed}, ${meant}: ${distance(typed, meant, 2)}`);
  }
  for (const [typed, meant] of [["fone", "phone"], ["foto", "photo"], ["nite", "night"], ["rong", "wrong"]] as const) {
    ok(sound(stemOf(typed)) === sound(stemOf(meant)), `${typed}, ${meant}: ${sound(stemOf(typed))}, ${sound(stemOf(meant))}`);
  };
});
