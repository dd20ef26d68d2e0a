import { attr, fill, part, word } from "./schema";

/** A clause's number is a link to the clause. A click also copies the link's address and announces that. */
export function copy(link: HTMLElement): void {
  const note = part(document, attr.copied);
  let timer = 0;
  link.addEventListener("click", () => {
    void navigator.clipboard?.writeText((link as HTMLAnchorElement).href).then(() => {
      note.textContent = fill(word(note, attr.copied), { mark: part(link, attr.seen).textContent! });
      clearTimeout(timer);
      timer = window.setTimeout(() => (note.textContent = ""), 10000);
    }, () => undefined);
  });
}
