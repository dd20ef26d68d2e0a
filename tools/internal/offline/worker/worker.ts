/** The service worker: it keeps a copy of the pages that children need, and answers from it where there is no line. What it
 * keeps is the list that the build has made, the same for everyone. It sends nothing but the requests that a page makes. */

/** What is kept: an address below the site's own, and the SHA-256 of what stands there, in base64. */
declare const FILES: Readonly<Record<string, string>>;
/** Names the list: another list is another cache. */
declare const BUILD: string;
declare const self: ServiceWorkerGlobalScope;
export type {};

const { scope } = self.registration;
const family = "safe-online-";
/** The cache of this build and this site: another site may have its own below the same host. */
const name = `${family}${BUILD} ${scope}`;
/** The page for whoever asks for what is not kept. */
const instead = "offline/";
/** How long a page may take to come whole before the copy is shown, in milliseconds. */
const patience = 2500;

/** Which pages hold what this build holds: those that came from the copy, or as the list says. By client. */
const ours = new Map<string, boolean>();
/** Whether the copy is known to be whole. */
let whole = false;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
self.addEventListener("message", (event) => event.waitUntil(tell(event)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (request.method !== "GET" || path === null) return;
  if (request.mode === "navigate") event.respondWith(page(event, keptAs(path)));
  else if (Object.hasOwn(FILES, path)) event.respondWith(file(event, path));
});

/** The old copy stays in use until this one is whole. */
async function install(): Promise<void> {
  try {
    await fill();
  } catch (fault) {
    // A device without room gets it back. Else what has come stays, for the next attempt.
    if ((fault as Error).name === "QuotaExceededError") await caches.delete(name);
    throw fault;
  }
  await self.skipWaiting();
}

async function dropOthers(): Promise<void> {
  for (const other of await caches.keys()) if (isOurs(other) && other !== name) await caches.delete(other);
}

/** Reports whether a cache is this site's, of whatever build. Early builds did not name the site. */
function isOurs(other: string): boolean {
  return other.startsWith(family) && (other.endsWith(` ${scope}`) || !other.includes(" "));
}

/** Fetches what the copy lacks, one file after the other with a pause between: thirty tablets may do so at once. */
async function fill(): Promise<void> {
  const cache = await caches.open(name);
  const there = new Set((await cache.keys()).map((request) => request.url));
  for (const path of Object.keys(FILES)) {
    const url = urlOf(path);
    if (there.has(url)) continue;
    const old = await caches.match(url, { ignoreVary: true });
    if (old && (await isRight(old, path))) {
      await cache.put(url, old);
      continue;
    }
    const fresh = await fetch(url, { cache: "no-cache", redirect: "error" });
    if (!fresh.ok || !(await isRight(fresh, path))) throw new Error(`${url} is not what was built`);
    await cache.put(url, fresh);
    await pause(30 + Math.random() * 70);
  }
  whole = true;
}

/** Mends the copy where something of it is gone, such as after the browser has tidied up. */
async function mend(): Promise<void> {
  if (!whole) await fill().catch(() => undefined);
}

/** A page comes from the line if it comes whole and in time, else from the copy. `path` is the address at which the copy has
 * it. Where the host has answered for another form of that address, its answer counts, whatever it is. */
async function page(event: FetchEvent, path: string | null): Promise<Response> {
  const coming = fetchWhole(event, path);
  const come = await (path === null ? coming.catch(() => null) : inTime(coming));
  const exact = path !== null && isAt(event.request.url, path);
  if (come && (come.ok || come.type === "opaqueredirect" || !exact)) return come;
  const copy = path !== null && (await read(path));
  if (copy && !exact) return Response.redirect(urlOf(path) + new URL(event.request.url).search);
  if (copy) {
    ours.set(event.resultingClientId, true);
    return copy;
  }
  return come ?? coming.catch(async (fault: unknown) => {
    const copy = await read(instead);
    if (!copy) throw fault;
    return new Response(copy.body, { status: 503, headers: copy.headers });
  });
}

async function fetchWhole(event: FetchEvent, path: string | null): Promise<Response> {
  const response = await fetch(event.request);
  if (!response.ok || path === null) return response;
  ours.set(event.resultingClientId, await isRight(response, path));
  event.waitUntil(mend());
  return response;
}

/** A file whose name holds its hash is always right, and so is any in a page that this build holds. A page that is newer
 * gets its pictures from where it came from. */
async function file(event: FetchEvent, path: string): Promise<Response> {
  const named = /^(css|js)\//.test(path);
  if (named || ours.get(event.clientId)) return (await read(path)) ?? fetch(event.request);
  const coming = fetch(event.request);
  const come = await inTime(coming);
  return come?.ok ? come : (await read(path)) ?? come ?? coming;
}

/** What the copy holds. What is no longer as it was built is thrown away. */
async function read(path: string): Promise<Response | undefined> {
  try {
    const cache = await caches.open(name);
    const response = await cache.match(urlOf(path), { ignoreVary: true });
    if (response && (await isRight(response, path))) return response;
    whole = false;
    await cache.delete(urlOf(path));
  } catch {
    whole = false; // storage is denied, or broken
  }
  return undefined;
}

/** Tells a page whether the copy is whole, and whether the page is of this build. */
async function tell({ ports, source }: ExtendableMessageEvent): Promise<void> {
  const keys = await caches.open(name).then((cache) => cache.keys()).catch(() => []);
  const ready = keys.length === Object.keys(FILES).length;
  ports[0]?.postMessage({ ready, ours: (source instanceof Client ? ours.get(source.id) : undefined) ?? true });
}

async function isRight(response: Response, path: string): Promise<boolean> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  return btoa(String.fromCharCode(...sum)) === FILES[path];
}

function inTime(coming: Promise<Response>): Promise<Response | null> {
  return Promise.race([coming.catch(() => null), pause(patience).then(() => null)]);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function urlOf(path: string): string {
  return scope + path.split("/").map(encodeURIComponent).join("/");
}

/** An address below the site's own, decoded, without what follows ? or #, or null if it is elsewhere. */
function pathOf(url: string): string | null {
  if (!url.startsWith(scope)) return null;
  const path = url.slice(scope.length).replace(/[?#].*/, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // no host decodes it either
  }
}

/** The address at which the copy has a page that a host finds: without the slash at its end, with a slash too many, or by the
 * name of its file. Null if the page is not kept. */
function keptAs(path: string): string | null {
  const plain = path.replace(/\/{2,}/g, "/").replace(/^\//, "").replace(/(^|\/)index\.html$/, "$1");
  for (const form of [plain, `${plain}/`]) if (Object.hasOwn(FILES, form)) return form;
  return null;
}

/** Reports whether a request names a page as the copy does: relative links on it then lead where they should. */
function isAt(url: string, path: string): boolean {
  return url.replace(/[?#].*/, "") === urlOf(path);
}
