import { deck as mark, fill, part, parts, word } from "./schema";

/** Notes that follow the deck in another window of the same browser: the part that is shown, the slide that comes next, and
 * the time. The keys of a remote go on to the deck, for they reach whichever window is in front. */
function follow(root: HTMLElement): void {
  const line = new BroadcastChannel(word(root, mark.notes));
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
  line.addEventListener("message", ({ data }) => data.at && show(data.at));
  const turn = (by: number) => line.postMessage({ by });
  root.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>(`[${mark.step}]`);
    if (button) turn(Number(word(button, mark.step)));
  });
  addEventListener("keydown", (event) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (!by || part(root, mark.following).hidden) return;
    event.preventDefault();
    turn(by);
  });
  setInterval(tick, 10000);
  line.postMessage({});
}

if ("BroadcastChannel" in window) for (const root of parts(document, mark.notes)) follow(root);
