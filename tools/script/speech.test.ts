// How a text is split into the sentences that are read aloud one by one.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { split } from "../../assets/ts/speak-split";

const texts = (words: string) => split(words).map(({ text }) => text);

test("a sentence ends at its mark, with closing quotes and brackets", () => {
  deepEqual(texts("Stop! Is it you? “Yes.” (Good.) Then go on… And so on"), ["Stop!", "Is it you?", "“Yes.”", "(Good.)", "Then go on…", "And so on"]);
});

test("a full stop within a word or number ends no sentence", () => {
  deepEqual(texts("Go to school.example at 3.30 p.m.today. Then call."), ["Go to school.example at 3.30 p.m.today.", "Then call."]);
});

test("spaces and line ends are read as one space", () => {
  deepEqual(texts("  Tell\n   a\tgrown-up.\n\nNow.  "), ["Tell a grown-up.", "Now."]);
});

test("what has neither letter nor digit is not read", () => {
  deepEqual(texts("… !! — 😀 "), []);
  deepEqual(texts(""), []);
  deepEqual(texts("🙂 Smile. ✓ 5"), ["🙂 Smile.", "✓ 5"]);
});

test("letters of all scripts are words", () => {
  deepEqual(texts("Où? Да. 你好"), ["Où?", "Да.", "你好"]);
});

test("each span is where its sentence is, and nothing but spaces and signs lies between them", () => {
  for (const words of ["One. Two!  Three", "\n “A b.” C. ", "x", "1. 2. 3.", "!! Now. ?? Then", "a\u00a0b. c"]) {
    let end = 0;
    for (const span of split(words)) {
      equal(words.slice(span.start, span.end).replace(/\s+/g, " "), span.text);
      equal(/[\p{L}\p{N}]/u.test(words.slice(end, span.start)), false, `words are left out before ${span.text}`);
      end = span.end;
    }
    equal(/[\p{L}\p{N}]/u.test(words.slice(end)), false, `words are left out at the end of ${words}`);
  }
});
