import { ApiError, post, upload } from '../../ui/api.ts';
import { requestOf } from '../file/request.ts';
import type { Filed } from '../file/sent-store.ts';
import type { KeptPhoto } from '../photos/store.ts';
import { type Waiting, outbox } from './store.ts';

/** Background Sync wakes the service worker under this name. */
export const syncTag = 'suban-outbox';

/** Passes by itself: no connection, too many at once, a server in trouble. Anything else a person must mend. */
const passes = ({ status }: ApiError): boolean => status === 0 || status === 429 || status >= 500;

/** Keeps the sending, in whatever page or worker, waiting meanwhile. */
export const whileNothingIsSent = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request('suban-outbox', work);

/**
 * Sends what waits, oldest first, until something will not go. At work in one page or the service worker at a time; and
 * should it be in two, the request's id makes one filing of both.
 * @returns whether all is sent
 */
export function sendWaiting(): Promise<boolean> {
  return whileNothingIsSent(async () => {
    // Without a network nothing is tried, so what waits can still be changed.
    if (!navigator.onLine) return (await outbox.all()).every(({ state }) => state !== 'waiting');
    for (const posted of await outbox.all())
      if (posted.state === 'waiting' && !(await sendOne(posted))) return false;
    return true;
  });
}

/** @returns whether it is done with: filed or refused */
async function sendOne(waiting: Waiting): Promise<boolean> {
  const { requestId, title, at } = waiting;
  let here = waiting;
  try {
    here = await withPhotos(waiting);
    here = await noted({ ...here, tried: true });
    const filed = await post<Filed>('/api/appeals', requestOf(here.draft, ids(here.photos)));
    return await outbox.keep({ requestId, title, at, state: 'sent', ...filed });
  } catch (error) {
    if (!(error instanceof ApiError) || passes(error)) return false;
    // It lay for long: the server has dropped the photos nobody claimed, this device still has them.
    if (error.code === 'photo-unknown' && ids(here.photos).length > 0) {
      const photos = here.photos.map((photo) => ({ ...photo, id: null }));
      await noted({ ...here, photos });
      return false;
    }
    const { draft, photos } = here;
    return await outbox.keep({
      requestId,
      title,
      at,
      state: 'refused',
      draft,
      photos,
      problem: error.problem,
    });
  }
}

const ids = (photos: readonly KeptPhoto[]): string[] => photos.flatMap(({ id }) => id ?? []);

async function noted(waiting: Waiting): Promise<Waiting> {
  await outbox.keep(waiting);
  return waiting;
}

/** Every photo at the server, each noted as soon as it is there, so that a broken connection goes on from the next. */
async function withPhotos(waiting: Waiting): Promise<Waiting> {
  let here = waiting;
  for (const photo of waiting.photos) {
    if (photo.id) continue;
    const { id } = await upload(photo.blob);
    const photos = here.photos.map((one) => (one.key === photo.key ? { ...one, id } : one));
    here = await noted({ ...here, photos });
  }
  return here;
}

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/** Sends now, and where the browser can (Background Sync) also once the network is back and the page is closed. */
export async function sendSoon(): Promise<void> {
  if (await sendWaiting()) return;
  const registration: WithSync | undefined = await navigator.serviceWorker?.getRegistration();
  // Forbidden by the person or not known to the browser: it goes when a page is open again.
  await registration?.sync?.register(syncTag).catch(() => undefined);
}
