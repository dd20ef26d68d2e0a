import { next, nothing, read, type Event, type Lesson, type Progress } from "./progress";
import { attr, parts } from "./schema";
import { today } from "./today";

/** The one place that touches storage. It is written to from the first check of a question on, and never before. Where
 * storage is blocked, full or broken, what is known lives as long as the page. */
const name = "safe-online";

/** Told to the document whenever progress has changed. */
export const changed = "progress:changed";

/** Tablets are shared: after so many minutes without an answer, or in a new tab, somebody else may be there. */
const patience = 30;

let here: Progress | null = null;
let asking = isAsking();

/** Progress as far as it may be shown: nothing of it, while nobody has said whose it is. */
export function current(): Progress {
  return asking ? nothing : load();
}

/** Whether to ask who is there. */
export function mustAsk(): boolean {
  return asking;
}

/** Whether the latest answer could be kept beyond this page. */
export function isKept(): boolean {
  return !here;
}

export function carryOn(): void {
  asking = false;
  touch();
  tell();
}

export function change(...events: Event[]): void {
  const progress = events.reduce(next, load());
  asking = false;
  try {
    localStorage.setItem(name, JSON.stringify(progress));
    here = null;
    touch();
  } catch {
    here = progress;
  }
  tell();
}

/** Forgets all of it, for whoever comes next. */
export function forget(): void {
  asking = false;
  here = nothing;
  for (const storage of ["localStorage", "sessionStorage"] as const) {
    try {
      window[storage].removeItem(name);
      if (storage === "localStorage") here = null;
    } catch {
      continue;
    }
  }
  tell();
}

/** The lessons whose questions this page knows. */
export function lessons(): Lesson[] {
  return parts(document, attr.rule).map((element) => ({
    rule: element.getAttribute(attr.rule)!,
    keys: element.getAttribute(attr.keys)?.split(" ") ?? [],
  }));
}

/** Keeps what is checked in a quiz. */
export function keep(quiz: HTMLElement): void {
  quiz.addEventListener("question:checked", (event) => {
    const { key, right } = (event as CustomEvent<{ key: string; right: boolean }>).detail;
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
    return;
  }
}

function isAsking(): boolean {
  if (Object.keys(load().answers).length === 0) return false;
  try {
    const last = sessionStorage.getItem(name) ?? "";
    const ago = minutes() - Number(last);
    if (!/^\d+$/.test(last) || ago < 0 || ago > patience) return true;
    touch();
  } catch {
    return false;
  }
  return false;
}

function tell(): void {
  document.dispatchEvent(new CustomEvent(changed));
}
