import { attr, deck as mark, fill, part, parts, word } from "../schema";
import type { Place } from "./channel";
import type { Slide } from "./state";

/** A route through a deck: its slides in their order. */
export interface Way {
  readonly name: string;
  readonly title: string;
  readonly slides: readonly Slide[];
  /** Puts the slides of the route in their order, with their numbers and the steps of the plan, hides the others, and returns them. */
  arrange(): HTMLElement[];
  /** Returns what stands in the address for a slide. */
  hash(at: number): string;
  /** Returns what the notes show beside a slide: its part, its step, and what comes next. */
  place(at: number): Place;
}

/** What the build says of a route and of a slide's place in it (tools/internal/deck, Route and spot). */
interface Route {
  readonly name: string;
  readonly title: string;
  readonly steps?: readonly { readonly label: string; readonly time: string }[];
}
interface Placed extends Slide {
  readonly part?: string;
  readonly in?: Readonly<Record<string, { readonly place: number; readonly step?: number }>>;
}

/** Returns what gives the route of a deck with a name, or the first. A deck without routes has one, of all its slides, without a title. */
export function ways(root: HTMLElement): (name: string) => Way {
  const routes = JSON.parse(word(root, mark.routes) || "[]") as Route[];
  const sections = parts(root, mark.slide);
  const plays = new Map(sections.map((section) => [section, JSON.parse(word(section, mark.slide)) as Placed]));
  const feet = new Map(sections.map((section) => [section, part(section, mark.foot).textContent!]));

  function way(route: Route): Way {
    const at = (section: HTMLElement) => plays.get(section)!.in?.[route.name]?.place ?? 0;
    const mine = routes.length ? sections.filter(at).sort((a, b) => at(a) - at(b)) : sections;
    const step = (section: HTMLElement) => route.steps?.[(plays.get(section)!.in?.[route.name]?.step ?? 0) - 1];
    const foot = (section: HTMLElement) => {
      const now = step(section);
      return now ? `${now.label} · ${now.time}` : feet.get(section)!;
    };
    return {
      name: route.name,
      title: route.title,
      slides: mine.map((section) => plays.get(section)!),
      arrange() {
        for (const section of sections) section.hidden = !mine.includes(section);
        mine.forEach((section, i) => {
          if (routes.length) part(root, mark.said).before(section);
          else section.id = String(i + 1);
          part(section, mark.nth).textContent = fill(word(root, mark.place), { n: i + 1, all: mine.length });
          part(section, mark.foot).textContent = foot(section);
        });
        for (const link of parts(root, mark.route)) link.toggleAttribute("aria-current", word(link, mark.route) === route.name);
        return mine;
      },
      hash: (n) => (routes.length && route.name !== "all" ? `${route.name}/${n}` : String(n)),
      place(n) {
        const now = mine[n - 1]!;
        const after = mine[n];
        return { part: plays.get(now)!.part ?? "", step: foot(now), next: after ? part(after, attr.title).textContent!.trim() : "" };
      },
    };
  }

  const all = (routes.length ? routes : [{ name: "", title: "" }]).map(way);
  return (name) => all.find((one) => one.name === name) ?? all[0]!;
}
