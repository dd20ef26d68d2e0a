import { next, nothing, read, type Event, type Lesson, type Progress } from "./progress";
import { attr, event, parts, tell, word } from "./schema";
import { today } from "./today";

// The only module that uses storage. Nothing is written before the first check of a question. Where storage is blocked, full
// or broken, progress lasts as long as the page.

/** The key of what is stored. */
const name = "safe-online";

/** The event that is dispatched on the document when progress has changed. */
export const changed = "progress:changed";

/** Children share tablets: after this many minutes without a touch, or in a new tab, the page asks who is there. */
const patience = 30;

/** Progress that could not be stored. */
let here: Progress | null = null;

/** What was deleted on this page and can still be brought back. It is lost when the page is left. */
let gone: Progress | null = null;
let asking = isAsking();

for (const touched of ["pointerdown", "keydown"])
  addEventListener(touched, () => {
    if (asking || !(asking = isAsking())) return;
    tell(document, changed);
  }, true);

/** Returns the progress that may be shown: none until somebody has said whose it is. */
export function current(): Progress {
  return asking ? nothing : load();
}

/** Reports whether to ask who is there. */
export function mustAsk(): boolean {
  return asking;
}

/** Reports whether the latest answer could be stored. */
export function isKept(): boolean {
  return !here;
}

export function carryOn(): void {
  asking = false;
  touch();
  tell(document, changed);
}

export function change(...events: Event[]): void {
  store(events.reduce(next, load()));
}

function store(progress: Progress): void {
  asking = false;
  try {
    localStorage.setItem(name, JSON.stringify(progress));
    here = null;
    touch();
  } catch {
    here = progress;
  }
  tell(document, changed);
}

/** Deletes all progress. Until the page is left, it can be brought back. */
export function forget(): void {
  const was = load();
  if (Object.keys(was.answers).length) gone = was;
  asking = false;
  here = nothing;
  try {
    localStorage.removeItem(name);
    here = null;
    sessionStorage.removeItem(name);
  } catch {
    // Where storage is blocked, there is nothing to delete.
  }
  tell(document, changed);
}

export function canBringBack(): boolean {
  return gone !== null;
}

/** Brings back what was deleted. What was answered since stays. */
export function bringBack(): void {
  if (!gone) return;
  const { answers, stars, mixes } = load();
  const was = gone;
  gone = null;
  store({ ...was, answers: { ...answers, ...was.answers }, stars: { ...stars, ...was.stars }, mixes: { ...mixes, ...was.mixes } });
}

/** Returns the lessons whose questions this page lists. */
export function lessons(): Lesson[] {
  return parts(document, attr.rule).map((element) => ({
    rule: word(element, attr.rule),
    keys: element.getAttribute(attr.keys)?.split(" ") ?? [],
  }));
}

/** Stores the result of every check. */
export function keep(): void {
  document.addEventListener(event.checked, (checked) => {
    const { key, right } = (checked as CustomEvent<{ key: string; right: boolean }>).detail;
    change({ type: "checked", key, right, day: today() }, { type: "met", lessons: lessons(), day: today() });
  });
}

function load(): Progress {
  if (here) return here;
  try {
    return read(localStorage.getItem(name));
  } catch {
    return nothing;
  }
}

function minutes(): number {
  return Math.floor(Date.now() / 60000);
}

function touch(): void {
  try {
    sessionStorage.setItem(name, String(minutes()));
  } catch {
    // Where storage is blocked, nobody is asked.
  }
}

function isAsking(): boolean {
  if (!Object.keys(load().answers).length) return false;
  try {
    const last = sessionStorage.getItem(name) ?? "";
    const ago = minutes() - Number(last);
    if (!/^\d+$/.test(last) || ago < 0 || ago > patience) return true;
    touch();
  } catch {
    // Where storage is blocked, there is nothing of anybody else's.
  }
  return false;
}
