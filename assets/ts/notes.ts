import { open } from "./deck/channel";
import { deck as mark, fill, part, parts, word } from "./schema";

/** Starts notes that follow the deck in another window of the same browser: they show the current part, the next slide, and
 * the time. The keys of a remote reach whichever window is in front, so the notes pass them on to the deck. */
function follow(root: HTMLElement): void {
  const slides = parts(root, mark.slideOf);
  const began = Date.now();
  const clock = part(root, mark.clock);
  const since = part(root, mark.since);
  const tick = () => {
    clock.textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    since.textContent = fill(word(since, mark.since), { n: Math.floor((Date.now() - began) / 60000) });
  };
  const show = (at: number) => {
    part(root, mark.following).hidden = false;
    part(root, mark.alone).hidden = true;
    const now = slides[at - 1];
    for (const section of parts(root, mark.part)) section.hidden = !section.contains(now ?? null);
    part(root, mark.now).textContent = now?.textContent ?? "";
    part(root, mark.next).textContent = slides[at]?.textContent ?? "";
    for (const slide of slides) slide.toggleAttribute("aria-current", slide === now);
    tick();
  };
  const say = open(word(root, mark.notes), (message) => {
    if ("at" in message && slides[message.at - 1]) show(message.at);
  });
  root.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>(`[${mark.step}]`);
    if (button) say({ by: word(button, mark.step) === "1" ? 1 : -1 });
  });
  addEventListener("keydown", (event) => {
    if (!/^Page(Down|Up)$/.test(event.key) || part(root, mark.following).hidden) return;
    event.preventDefault();
    say({ by: event.key === "PageDown" ? 1 : -1 });
  });
  setInterval(tick, 10000);
  say({});
}

for (const root of parts(document, mark.notes)) follow(root);
