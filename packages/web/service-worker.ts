// Opens the citizen pages, and the desk's for whoever works in the field, without a connection, so that a request or an
// answer can be written anywhere, and sends what was finished then. The network comes first for the page itself; only the icon and the files that carry their hash in their name are
// taken from the cache.
import { outbox } from './citizen/outbox/store.ts';
import { shells } from './ui/outbox/offline.ts';
import { fieldOutbox } from './worker/field/outbox.ts';

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
type Shell = (typeof shells)[keyof typeof shells];
const others = ['/command', '/api', '/open311'];

const isUnder = (path: string, word: string) => path === word || path.startsWith(`${word}/`);

/** The end an address belongs to; null where it has no page that opens without a connection. */
function shellOf(path: string): Shell | null {
  if (isUnder(path, '/desk')) return shells.desk;
  return others.some((word) => isUnder(path, word)) ? null : shells.citizen;
}

function answer(event: FetchEvent): void {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  const shell = request.mode === 'navigate' ? shellOf(url.pathname) : null;
  if (shell) event.respondWith(openPage(request, shell));
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/icon.svg')
    event.respondWith(fromCache(request));
}

async function openPage(request: Request, shell: Shell): Promise<Response> {
  const cache = await caches.open(shell.cache);
  const kept = await cache.match(shell.page, { ignoreVary: true });
  try {
    const fresh = await fetch(request);
    // A desk is kept only where somebody has asked for it: not on every office's machine.
    if (fresh.ok && (kept || shell === shells.citizen)) await keepPage(cache, shell, kept, fresh.clone());
    return fresh;
  } catch {
    return kept ?? Response.error();
  }
}

/** A new release has new files: the old ones go. */
async function keepPage(
  cache: Cache,
  shell: Shell,
  kept: Response | undefined,
  fresh: Response,
): Promise<void> {
  const text = await fresh.clone().text();
  if (kept && (await kept.clone().text()) === text) return;
  await Promise.all((await cache.keys()).map((old) => cache.delete(old)));
  await cache.put(shell.page, fresh);
}

/** A file named by its content is the same for whoever asks, whatever the server says it varies by. */
async function fromCache(request: Request): Promise<Response> {
  for (const { cache } of Object.values(shells)) {
    const kept = await caches.match(request, { cacheName: cache, ignoreVary: true });
    if (kept) return kept;
  }
  return fetch(request);
}

const outboxes: readonly { readonly name: string; readonly sendWaiting: () => Promise<boolean> }[] = [
  outbox,
  fieldOutbox,
];

/** Failing asks the browser to wake us again, later and later. */
async function sendAll(tag: string): Promise<void> {
  const woken = outboxes.find(({ name }) => name === tag);
  if (woken && !(await woken.sendWaiting())) throw new Error('some still wait');
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', answer);
worker.addEventListener('sync', (event) => event.waitUntil(sendAll(event.tag)));
