import { open } from "./deck/channel";
import { wish } from "./deck/keys";
import { does, listen } from "./deck/listen";
import { drawParts } from "./deck/mix";
import { keep, kept } from "./deck/keep";
import { announce, render, stacked } from "./deck/render";
import { ways, type Way } from "./deck/routes";
import { next, start, type Event } from "./deck/state";
import { offline } from "./offline";
import { deck as mark, attr, part, parts, word } from "./schema";
import { today } from "./today";

/** The shortest time between two changes of the address, in milliseconds. */
const pace = 100;

/** Starts a deck: one slide at a time, votes, a timer, a black screen. */
function present(root: HTMLElement): void {
  drawParts(root, today());
  const wayOf = ways(root);
  let way = wayOf(addressed().route);
  let slides = way.arrange();
  // The teacher's notes, in another window of the same browser, follow the deck and pass their keys on.
  const say = open(word(root, mark.root), (message) => {
    if ("key" in message) {
      const wanted = wish(message);
      if (wanted) does(shown, wanted);
    } else if (!("part" in message)) tell();
  });
  let deck = { ...start(addressed().at, way.slides), ...kept() };
  let later: ReturnType<typeof setTimeout> | undefined;
  let latest = -pace;
  const shown = { root, send, slides: () => slides, deck: () => deck };

  function send(event: Event): void {
    const before = deck;
    deck = next(deck, event);
    if (deck === before) return;
    render(shown, before, way);
    if (deck.votes !== before.votes || deck.most !== before.most) keep(deck);
    if (deck.at !== before.at) address();
    if (deck.at !== before.at || deck.shown !== before.shown) {
      follow();
      announce(shown, before);
      tell();
    }
  }

  /** Goes to a slide of a route. The votes stay. */
  function take(route: Way, at: number): void {
    way = route;
    slides = way.arrange();
    deck = { ...start(at, way.slides), votes: deck.votes, most: deck.most };
    render(shown, null, way);
    address();
    hold();
    tell();
  }

  /** Puts the slide's number into the address. Safari allows a hundred changes in ten seconds and Chromium two hundred; a key that
   * is held down makes more. So changes are spaced out, and tried again later when the browser refuses one. */
  function address(): void {
    clearTimeout(later);
    const now = addressed();
    if (now.at === deck.at && wayOf(now.route) === way) return;
    const wait = latest + pace - performance.now();
    if (wait > 0) {
      later = setTimeout(address, wait);
      return;
    }
    latest = performance.now();
    try {
      history.pushState(null, "", `#${way.hash(deck.at)}`);
    } catch {
      later = setTimeout(address, 1000);
    }
  }

  /** Keeps the focus on what the class sees, not on a slide that is no longer shown. The controls of the deck keep it, so that
   * Next can be pressed again. */
  function follow(): void {
    const focused = document.activeElement;
    const slide = focused?.closest(`[${mark.slide}]`);
    if (!focused || focused === document.body || focused === root || (slide && slide !== slides[deck.at - 1])) hold();
  }

  /** Gives the focus to the current slide, so that a screen reader reads on from there. */
  function hold(): void {
    if (!stacked(root)) return;
    const title = part(slides[deck.at - 1]!, attr.title);
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }

  function tell(): void {
    say(way.place(deck.at));
  }

  listen(shown);
  document.addEventListener("click", (event) => {
    const name = (event.target as Element).closest<HTMLElement>(`a[${mark.route}]`)?.getAttribute(mark.route);
    if (!name || !way.title || !stacked(root)) return;
    event.preventDefault();
    take(wayOf(name), 2);
  });
  addEventListener("popstate", () => {
    const { route, at } = addressed();
    if (wayOf(route) === way) send({ type: "go", to: at });
    else take(wayOf(route), at);
  });
  // A browser that moves to the slide in the address takes the focus away, on a slow device in the frame after that.
  for (const name of ["load", "hashchange"]) addEventListener(name, () => requestAnimationFrame(() => setTimeout(follow)));
  addEventListener("pageshow", (event) => event.persisted && location.reload()); // a page that comes back begins anew
  addEventListener("resize", () => render(shown, deck, way));

  for (const element of parts(root, attr.scripted)) element.hidden = false;
  root.setAttribute(mark.live, "");
  render(shown, null, way);
  hold();
  tell();
}

/** Returns the route and the number of the slide in the address, as in #10/3; a number alone is a slide of the whole deck. Without
 * either, it is the first slide of the first route. */
function addressed(): { route: string; at: number } {
  const [, route, at] = /^#(?:(\w+)\/)?(\d{1,4})$/.exec(location.hash) ?? [];
  return { route: route ?? (at ? "all" : ""), at: Number(at ?? 1) };
}

for (const root of parts(document, mark.root)) present(root);
for (const status of parts(document, attr.offline)) offline(status);
