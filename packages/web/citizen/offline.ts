/** What the service worker (public/sw.js) reads from. */
const cacheName = 'suban-citizen';

/**
 * Keeps the page and the files it has loaded for use without a connection. Where the browser refuses, everything works
 * as long as there is a network.
 */
export async function keepForOffline(preload: () => Promise<unknown>): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    await preload();
    const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    const files = [...new Set(loaded.filter((path) => path.startsWith('/assets/')))];
    const cache = await caches.open(cacheName);
    const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
    await cache.addAll(['/', '/icon.svg', ...files].filter((path) => !kept.has(path)));
  } catch {
    return;
  }
}
