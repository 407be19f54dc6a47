// Opens the citizen pages without a connection, so that a request can be written anywhere, and sends what was finished
// then. The network comes first for the page itself; only the icon and the files that carry their hash in their name are
// taken from the cache.
import { sendWaiting, syncTag } from './outbox/send.ts';

// What a service worker is given, as far as it is used here: the pages' own types know nothing of it.
type FetchEvent = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type LifeEvent = Event & { waitUntil(work: Promise<unknown>): void };
type SyncEvent = LifeEvent & { readonly tag: string };
type Worker = {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(name: 'install' | 'activate', listen: (event: LifeEvent) => void): void;
  addEventListener(name: 'fetch', listen: (event: FetchEvent) => void): void;
  addEventListener(name: 'sync', listen: (event: SyncEvent) => void): void;
};

const worker = globalThis as unknown as Worker;
const cacheName = 'suban-citizen';
const page = '/';
const desks = ['/desk', '/command', '/api', '/open311'];

const ours = (path: string) => !desks.some((desk) => path === desk || path.startsWith(`${desk}/`));

function answer(event: FetchEvent): void {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && ours(url.pathname)) event.respondWith(openPage(request));
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/icon.svg')
    event.respondWith(fromCache(request));
}

async function openPage(request: Request): Promise<Response> {
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

/** A new release has new files: the old ones go. */
async function keepPage(cache: Cache, kept: Response | undefined, fresh: Response): Promise<void> {
  const text = await fresh.clone().text();
  if (kept && (await kept.clone().text()) === text) return;
  await Promise.all((await cache.keys()).map((old) => cache.delete(old)));
  await cache.put(page, fresh);
}

/** A file named by its content is the same for whoever asks, whatever the server says it varies by. */
const fromCache = async (request: Request): Promise<Response> =>
  (await caches.match(request, { cacheName, ignoreVary: true })) ?? fetch(request);

/** Failing asks the browser to wake us again, later and later. */
async function sendAll(): Promise<void> {
  if (!(await sendWaiting())) throw new Error('some still wait');
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', answer);
worker.addEventListener('sync', (event) => {
  if (event.tag === syncTag) event.waitUntil(sendAll());
});
