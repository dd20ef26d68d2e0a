// The worker of a build without an offline copy. It replaces one that keeps a copy, deletes the copy, and unregisters itself.
// Pages then come from the network only.
declare const self: ServiceWorkerGlobalScope;
export type {};

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(leave()));

/** Deletes this site's copies and unregisters the worker. Another site on the same host may have a copy of its own, which stays.
 * The caches of early builds do not name their site. */
async function leave(): Promise<void> {
  const { scope } = self.registration;
  for (const name of await caches.keys())
    if (name.startsWith("safe-online-") && (name.endsWith(` ${scope}`) || !name.includes(" "))) await caches.delete(name);
  await self.registration.unregister();
}
