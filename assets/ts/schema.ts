/** The attributes that templates and scripts share. Templates write them (assets/components/question, clause); scripts read
 * them, and set only `state` and standard attributes. */
export enum attr {
  /** On a quiz, which also holds the words that the script shows. */
  quiz = "data-quiz",
  /** Words of a quiz, with {braces} for values that the script fills in. */
  found = "data-found",
  yes = "data-yes",
  notYet = "data-not-yet",
  /** On a question; its value is the kind. */
  question = "data-question",
  title = "data-title",
  /** On words that are shown in part, and on the whole of them for screen readers. */
  seen = "data-seen",
  whole = "data-whole",
  options = "data-options",
  option = "data-option",
  /** On an option that belongs to the answer. */
  right = "data-right",
  /** On a step: its position in the right order, from 1. */
  place = "data-place",
  steps = "data-steps",
  text = "data-text",
  /** Shown only with the script, and only without it. */
  scripted = "data-scripted",
  plain = "data-plain",
  /** Words of a kind of question: announced after a move, after a move to the first or the last place, for a count, and at the
   * end. */
  said = "data-said",
  first = "data-said-first",
  last = "data-said-last",
  count = "data-count",
  /** On the words beside Check that say how many items have no place yet. */
  toGo = "data-to-go",
  done = "data-done",
  better = "data-better",
  /** On what a finger drags a step by. */
  grip = "data-grip",
  /** On a button: by how many positions it moves its step. */
  move = "data-move",
  /** In sort: an item, and the name of a bin. */
  item = "data-item",
  bin = "data-bin",
  /** In gaps: a gap, and the word in it. */
  gap = "data-gap",
  word = "data-word",
  /** In a chat: its box, a scene with its heading and the feedback to the reply to it, and where a reply leads. */
  chat = "data-chat",
  turn = "data-turn",
  heading = "data-heading",
  feedback = "data-feedback",
  goto = "data-goto",
  /** In a chat: the text of a past reply. */
  chosen = "data-chosen",
  /** A word on an option, shown in the state that is the attribute's value. */
  mark = "data-mark",
  state = "data-state",
  /** On the picture of a scene, and on those of what comes of the options of its question: an option's id, or nothing. */
  outcome = "data-then",
  error = "data-error",
  verdict = "data-verdict",
  live = "data-live",
  /** The foot of a question, with its two buttons. The box of the buttons holds their words. */
  actions = "data-actions",
  check = "data-check",
  other = "data-other",
  wordCheck = "data-word-check",
  wordRetry = "data-word-retry",
  wordNext = "data-word-next",
  /** On the box of an option, or of an item, after whose content its feedback is shown. */
  note = "data-note",
  why = "data-why",
  answers = "data-answers",
  finish = "data-finish",
  copy = "data-copy",
  copied = "data-copied",

  /** On a question: its key, which is the same on every page. */
  key = "data-key",
  /** The path of a page: on its head, which has a dot for each step and words for their number; on its foot, and the foot's
   * buttons; on a step, whose kind is the value (rule, scene, question, end); and the buttons that change between the path and the
   * whole page. */
  way = "data-way",
  dot = "data-dot",
  foot = "data-foot",
  pathBack = "data-path-back",
  pathNext = "data-path-next",
  pathOut = "data-path-out",
  step = "data-path-step",
  /** On the words that a step without a heading begins with. */
  begins = "data-begins",
  onePage = "data-one-page",
  bySteps = "data-by-steps",
  /** Set by the script: on the page, the kind of the step that is open, and on that step and what it stands in. */
  path = "data-path",
  now = "data-now",
  /** Set by the script on a question that has not been answered rightly. */
  open = "data-open",
  /** On what has just been left, which only screen readers still get. */
  left = "data-left",

  // Progress, mixes, reading aloud, hiding.
  /** The id of a school rule, on the element about it; and the keys of the questions of its lesson. */
  rule = "data-rule",
  keys = "data-keys",
  /** On the box with the stars of a set of rules; its value is the ids of the rules that have one. */
  stars = "data-stars",
  /** Shown if the rule that is its value has a star. */
  star = "data-star",
  /** On a thing of a place, shown as an outline until the rule that is its value has a star. */
  thing = "data-thing",
  remembered = "data-remembered",
  none = "data-none",
  // Not data-one: html/template takes an attribute that begins with "on" after "data-" for a script.
  one = "data-first",
  many = "data-many",
  whenAll = "data-when-all",
  earned = "data-earned",
  unearned = "data-unearned",
  back = "data-back",
  links = "data-links",
  resume = "data-resume",
  unkept = "data-unkept",
  ask = "data-ask",
  carryOn = "data-carry-on",
  someoneNew = "data-someone-new",
  forget = "data-forget",
  /** What is shown once someone new has begun, and a button that brings back what was deleted. */
  gone = "data-gone",
  bringBack = "data-bring-back",
  /** On a mix of questions; its value is the set of rules. It holds the words of a question's number, and a place for each
   * question. */
  mix = "data-mix",
  drawn = "data-drawn",
  wordCount = "data-word-count",
  speak = "data-speak",
  start = "data-start",
  stop = "data-stop",
  /** On the part of a step in which the button that reads aloud stands. */
  aloud = "data-aloud",
  /** On the block that is being read, in a browser that cannot highlight a sentence. */
  reading = "data-reading",
  hide = "data-hide",
  screen = "data-screen",
  /** What has the focus while the page is hidden. */
  calm = "data-calm",
  show = "data-show",
  print = "data-print",
  /** The status of the offline copy in the footer, and its words when there is a new version. */
  offline = "data-offline",
  newer = "data-newer",
}

/** A table whose rows are filtered: its lists, the count of rows shown, and the values of a row. */
export enum filtered {
  root = "data-filter",
  by = "data-filter-by",
  found = "data-filter-found",
  row = "data-filter-row",
}

/** A deck: its slides, its controls, and the dialogs over it. Its other attributes are in `attr`. */
export enum deck {
  root = "data-deck",
  slide = "data-slide",
  /** On a deck: its routes. On a link: the name of one. On a slide: its foot. */
  routes = "data-routes",
  route = "data-route",
  foot = "data-foot",
  /** On what a slide shows only from a press on, until a press, if the class goes on with a reply, or after a reply: the number of the
   * press, the letter of the reply, or the slide and the letter. Set by the script: on what is not shown. */
  from = "data-from",
  to = "data-to",
  when = "data-when",
  via = "data-via",
  off = "data-off",
  /** On what stands for an option: its letter. Set by the script: that most said so. On a deck: the words for that, for a reply, and
   * for a route that comes next. */
  letter = "data-letter",
  words = "data-words",
  most = "data-most",
  go = "data-go",
  nextRoute = "data-next-route",
  /** On a button: how many slides it moves on, what it does, how many votes it adds. On what Next says: its usual words. */
  step = "data-step",
  does = "data-do",
  vote = "data-vote",
  word = "data-word",
  more = "data-more",
  /** The hands of the class, those for the letter that is its value, and their number. */
  tally = "data-tally",
  hands = "data-hands",
  count = "data-count",
  timer = "data-timer",
  /** On the timer: the words that announce its length. */
  set = "data-set",
  shape = "data-shape",
  over = "data-over",
  black = "data-black",
  tablets = "data-tablets",
  said = "data-said",
  /** On a deck: the words of a slide's number. On a slide: the element that shows them. */
  place = "data-place",
  nth = "data-nth",
  /** Set by the script: on a deck that has started, and on the current slide. */
  live = "data-live",
  now = "data-now",
  /** In a mix: the answers on the handout, by the key of their question. */
  handout = "data-handout",
  /** In the notes: the deck that they belong to, a part; and the elements of the window that follows the deck. */
  notes = "data-notes",
  part = "data-part",
  next = "data-next",
  clock = "data-clock",
  since = "data-since",
  following = "data-following",
  alone = "data-alone",
}

/** A place: a thing and its state; what shows the words of a thing; the box that scrolls on a phone, and the ground in it; the ring
 * round the thing that was touched; in the list of things the name, the words, and those of a thing that is not there yet. The script
 * sets `now` on the thing that was touched last. */
export enum place {
  root = "data-place-root",
  thing = "data-thing",
  state = "data-state",
  said = "data-place-said",
  live = "data-live",
  view = "data-place-view",
  ground = "data-place-ground",
  ring = "data-place-ring",
  name = "data-place-name",
  says = "data-place-says",
  yet = "data-place-yet",
  now = "data-now",
}

/** On a sheet for paper: the address that it was printed from. */
export const paper = { here: "data-here" } as const;

/** The events of the page. `checked` is a CustomEvent on a question that bubbles, with `detail` {key: string, right: boolean}; `onward`
 * is one on a question that a child goes on from, and bubbles; `stepped` is on the document when another step of the path is open; `touched`
 * is on the words about the thing of a place that was touched, and bubbles. */
export enum event {
  checked = "question:checked",
  onward = "question:onward",
  stepped = "path:stepped",
  touched = "place:touched",
}

/** Returns the first element inside `root` with an attribute, and throws if there is none: the template is then wrong. */
export function part(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[${name}]`);
  if (!found) throw new Error(`no [${name}] here`);
  return found;
}

/** Returns all elements inside `root` with an attribute. */
export function parts(root: ParentNode, name: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[${name}]`)];
}

/** Dispatches an event that bubbles. */
export function tell(target: EventTarget, name: string, detail?: unknown): void {
  target.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
}

/** Returns the words in an attribute of an element. */
export function word(root: HTMLElement, name: string): string {
  return root.getAttribute(name) ?? "";
}

/** Replaces {braces} in words from the HTML by values. */
export function fill(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
