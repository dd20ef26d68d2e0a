import { part, parts, word } from "./schema";

/** The button that copies words for the minutes. On its box: the id of the words. On the status beside it: what is said once they are copied. */
enum minutes {
  of = "data-minutes-of",
  button = "data-minutes",
  copied = "data-minutes-copied",
}

/** Copies words for the minutes. Where a page may not copy, the box stays hidden: the words can be selected. */
for (const box of parts(document, minutes.of)) {
  const words = document.getElementById(box.getAttribute(minutes.of)!);
  const status = part(box, minutes.copied);
  part(box, minutes.button).addEventListener("click", () => {
    void navigator.clipboard.writeText(words?.textContent ?? "").then(
      () => (status.textContent = word(status, minutes.copied)),
      () => (box.hidden = true),
    );
  });
  box.hidden = !navigator.clipboard;
}
