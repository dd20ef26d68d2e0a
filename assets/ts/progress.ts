/** What a device keeps for a child, and how it changes. Nothing in this file touches a page, a clock or storage. Days
 * are whole numbers. */
export interface Progress {
  readonly version: 1;
  /** By the key of a question. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** The rules that are remembered, by id, each with the day on which its star was earned. A star stays. */
  readonly stars: Readonly<Record<string, number>>;
  /** The latest mix of each stage, so that answering it does not change it. */
  readonly mixes: Readonly<Record<string, Mix>>;
}

/** How often a question was right after long enough (0: tried only), and the day of the latest of these or of an error. */
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
  | { readonly type: "drawn"; readonly stage: string; readonly mix: Mix };

export const nothing: Progress = { version: 1, answers: {}, stars: {}, mixes: {} };

/** A question comes back after so many days: the next day, the next week, after half a term. */
const gaps = [1, 7, 42];

export function next(progress: Progress, event: Event): Progress {
  if (event.type === "drawn") return { ...progress, mixes: { ...progress.mixes, [event.stage]: event.mix } };
  if (event.type === "met") {
    const stars = { ...progress.stars };
    for (const { rule, keys } of event.lessons)
      if (keys.length && !(rule in stars) && keys.every((key) => knows(progress, key))) stars[rule] = event.day;
    return { ...progress, stars };
  }
  const { key, right, day } = event;
  const before = progress.answers[key];
  // Right again too soon says nothing new; an error after that only brings the question back tomorrow.
  const after: Answer = right
    ? before && !isDue(before, day) ? before : [Math.min((before?.[0] ?? 0) + 1, gaps.length), day]
    : [before?.[0] ? 1 : 0, day];
  return { ...progress, answers: { ...progress.answers, [key]: after } };
}

/** A question was right at some time. */
export function knows(progress: Progress, key: string): boolean {
  return (progress.answers[key]?.[0] ?? 0) > 0;
}

function isDue([times, last]: Answer, day: number): boolean {
  return times === 0 || day < last || day - last >= gaps[times - 1]!;
}

/** Draws the day's questions: those of rules not yet remembered and those that are due come first, and rules take turns.
 * The same progress and day give the same questions. */
export function draw(lessons: readonly Lesson[], progress: Progress, day: number, count: number): string[] {
  const chance = (key: string) => mixed(`${day} ${key}`);
  const all = lessons.flatMap(({ rule, keys }) => {
    const rank = (key: string) => {
      const answer = progress.answers[key];
      return !answer || isDue(answer, day) ? 0 : rule in progress.stars ? 2 : 1;
    };
    return keys
      .map((key) => ({ key, rank: rank(key), turn: 0 }))
      .sort((a, b) => a.rank - b.rank || chance(a.key) - chance(b.key))
      .map((question, turn) => ({ ...question, turn }));
  });
  return all
    .sort((a, b) => a.rank - b.rank || a.turn - b.turn || chance(a.key) - chance(b.key))
    .slice(0, count)
    .map((question) => question.key)
    .sort((a, b) => chance(a) - chance(b));
}

/** A number that looks random and is always the same for the same words (FNV-1a). */
function mixed(words: string): number {
  let hash = 2166136261;
  for (const letter of words) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619);
  return hash >>> 0;
}

/** The most that is read, in letters: more than a school of two thousand questions fills. */
const most = 100_000;

/** Reads what was kept. Whatever this version has not written itself is as good as nothing. */
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
