// Keeps what a child has answered with the learning platform that shows the lesson, in place of this device, and tells the platform how much
// of it is done and right. It speaks SCORM 1.2 (ADL, 2001), and runs before the script of the page, which finds here what it takes for the
// browser's storage. It asks the platform for nothing about the child, and without a platform what is answered lasts as long as the page.
"use strict";
(() => {
  /** The key under which the page stores progress (assets/ts/progress-keep.ts). */
  const name = "safe-online";
  /** How much a platform has to keep for a lesson, in characters (SCORM 1.2 run-time environment, 3.4.4). */
  const most = 4096;
  const page = document.documentElement;

  const api = find(window) ?? (window.opener ? find(window.opener) : null);
  const open = said(() => api.LMSInitialize(""));
  let kept = (open && api.LMSGetValue("cmi.suspend_data")) || null;

  /** Returns the platform's object, which stands in the window of a page around this one. */
  function find(from) {
    try {
      for (let up = 0; up < 20; up++) {
        if (from.API) return from.API;
        if (from.parent === from) return null;
        from = from.parent;
      }
    } catch {
      // The window is another site's.
    }
    return null;
  }

  /** Reports whether the platform did what it was asked. */
  function said(ask) {
    try {
      return String(ask()) === "true";
    } catch {
      return false;
    }
  }

  function tell(element, value) {
    return open && said(() => api.LMSSetValue(element, String(value)));
  }

  /** Tells the platform what share of the lesson's own questions has been answered rightly, and whether each has been answered. */
  function report() {
    const { answers } = JSON.parse(kept);
    const keys = document.querySelector("[data-finish]").getAttribute("data-keys").split(" ");
    const right = keys.filter((key) => answers[key]?.[0] > 0).length;
    tell("cmi.core.score.min", 0);
    tell("cmi.core.score.max", 100);
    tell("cmi.core.score.raw", Math.round((100 * right) / keys.length));
    if (keys.every((key) => key in answers)) tell("cmi.core.lesson_status", "completed");
    said(() => api.LMSCommit(""));
  }

  const progress = {
    getItem: (key) => (key === name ? kept : null),
    setItem(key, text) {
      if (key !== name) return;
      if (text.length > most || !tell("cmi.suspend_data", text)) throw new Error("the platform keeps nothing");
      kept = text;
      report();
    },
    removeItem(key) {
      if (key !== name) return;
      kept = null;
      tell("cmi.suspend_data", "");
    },
  };

  /** What a child wishes for in this visit. The platform knows who is there, so that the page need not ask: it has just been touched. */
  const wishes = new Map();
  const visit = {
    getItem: (key) => (key === name ? String(Math.floor(Date.now() / 60000)) : (wishes.get(key) ?? null)),
    setItem: (key, text) => void wishes.set(key, text),
    removeItem: (key) => void wishes.delete(key),
  };

  Object.defineProperty(window, "localStorage", { value: progress });
  Object.defineProperty(window, "sessionStorage", { value: visit });
  if (!open) return;

  const status = api.LMSGetValue("cmi.core.lesson_status");
  const done = status === "completed" || status === "passed";
  if (!done) tell("cmi.core.lesson_status", "incomplete");
  tell("cmi.core.exit", "suspend"); // or a platform may forget what it keeps

  const step = api.LMSGetValue("cmi.core.lesson_location");
  if (!done && !location.hash && step && document.getElementById(step)) history.replaceState(null, "", `#${step}`);
  document.addEventListener("path:stepped", () => {
    if (page.hasAttribute("data-path")) tell("cmi.core.lesson_location", location.hash.slice(1));
    said(() => api.LMSCommit("")); // a tablet may end the page without a word
  });

  addEventListener("pagehide", () => {
    said(() => api.LMSFinish(""));
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload(); // the platform has been told that the lesson is left
  });
})();
