/** The attributes that templates and scripts share. The templates write them (assets/components/question, clause); the
 * scripts read them, and set only `state` and the standard ones. */
export const attr = {
  /** A lesson's quiz. Holds the words the script shows. */
  quiz: "data-quiz",
  /** Words of a quiz, with {braces} for what the script fills in. */
  found: "data-found",
  yes: "data-yes",
  notYet: "data-not-yet",
  /** On a quiz: one question at a time. */
  single: "data-single",
  /** A question; its value is the kind. */
  question: "data-question",
  title: "data-title",
  options: "data-options",
  option: "data-option",
  /** On an option: it belongs to the answer. */
  right: "data-right",
  /** On a step: its place in the right order, from 1. */
  place: "data-place",
  steps: "data-steps",
  text: "data-text",
  /** What only the script needs, and what only those without it do. */
  scripted: "data-scripted",
  plain: "data-plain",
  /** Words of a kind: what is said of a move, of a count, and at the end. */
  said: "data-said",
  count: "data-count",
  done: "data-done",
  better: "data-better",
  /** On a button: by how many places it moves its step. */
  move: "data-move",
  /** Of sort: a thing, and a bin's name. */
  item: "data-item",
  bin: "data-bin",
  /** Of gaps: a gap, and the word in it. */
  gap: "data-gap",
  word: "data-word",
  /** Of chat: its scenes, those that are past and the one that is on, where a reply leads, and the way back. */
  chat: "data-chat",
  turn: "data-turn",
  heading: "data-heading",
  past: "data-past",
  now: "data-now",
  goto: "data-goto",
  again: "data-again",
  /** A word on an option, shown in the state that is its value. */
  mark: "data-mark",
  state: "data-state",
  error: "data-error",
  verdict: "data-verdict",
  live: "data-live",
  actions: "data-actions",
  check: "data-check",
  next: "data-next",
  answers: "data-answers",
  finish: "data-finish",
  copy: "data-copy",
  copied: "data-copied",

  /** On a question: its key, the same wherever it is shown. */
  key: "data-key",
  // Progress, mixes, reading aloud, hiding.
  /** A rule of the school, by id, on the element that tells of it; and the keys of its own lesson's questions. */
  rule: "data-rule",
  keys: "data-keys",
  /** What belongs to a stage's stars; its value is the stage. How many there are to be had. */
  stars: "data-stars",
  all: "data-all",
  /** Shown where the rule that is its value has a star. */
  star: "data-star",
  remembered: "data-remembered",
  none: "data-none",
  // Not data-one: html/template takes a name that begins with "on" for a script.
  one: "data-first",
  many: "data-many",
  whenAll: "data-when-all",
  earned: "data-earned",
  back: "data-back",
  links: "data-links",
  resume: "data-resume",
  unkept: "data-unkept",
  ask: "data-ask",
  carryOn: "data-carry-on",
  someoneNew: "data-someone-new",
  forget: "data-forget",
  /** A mix of questions; its value is the stage. It holds what a question says that leads on, and each question's place. */
  mix: "data-mix",
  drawn: "data-drawn",
  wordNext: "data-word-next",
  wordFinish: "data-word-finish",
  speak: "data-speak",
  start: "data-start",
  stop: "data-stop",
  /** On a block that is being read, in a browser that cannot mark a sentence. */
  reading: "data-reading",
  hide: "data-hide",
  screen: "data-screen",
  show: "data-show",
  print: "data-print",
  /** The line at the foot that tells of the offline copy, and what it says when there is a newer one. */
  offline: "data-offline",
  newer: "data-newer",
} as const;

/** A table whose rows are filtered: its lists, what it says of how many are left, and on a row its values. */
export const filtered = {
  root: "data-filter",
  by: "data-filter-by",
  found: "data-filter-found",
  row: "data-filter-row",
} as const;

/** A deck: slides, what steers them, and what lies over them. Its other attributes are those of a page. */
export const deck = {
  root: "data-deck",
  slide: "data-slide",
  /** On a button: by how many slides it goes on, what it does, how many hands it adds. */
  step: "data-step",
  does: "data-do",
  vote: "data-vote",
  more: "data-more",
  /** The hands for the option that is its value; how many there are, and their bar. */
  hands: "data-hands",
  count: "data-count",
  bar: "data-bar",
  timer: "data-timer",
  shape: "data-shape",
  over: "data-over",
  black: "data-black",
  tablets: "data-tablets",
  leave: "data-leave",
  said: "data-said",
  /** On a deck: what its place says. On a slide: where that stands. */
  place: "data-place",
  nth: "data-nth",
  /** Set by the script: slides are shown one at a time, and on the one that is shown. */
  live: "data-live",
  now: "data-now",
  /** Of a mix: the answers on the handout, by the question's key. */
  handout: "data-handout",
  /** Of the notes: the deck that they belong to, a part, a slide; and what the window that follows shows. */
  notes: "data-notes",
  part: "data-part",
  slideOf: "data-slide-of",
  next: "data-next",
  clock: "data-clock",
  since: "data-since",
  following: "data-following",
  alone: "data-alone",
} as const;
/** On a sheet for paper: the words that say where it was printed from. */
export const paper = { here: "data-here" } as const;

/** What components tell each other: a bubbling CustomEvent on a question, with `detail` {key, right: boolean}. */
export const event = { checked: "question:checked" } as const;

/** The element inside `root` that carries an attribute. A page without it is a fault of the template. */
export function part(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[${name}]`);
  if (!found) throw new Error(`no [${name}] here`);
  return found;
}

export function parts(root: ParentNode, name: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[${name}]`)];
}

/** The words that an element carries in an attribute. */
export function word(root: HTMLElement, name: string): string {
  return root.getAttribute(name) ?? "";
}

/** Fills {braces} in words from the HTML. */
export function fill(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
