/** An end that opens without a connection: its page, and the cache the service worker reads it from. */
export const shells = {
  citizen: { cache: 'suban-citizen', page: '/' },
  desk: { cache: 'suban-desk', page: '/desk' },
} as const;

/**
 * Keeps an end's page and the files it has loaded for use without a connection. Where the browser refuses, everything
 * works as long as there is a network.
 */
export async function keepForOffline(
  { cache: name, page }: (typeof shells)[keyof typeof shells],
  preload: () => Promise<unknown>,
): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    await preload();
    const loaded = performance.getEntriesByType('resource').map(({ name: from }) => new URL(from).pathname);
    const files = [...new Set(loaded.filter((path) => path.startsWith('/assets/')))];
    const cache = await caches.open(name);
    const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
    const wanted = ['/icon.svg', ...files, page].filter((path) => !kept.has(path));
    // A page is answered to who asks for one.
    await cache.addAll(wanted.map((path) => new Request(path, { headers: { accept: 'text/html, */*' } })));
  } catch {
    return;
  }
}
