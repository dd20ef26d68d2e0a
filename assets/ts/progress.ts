// What a device stores for a child, and how it changes. Nothing in this file uses a page, a clock or storage.

/** A child's progress. A day is a whole number of days since 1970. */
export interface Progress {
  readonly version: 1;
  /** The answer to each question, by its key. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** The day on which a rule's star was earned, by the id of the rule. A star is never lost. */
  readonly stars: Readonly<Record<string, number>>;
  /** The latest mix of each set of rules. It is stored so that answering its questions does not change it. */
  readonly mixes: Readonly<Record<string, Mix>>;
}

/** How often a question was answered rightly when it was due (0: only wrong answers so far), and the day of the latest such
 * answer or error. */
export type Answer = readonly [times: number, day: number];

export interface Mix {
  readonly day: number;
  readonly keys: readonly string[];
}

/** A rule with the keys of its own lesson's questions. */
export interface Lesson {
  readonly rule: string;
  readonly keys: readonly string[];
}

export type Event =
  | { readonly type: "checked"; readonly key: string; readonly right: boolean; readonly day: number }
  | { readonly type: "met"; readonly lessons: readonly Lesson[]; readonly day: number }
  | { readonly type: "drawn"; readonly set: string; readonly mix: Mix };

export const nothing: Progress = { version: 1, answers: {}, stars: {}, mixes: {} };

/** After how many days a question is due again: the next day, the next week, after half a term. */
const gaps = [1, 7, 42];

export function next(progress: Progress, event: Event): Progress {
  if (event.type === "drawn") return { ...progress, mixes: { ...progress.mixes, [event.set]: event.mix } };
  if (event.type === "met") {
    const stars = { ...progress.stars };
    for (const { rule, keys } of event.lessons)
      if (keys.length && !(rule in stars) && keys.every((key) => knows(progress, key))) stars[rule] = event.day;
    return { ...progress, stars };
  }
  const { key, right, day } = event;
  const before = progress.answers[key];
  // A right answer before the question is due changes nothing. An error on a known question makes it due again tomorrow.
  const after: Answer = right
    ? before && !isDue(before, day) ? before : [Math.min((before?.[0] ?? 0) + 1, gaps.length), day]
    : [before?.[0] ? 1 : 0, day];
  return { ...progress, answers: { ...progress.answers, [key]: after } };
}

/** Reports whether a question has ever been answered rightly. */
export function knows(progress: Progress, key: string): boolean {
  return (progress.answers[key]?.[0] ?? 0) > 0;
}

function isDue([times, last]: Answer, day: number): boolean {
  return times === 0 || day < last || day - last >= gaps[times - 1]!;
}

/** Returns the keys of the day's questions for a pupil. New questions and those that are due come first, then others of rules without
 * a star. The same progress and day give the same questions. */
export function draw(lessons: readonly Lesson[], progress: Progress, day: number, count: number): string[] {
  return deal(lessons, day, count, (rule, key) => {
    const answer = progress.answers[key];
    return !answer || isDue(answer, day) ? 0 : rule in progress.stars ? 2 : 1;
  });
}

/** Returns the keys of the day's questions: those of a lower rank come first, and within each rank the rules take turns. */
export function deal(lessons: readonly Lesson[], day: number, count: number, rank: (rule: string, key: string) => number): string[] {
  const chance = (key: string) => mixed(`${day} ${key}`);
  const all = lessons.flatMap(({ rule, keys }) =>
    keys
      .map((key) => ({ key, rank: rank(rule, key), turn: 0 }))
      .sort((a, b) => a.rank - b.rank || chance(a.key) - chance(b.key))
      .map((question, turn) => ({ ...question, turn })),
  );
  return all
    .sort((a, b) => a.rank - b.rank || a.turn - b.turn || chance(a.key) - chance(b.key))
    .slice(0, count)
    .map((question) => question.key)
    .sort((a, b) => chance(a) - chance(b));
}

/** Returns a number that looks random but is always the same for the same text (FNV-1a). The last steps (of MurmurHash 3) make
 * it another in every bit where a single character differs: without them the mixes of two days can be the same. */
function mixed(words: string): number {
  let hash = 2166136261;
  for (const letter of words) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The longest text that is read, in characters: more than answers to two thousand questions need. */
const most = 100_000;

/** Parses stored progress. Anything that this version cannot have written counts as no progress. */
export function read(text: string | null): Progress {
  if (!text || text.length > most) return nothing;
  try {
    const { version, answers, stars, mixes } = JSON.parse(text) as Progress;
    const sound =
      version === 1 &&
      each(answers, /^[\w-]+#[\w-]+$/, (answer) => whole(answer) && answer.length === 2 && answer[0] <= gaps.length) &&
      each(stars, /^[\w-]+$/, (day) => whole([day])) &&
      each(mixes, /^[\w-]+$/, ({ day, keys }) => whole([day]) && distinct(keys));
    return sound ? { version, answers, stars, mixes } : nothing;
  } catch {
    return nothing;
  }
}

function each<T>(values: Readonly<Record<string, T>>, name: RegExp, holds: (value: T) => boolean): boolean {
  if (typeof values !== "object" || Array.isArray(values)) return false;
  return Object.entries(values).every(([key, value]) => name.test(key) && holds(value));
}

function whole(values: readonly unknown[]): values is number[] {
  return Array.isArray(values) && values.every((value) => Number.isSafeInteger(value) && (value as number) >= 0);
}

function distinct(keys: readonly unknown[]): boolean {
  return Array.isArray(keys) && keys.every((key) => typeof key === "string") && new Set(keys).size === keys.length;
}
