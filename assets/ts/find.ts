// The box in which people look for something. The index is fetched when the box is first used. What is typed stays in the box: no address
// and no storage has it, and no request depends on it.
import { type File, type Index, type Row, find, indexOf } from "./find/rank";
import { fill, part, parts, word } from "./schema";

/** The box in which people look for something. Its value is the address of the index. It holds what only the script shows, the field,
 * the list of what is found, and the line that announces how much it is, with its words. On the page from A to Z: the list, and the entries
 * of a letter. */
enum finder {
  root = "data-find",
  box = "data-find-box",
  input = "data-find-input",
  list = "data-find-list",
  said = "data-find-said",
  many = "data-many",
  one = "data-first",
  none = "data-none",
  copy = "data-copy-only",
  broken = "data-broken",
  all = "data-find-all",
  group = "data-find-letter",
}

/** The address of the site: this script is in a folder below it. */
const site = new URL("..", import.meta.url).href;

/** How long to wait after a key before what is found is shown, so that a screen reader does not say it for each letter; and for how long
 * the host may be silent before the device counts as offline. In milliseconds. */
const pause = 250, patience = 2500;

function start(root: HTMLElement): void {
  const input = part(root, finder.input) as HTMLInputElement;
  const said = part(root, finder.said);
  const list = part(root, finder.list);
  let index: Promise<Index> | undefined;
  let held: Promise<ReadonlySet<string> | null> | undefined;
  let timer = 0, turn = 0;
  const load = () => {
    index ??= fetchIndex(new URL(word(root, finder.root), document.baseURI).href);
    index.catch(() => (index = undefined));
    held ??= heldOffline();
  };
  const show = async () => {
    const mine = ++turn;
    load();
    const typed = input.value.trim();
    let rows: Row[] = [], words = "";
    if (typed) {
      try {
        const [of, only] = await Promise.all([index!, held!]);
        rows = find(of, typed, only ? (row) => isHeld(only, addressOf(row)) : undefined);
        words = fill(word(said, rows.length > 1 ? finder.many : rows.length ? finder.one : finder.none), { n: rows.length });
        if (only) words += ` ${word(said, finder.copy)}`;
      } catch {
        words = word(said, finder.broken);
      }
    }
    if (mine !== turn) return; // something else has been typed meanwhile
    list.replaceChildren(...rows.map(item));
    list.hidden = !rows.length;
    said.textContent = words;
  };
  input.addEventListener("focus", load);
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void show(), pause);
  });
  for (const change of ["online", "offline"]) addEventListener(change, () => (held = undefined));
  part(root, finder.box).hidden = false;
  if (input.value) void show(); // the browser has restored what was typed
}

async function fetchIndex(address: string): Promise<Index> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address);
  return indexOf((await response.json()) as File);
}

/** Returns the addresses that the offline copy holds if the device is offline, otherwise null. The service worker leaves this
 * question to the network. */
async function heldOffline(): Promise<ReadonlySet<string> | null> {
  const asked = fetch(site, { method: "HEAD", cache: "no-store" }).then(() => true, () => false);
  const late = new Promise<boolean>((done) => setTimeout(() => done(false), patience));
  if (navigator.onLine && (await Promise.race([asked, late]))) return null;
  try {
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return new Set(kept.flat().map((request) => request.url));
  } catch {
    return new Set(); // storage is denied
  }
}

/** Hides what an offline device does not have in the list from A to Z. */
async function shorten(list: HTMLElement): Promise<void> {
  const held = await heldOffline();
  if (!held) return;
  for (const group of parts(list, finder.group)) {
    for (const item of group.querySelectorAll("li")) item.hidden = !isHeld(held, item.querySelector("a")!.href);
    group.hidden = !group.querySelector("li:not([hidden])");
  }
}

/** Reports whether the page of an address is held, whichever of its parts the address names. */
function isHeld(held: ReadonlySet<string>, address: string): boolean {
  return held.has(address.replace(/#.*/, ""));
}

function addressOf([to]: Row): string {
  return site + to.slice(1);
}

/** Returns the entry of the list for what was found. */
function item(row: Row): HTMLElement {
  const [, title, about, , what] = row;
  const entry = document.createElement("li");
  const link = entry.appendChild(document.createElement("a"));
  link.href = addressOf(row);
  link.textContent = title;
  for (const words of [what, about]) {
    if (words) entry.appendChild(document.createElement("p")).textContent = words;
  }
  return entry;
}

for (const root of parts(document, finder.root)) start(root);
for (const list of parts(document, finder.all)) void shorten(list);
