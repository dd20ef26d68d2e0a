/** The worker of a build without an offline copy: it takes the place of one that keeps a copy, deletes all that was kept,
 * and goes. Pages then come from the line alone. */
declare const self: ServiceWorkerGlobalScope;
export type {};

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(leave()));

/** Another site may keep a copy of its own below the same host: that stays. Early builds did not name the site. */
async function leave(): Promise<void> {
  const { scope } = self.registration;
  for (const name of await caches.keys())
    if (name.startsWith("safe-online-") && (name.endsWith(` ${scope}`) || !name.includes(" "))) await caches.delete(name);
  await self.registration.unregister();
}
