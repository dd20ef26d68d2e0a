// The service worker. It keeps a copy of the pages that children need, and serves it when the device is offline. The build makes
// the list of files, which is the same for everyone. The worker sends only the requests of pages, and those for the copy.

/** The files to keep: the SHA-256 of each in base64, by its address relative to the site's own. */
declare const FILES: Readonly<Record<string, string>>;
/** The name of the list: another list has another cache. */
declare const BUILD: string;
/** The longest pause between two files that are fetched for the copy, in milliseconds. */
declare const PAUSE: number;
/** How long a page may take to arrive before the copy is shown, in milliseconds. */
declare const PATIENCE: number;
declare const self: ServiceWorkerGlobalScope;
export type {};

const { scope } = self.registration;
const family = "safe-online-";
/** The name of the cache. It names the site, because another site on the same host may have a cache of its own. */
const name = `${family}${BUILD} ${scope}`;
/** The page that is shown in place of one that is not kept. */
const instead = "offline/";

/** By the id of a client, whether its page is of this build: it came from the copy, or matches the list. */
const ours = new Map<string, boolean>();
/** The copy is complete, or is being completed, and no file is known to be missing. */
let complete = false;

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

/** Fills the copy. The old one stays in use until this one is complete. */
async function install(): Promise<void> {
  try {
    await fill();
  } catch (fault) {
    // Free the space on a full device. Otherwise keep what has been fetched, for the next attempt.
    if ((fault as Error).name === "QuotaExceededError") await caches.delete(name);
    throw fault;
  }
  await self.skipWaiting();
}

/** Deletes the copies of other builds. */
async function dropOthers(): Promise<void> {
  for (const other of await caches.keys()) if (isOurs(other) && other !== name) await caches.delete(other);
}

/** Reports whether a cache is this site's, of any build. The caches of early builds do not name their site. */
function isOurs(other: string): boolean {
  return other.startsWith(family) && (other.endsWith(` ${scope}`) || !other.includes(" "));
}

/** Fetches the files that the copy lacks, one after the other with pauses, since thirty tablets may do so at once. A file that
 * is found to be damaged meanwhile leaves the copy incomplete. */
async function fill(): Promise<void> {
  complete = true;
  try {
    await fetchMissing();
  } catch (fault) {
    complete = false;
    throw fault;
  }
}

async function fetchMissing(): Promise<void> {
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
    await pause(PAUSE * (0.3 + 0.7 * Math.random()));
  }
}

/** Completes the copy if files are missing, for example after the browser has freed space. */
async function mend(): Promise<void> {
  while (!complete) {
    try {
      await fill();
    } catch {
      return; // until the next page
    }
  }
}

/** Returns the page from the network if all of it arrives in time, otherwise from the copy. `path` is the page's address in the
 * copy. If the request has another form of that address and the host answers, its answer is returned whatever it is. */
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

/** Fetches a page, and notes whether it is of this build. */
async function fetchWhole(event: FetchEvent, path: string | null): Promise<Response> {
  const response = await fetch(event.request);
  if (!response.ok || path === null) return response;
  ours.set(event.resultingClientId, await isRight(response, path));
  event.waitUntil(mend());
  return response;
}

/** Returns a file, from the copy if its name holds its hash or the page that asks is of this build. A newer page gets its images
 * from the network, so that all of a page is from one build. */
async function file(event: FetchEvent, path: string): Promise<Response> {
  const named = /^(css|js)\//.test(path);
  if (named || ours.get(event.clientId)) {
    const copy = await read(path);
    if (!copy) event.waitUntil(mend());
    return copy ?? fetch(event.request);
  }
  const coming = fetch(event.request);
  const come = await inTime(coming);
  return come?.ok ? come : (await read(path)) ?? come ?? coming;
}

/** Returns a file from the copy. A file that differs from the build is deleted instead. */
async function read(path: string): Promise<Response | undefined> {
  try {
    const cache = await caches.open(name);
    const response = await cache.match(urlOf(path), { ignoreVary: true });
    if (response && (await isRight(response, path))) return response;
    complete = false;
    await cache.delete(urlOf(path));
  } catch {
    complete = false; // storage is denied or broken
  }
  return undefined;
}

/** Answers a page: whether the copy is complete, and whether the page is of this build. */
async function tell({ ports, source }: ExtendableMessageEvent): Promise<void> {
  const keys = await caches.open(name).then((cache) => cache.keys()).catch(() => []);
  const ready = keys.length === Object.keys(FILES).length;
  ports[0]?.postMessage({ ready, ours: (source instanceof Client ? ours.get(source.id) : undefined) ?? true });
}

/** Reports whether a response is the file as it was built. */
async function isRight(response: Response, path: string): Promise<boolean> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  return btoa(String.fromCharCode(...sum)) === FILES[path];
}

/** Resolves to null if the response fails or takes too long. */
function inTime(coming: Promise<Response>): Promise<Response | null> {
  return Promise.race([coming.catch(() => null), pause(PATIENCE).then(() => null)]);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function urlOf(path: string): string {
  return scope + path.split("/").map(encodeURIComponent).join("/");
}

/** Returns an address relative to the site's own, decoded and without query or fragment, or null if it is outside the site. */
function pathOf(url: string): string | null {
  if (!url.startsWith(scope)) return null;
  const path = url.slice(scope.length).replace(/[?#].*/, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // no host decodes it either
  }
}

/** Returns the address in the copy of a page whose address may lack the slash at the end, have double slashes, or name the
 * page's file: hosts find it too. Returns null if the page is not kept. */
function keptAs(path: string): string | null {
  const plain = path.replace(/\/{2,}/g, "/").replace(/^\//, "").replace(/(^|\/)index\.html$/, "$1");
  for (const form of [plain, `${plain}/`]) if (Object.hasOwn(FILES, form)) return form;
  return null;
}

/** Reports whether an address is the one in the copy, on which the page's relative links depend. */
function isAt(url: string, path: string): boolean {
  return url.replace(/[?#].*/, "") === urlOf(path);
}
