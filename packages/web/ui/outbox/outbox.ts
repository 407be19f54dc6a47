import type { Problem } from '@suban/domain/api.ts';
import { ApiError, upload } from '../api.ts';
import { keptTable } from './kept.ts';

/** Where a photo was taken and when, as this device knows. `at` in ms. */
export type Taken = { readonly at: number; readonly lat?: number; readonly long?: number };
/** A photo or recording as it lies on this device: made small, and its id once the server has it. */
export type KeptFile = { key: string; blob: Blob; id: string | null; taken?: Taken };

type Letter = { readonly photos: readonly KeptFile[] };

/** Something finished on this device and not known to be done, or done since by itself. */
export type Posted<L, R> = {
  readonly requestId: string;
  readonly title: string;
  /** When it was finished, in ms. */
  readonly at: number;
} & (
  | {
      readonly state: 'waiting';
      readonly letter: L;
      /** It was sent and no answer came: it may be done already, so it can only be sent again, the same. */
      readonly tried: boolean;
    }
  | { readonly state: 'refused'; readonly letter: L; readonly problem: Problem }
  | { readonly state: 'sent'; readonly receipt: R }
);
type Waiting<L> = Extract<Posted<L, never>, { state: 'waiting' }>;

/** Passes by itself: no connection, a session that ended, too many at once, a server in trouble. Anything else a person must mend. */
const passes = ({ status }: ApiError): boolean =>
  status === 0 || status === 401 || status === 429 || status >= 500;

/** The ids of those files that have arrived. */
export const idsOf = (photos: readonly KeptFile[]): string[] => photos.flatMap(({ id }) => id ?? []);

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/**
 * 待发送: what is finished without a connection waits on this device and is sent once there is one, by whichever page is
 * open or by the service worker.
 * @param name of what is kept, of the lock among pages and of the service worker's wake-up (Background Sync)
 * @param deliver sends one letter, whose files have all arrived, under its request id; sent twice it must do nothing twice
 */
export function createOutbox<L extends Letter, R>(
  name: string,
  deliver: (letter: L, requestId: string) => Promise<R>,
) {
  type One = Posted<L, R>;
  const table = keptTable<One>(`${name}-letters`, 'letters', 'requestId');
  /** Tells every open page that what is kept has changed. */
  const announce = () => {
    const to = new BroadcastChannel(name);
    to.postMessage(null);
    to.close();
  };
  /** Oldest first. */
  const all = async (): Promise<One[]> => (await table.all()).sort((a, b) => a.at - b.at);
  const keep = async (posted: One): Promise<boolean> => {
    const kept = await table.keep(posted);
    announce();
    return kept;
  };
  const noted = async (waiting: Waiting<L>): Promise<Waiting<L>> => {
    await keep(waiting);
    return waiting;
  };
  /** Keeps the sending, in whatever page or worker, waiting meanwhile. */
  const whileNothingIsSent = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request(name, work);

  /** Every file at the server, each noted as soon as it is there, so that a broken connection goes on from the next. */
  async function withFiles(waiting: Waiting<L>): Promise<Waiting<L>> {
    let here = waiting;
    for (const photo of waiting.letter.photos) {
      if (photo.id) continue;
      const { id } = await upload(photo.blob, photo.taken);
      const photos = here.letter.photos.map((one) => (one.key === photo.key ? { ...one, id } : one));
      here = await noted({ ...here, letter: { ...here.letter, photos } });
    }
    return here;
  }

  /** @returns whether it is done with: done or refused */
  async function sendOne(waiting: Waiting<L>): Promise<boolean> {
    const { requestId, title, at } = waiting;
    let here = waiting;
    try {
      here = await withFiles(waiting);
      here = await noted({ ...here, tried: true });
      const receipt = await deliver(here.letter, requestId);
      return await keep({ requestId, title, at, state: 'sent', receipt });
    } catch (error) {
      if (!(error instanceof ApiError) || passes(error)) return false;
      const { letter } = here;
      // It lay for long: the server has dropped the files nobody claimed, this device still has them.
      if (error.code === 'photo-unknown' && idsOf(letter.photos).length > 0) {
        const photos = letter.photos.map((photo) => ({ ...photo, id: null }));
        await noted({ ...here, letter: { ...letter, photos } });
        return false;
      }
      return await keep({ requestId, title, at, state: 'refused', letter, problem: error.problem });
    }
  }

  /**
   * Sends what waits, oldest first, until something will not go. At work in one page or the service worker at a time; and
   * should it be in two, the request's id makes one of both.
   * @returns whether all is sent
   */
  const sendWaiting = (): Promise<boolean> =>
    whileNothingIsSent(async () => {
      // Without a network nothing is tried, so what waits can still be changed.
      if (!navigator.onLine) return (await all()).every(({ state }) => state !== 'waiting');
      for (const posted of await all())
        if (posted.state === 'waiting' && !(await sendOne(posted))) return false;
      return true;
    });

  return {
    name,
    all,
    keep,
    whileNothingIsSent,
    sendWaiting,
    drop: async (requestId: string): Promise<void> => {
      await table.drop(requestId);
      announce();
    },
    clear: async (): Promise<void> => {
      await table.clear();
      announce();
    },
    /** Sends now, and where the browser can (Background Sync) also once the network is back and the page is closed. */
    sendSoon: async (): Promise<void> => {
      if (await sendWaiting()) return;
      const registration: WithSync | undefined = await navigator.serviceWorker?.getRegistration();
      // Forbidden by the person or not known to the browser: it goes when a page is open again.
      await registration?.sync?.register(name).catch(() => undefined);
    },
    /** @returns stops listening */
    onChange: (changed: () => void): (() => void) => {
      const from = new BroadcastChannel(name);
      from.addEventListener('message', changed);
      return () => from.close();
    },
  };
}
