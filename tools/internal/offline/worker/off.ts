/** The worker of a build without an offline copy: it takes the place of one that keeps a copy, deletes all that was kept,
 * and goes. Pages then come from the line alone. */
declare const self: ServiceWorkerGlobalScope;
export type {};

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith("safe-online-")) await caches.delete(name);
  await self.registration.unregister();
}
