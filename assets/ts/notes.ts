import { open, type Place } from "./deck/channel";
import { wish } from "./deck/keys";
import { deck as mark, fill, part, parts, word } from "./schema";

/** Starts notes that follow the deck in another window of the same browser: they show the current part, what comes next, and
 * the time. The keys of a remote reach whichever window is in front, so the notes pass them on to the deck. */
function follow(root: HTMLElement): void {
  const began = Date.now();
  const clock = part(root, mark.clock);
  const since = part(root, mark.since);
  const tick = () => {
    clock.textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    since.textContent = fill(word(since, mark.since), { n: Math.floor((Date.now() - began) / 60000) });
  };
  const show = (place: Place) => {
    part(root, mark.following).hidden = false;
    part(root, mark.alone).hidden = true;
    for (const section of parts(root, mark.part)) section.hidden = word(section, mark.part) !== place.part;
    part(root, mark.now).textContent = place.step;
    part(root, mark.next).textContent = place.next;
    tick();
  };
  const say = open(word(root, mark.notes), (message) => {
    if ("part" in message && parts(root, mark.part).some((section) => word(section, mark.part) === message.part)) show(message as Place);
  });
  root.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>(`[${mark.step}]`);
    if (button) say({ key: word(button, mark.step) === "1" ? "PageDown" : "PageUp", code: "" });
  });
  addEventListener("keydown", (event) => {
    const wanted = wish(event);
    if (!wanted || part(root, mark.following).hidden || (event.target as Element).closest("button, a, input")) return;
    event.preventDefault();
    say({ key: event.key, code: event.code });
  });
  setInterval(tick, 10000);
  say({});
}

for (const root of parts(document, mark.notes)) follow(root);
