import { event, part, parts, place } from "./schema";

/** Makes the things in the picture of a place buttons, which show their words in one fixed place. It does not know which of them
 * are there: the script of the stars sets the state of all that belongs to a thing, buttons included. */
function start(root: HTMLElement): void {
  const said = part(root, place.said);
  const ground = part(root, place.ground);
  const ring = ground.querySelector(`[${place.ring}]`)!;
  for (const item of root.querySelectorAll<HTMLElement>(`li[${place.thing}]`)) {
    const thing = ground.querySelector(`[${place.thing}="${item.getAttribute(place.thing)}"]`)!;
    const square = thing.querySelector("svg")!;
    cover(square, ground, item).addEventListener("click", () => {
      for (const other of parts(ground, place.now)) other.removeAttribute(place.now);
      thing.setAttribute(place.now, "");
      thing.prepend(ring);
      surround(square, ring);
      say(said, item);
    });
  }
  part(root, place.view).removeAttribute("tabindex"); // its buttons scroll it
  said.hidden = false;
}

/** Returns a button that covers a thing in the picture, and is called what the list calls the thing. */
function cover(square: SVGSVGElement, ground: HTMLElement, item: HTMLElement): HTMLElement {
  const { width, height } = square.ownerSVGElement!.viewBox.baseVal;
  const share = (side: "x" | "y" | "width" | "height", whole: number) => `${(100 * square[side].baseVal.value) / whole}%`;
  const button = ground.appendChild(document.createElement("button"));
  button.type = "button";
  button.className = "place__touch";
  for (const name of [place.thing, place.state]) button.setAttribute(name, item.getAttribute(name) ?? "");
  Object.assign(button.style, {
    left: share("x", width), top: share("y", height), width: share("width", width), height: share("height", height),
  });
  const words = button.appendChild(document.createElement("span"));
  words.className = "vh";
  words.append(part(item, place.name).textContent!, " ", part(item, place.yet).cloneNode(true));
  // Browsers leave a control that is half out of sight where it is. A finger's press must not move it.
  button.addEventListener("focus", () => button.matches(":focus-visible") && button.scrollIntoView({ block: "nearest", inline: "nearest" }));
  return button;
}

/** Moves the ring round a thing. */
function surround(square: SVGSVGElement, ring: Element): void {
  const beyond = square.width.baseVal.value / 5;
  const length = (side: "x" | "y" | "width" | "height", more: number) => ring.setAttribute(side, String(square[side].baseVal.value + more));
  length("x", -beyond);
  length("y", -beyond);
  length("width", 2 * beyond);
  length("height", 2 * beyond);
}

/** Shows the name of a thing and what it says, or that it is not there yet. */
function say(said: HTMLElement, item: HTMLElement): void {
  const state = item.getAttribute(place.state)!;
  const name = document.createElement("b");
  name.textContent = part(item, place.name).textContent;
  said.dataset["hue"] = item.dataset["hue"];
  said.setAttribute(place.state, state);
  part(said, "class~=tile").replaceWith(part(item, "class~=tile").cloneNode(true));
  const live = part(said, place.live);
  live.replaceChildren(name, " ", part(item, state === "here" ? place.says : place.yet).textContent!);
  live.dispatchEvent(new CustomEvent(event.touched, { bubbles: true }));
}

for (const root of parts(document, place.root)) start(root);
