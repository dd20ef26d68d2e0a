// What is found for the words in the box. The build makes the index (tools/internal/find); it has no form of a word but the one that
// people read.

/** An entry of the index: its address, title, sentence, kind, kind in words, everyday words with commas between them, and other words of
 * its text. */
export type Row = readonly [to: string, title: string, about: string, kind: string, what: string, words: string, text: string];

/** The file that the build makes. `small` are words that are not looked for. */
export interface File {
  readonly small: readonly string[];
  readonly rows: readonly Row[];
}

/** What a search needs of the file: in which rows each stem is, and how much it counts there. */
export interface Index {
  readonly rows: readonly Row[];
  readonly small: ReadonlySet<string>;
  readonly stems: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Of each row, its title and everyday words, as stems with spaces round them. */
  readonly phrases: readonly string[];
}

/** Says whether a row may be found. */
export type Allows = (row: Row) => boolean;

/** How much a word counts in each part of an entry, and how much an entry counts by its kind. */
const inTitle = 6, inWords = 5, inAbout = 2.5, inText = 1;
const ofKind: Record<string, number> = { lesson: 1.3, help: 1.2, page: 1.15, rule: 1, plan: 0.9, sheet: 0.9, heading: 0.85, clause: 0.8, question: 0.75 };

/** At most this many entries are found, and none that counts for less than this share of the best. */
const most = 10, least = 0.12;

/** How much of what is typed is looked for, in characters. */
const longest = 100;

/** Makes the index. */
export function indexOf({ small, rows }: File): Index {
  const stems = new Map<string, Map<number, number>>();
  const phrases = rows.map(([, title, about, , what, words, text], row) => {
    for (const [part, weight] of [[text, inText], [what, inText], [about, inAbout], [words, inWords], [title, inTitle]] as const) {
      for (const stem of stemsOf(part)) {
        const rowsOf = stems.get(stem) ?? new Map<number, number>();
        rowsOf.set(row, weight);
        stems.set(stem, rowsOf);
      }
    }
    return [title, ...words.split(",")].map((phrase) => ` ${stemsOf(phrase).join(" ")} `).join("|");
  });
  return { rows, small: new Set(small), stems, phrases };
}

/** Returns the entries for the words that somebody typed, the best first, of those that may be found. */
export function find(index: Index, typed: string, allows: Allows = () => true): Row[] {
  const said = wordsOf(typed.slice(0, longest));
  const sought = said.filter((word) => !index.small.has(word)).flatMap((word) => parted(index, word));
  const words = sought.length ? sought : said;
  const total = new Map<number, number>();
  const met = new Map<number, number>();
  let all = 0;
  for (const word of [...words, ...pairs(index, words)]) {
    const { rows, rarest } = matches(index, word);
    if (words.includes(word)) all += rarest;
    for (const [row, score] of rows) {
      total.set(row, (total.get(row) ?? 0) + score);
      met.set(row, (met.get(row) ?? 0) + rarest);
    }
  }
  const [whole, phrase] = [said, words].map((list) => ` ${list.map(stemOf).join(" ")} `) as [string, string];
  const scores = [...total].filter(([row]) => allows(index.rows[row]!)).map(([row, score]) => {
    const share = Math.min(1, met.get(row)! / (all || 1));
    const phrases = index.phrases[row]!;
    const each = phrases.split("|");
    const exact = each.includes(whole) ? 2 : each.includes(phrase) ? 1.6 : phrases.includes(phrase) ? 1.25 : 1;
    return [row, score * share * share * exact * (ofKind[index.rows[row]![3]] ?? 1)] as const;
  }).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return scores.filter(([, score]) => score >= scores[0]![1] * least).slice(0, most).map(([row]) => index.rows[row]!);
}

/** Returns the two words that were written as one, as in "screentime", or the word itself. */
function parted(index: Index, word: string): string[] {
  for (let i = 3; i <= word.length - 3 && !index.stems.has(stemOf(word)); i++) {
    const two = [word.slice(0, i), word.slice(i)];
    if (two.every((part) => index.stems.has(stemOf(part)))) return two;
  }
  return [word];
}

/** Returns the words of the index that were written as two, as in "pass words". */
function pairs(index: Index, words: readonly string[]): string[] {
  return words.slice(1).map((word, i) => words[i]! + word).filter((word) => index.stems.has(stemOf(word)));
}

/** Returns the rows for a word with what it counts in each, and how rare the word is. Words that only begin in the same way, are spelt
 * nearly the same or sound alike count less, and only where the word itself is nowhere. */
function matches(index: Index, word: string): { rows: Map<number, number>; rarest: number } {
  const rows = new Map<number, number>();
  let rarest = 0;
  const stem = stemOf(word);
  const add = (other: string, likeness: number) => {
    const of = index.stems.get(other)!;
    const rare = Math.log(1 + index.rows.length / of.size);
    rarest = Math.max(rarest, rare * likeness);
    for (const [row, weight] of of) rows.set(row, Math.max(rows.get(row) ?? 0, weight * rare * likeness));
  };
  if (index.stems.has(stem)) {
    add(stem, 1);
    return { rows, rarest };
  }
  const near = [...index.stems.keys()].map((other) => [other, alike(word, stem, other)] as const);
  const best = Math.max(...near.map(([, likeness]) => likeness));
  for (const [other, likeness] of near) if (likeness > 0 && likeness >= best * 0.8) add(other, likeness);
  return { rows, rarest };
}

/** Returns how much a word is like a stem of the index, from 0 to 1. */
function alike(word: string, stem: string, other: string): number {
  if (word.length >= 3 && other.startsWith(word)) return 0.9 - 0.02 * (other.length - word.length);
  if (word.length < 4 || other.length < 3) return 0;
  const allowed = stem.length < 4 ? 0 : stem.length < 7 ? 1 : 2;
  const far = distance(stem, other, allowed);
  const begins = stem[0] === other[0]; // few people misspell the first letter
  if (far === 1 && allowed && (begins || stem.length > 6)) return 0.8;
  const [heard, meant] = [sound(stem), sound(other)];
  if (heard === meant) return 0.75;
  if (consonants(heard).length > 2 && consonants(heard) === consonants(meant)) return 0.65;
  return far === 2 && far <= allowed && begins ? 0.5 : 0;
}

/** Returns the words of a text in lower case, without accents. An apostrophe is part of a word, and left out. */
export function wordsOf(text: string): string[] {
  const bare = text.normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase();
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function stemsOf(text: string): string[] {
  return wordsOf(text).map(stemOf);
}

/** Returns what the forms of an English word have in common: "bully" for "bullies" and "bullying". */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  const stem = word.replace(/(ies|ied)$/, "y").replace(/([^s])s$/, "$1").replace(/(..[^e])(ing|ed|e)$/, "$1");
  return stem.replace(/([^aeiouls])\1$/, "$1");
}

/** Returns how a word sounds in English, more or less: "fon" for "fone" and "phone". */
export function sound(word: string): string {
  return word
    .replace(/ph/g, "f").replace(/gh|^k(?=n)/g, "").replace(/^wr/, "r").replace(/c(?=[eiy])/g, "s").replace(/ck|[cq]/g, "k")
    .replace(/z/g, "s").replace(/x/g, "ks").replace(/y/g, "i").replace(/(.)\1+/g, "$1");
}

/** Returns the first letter of a sound and the consonants after it. */
function consonants(heard: string): string {
  return heard.charAt(0).replace(/[aeiou]/, "a") + heard.slice(1).replace(/[aeiouwh]/g, "");
}

/** Returns in how many letters two words differ, where two that changed places count once, or more than `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (!same && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
