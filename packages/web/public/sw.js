// Opens the citizen pages without a connection, so that a draft can be written anywhere. The network comes first for the
// page itself; only the icon and the files that carry their hash in their name are
// taken from the cache.

/** @typedef {Event & { readonly request: Request, respondWith(answer: Promise<Response>): void }} FetchEvent */
/** @typedef {Event & { waitUntil(work: Promise<unknown>): void }} LifeEvent */

/** @type {{ skipWaiting(): Promise<void>, readonly clients: { claim(): Promise<void> } }} */
const worker = /** @type {never} */ (self);
const cacheName = 'suban-citizen';
const page = '/';
const desks = ['/desk', '/command', '/api', '/open311'];

/** @param {string} path */
const ours = (path) => !desks.some((desk) => path === desk || path.startsWith(`${desk}/`));

/** @param {LifeEvent} event */
const install = (event) => event.waitUntil(worker.skipWaiting());
/** @param {LifeEvent} event */
const activate = (event) => event.waitUntil(worker.clients.claim());

/** @param {FetchEvent} event */
function answer(event) {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && ours(url.pathname)) event.respondWith(openPage(request));
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/icon.svg')
    event.respondWith(fromCache(request));
}

/** @param {Request} request */
async function openPage(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(page);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await keepPage(cache, kept, fresh.clone());
    return fresh;
  } catch {
    return kept ?? Response.error();
  }
}

/**
 * A new release has new files: the old ones go.
 * @param {Cache} cache
 * @param {Response | undefined} kept
 * @param {Response} fresh
 */
async function keepPage(cache, kept, fresh) {
  const text = await fresh.clone().text();
  if (kept && (await kept.clone().text()) === text) return;
  await Promise.all((await cache.keys()).map((old) => cache.delete(old)));
  await cache.put(page, fresh);
}

/** @param {Request} request */
async function fromCache(request) {
  // A file named by its content is the same for whoever asks, whatever the server says it varies by.
  return (await caches.match(request, { cacheName, ignoreVary: true })) ?? fetch(request);
}

addEventListener('install', /** @type {never} */ (install));
addEventListener('activate', /** @type {never} */ (activate));
addEventListener('fetch', /** @type {never} */ (answer));
