import type { CaseRow, UnitName } from '@suban/domain/api.ts';
import type { CommandName } from '@suban/domain/commands.ts';
import { ApiError, newRequestId } from '../../ui/api.ts';

/** What may be done to many cases at once: what needs no words of its own for each. */
export type BatchCommand = Extract<CommandName, 'dispatch' | 'acknowledge' | 'urge'>;

/** One command on one case, on its way. */
export type Deed = {
  /** The command's request id: whatever is sent again does nothing twice. */
  readonly id: string;
  readonly batch: number;
  readonly number: string;
  readonly title: string;
  readonly command: BatchCommand;
  readonly body: object;
  /** Where to, of a dispatch. */
  readonly unit: UnitName | null;
  /** Until then it can be taken back, ms. */
  readonly sendAt: number;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  readonly error: unknown;
};
export type Plan = Pick<Deed, 'command' | 'body' | 'unit'> & { readonly row: CaseRow };

/**
 * For so long nothing is sent, ms. The rules know no way back from a dispatch, an acknowledgement or an urge, and a unit
 * must not be told of what is taken back a moment later; so taking back means never having sent.
 */
export const undoFor = 5_000;
/** Waits between attempts where the server could not be reached or failed, ms. */
const retries = [1_000, 3_000];

const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
/** The server has decided: sending the same again would be answered the same. */
const isDecided = (error: unknown) => error instanceof ApiError && error.status >= 400 && error.status < 500;

export type Outbox = ReturnType<typeof createOutbox>;

/**
 * Commands that wait a moment, then go out one after the other. It lives with the page: what has not been sent when the
 * page is closed was never asked for, and its cases lie in the queue as before.
 * @param send one command; throws what it was refused for
 * @param settled called after each that was answered
 */
export function createOutbox(send: (deed: Deed) => Promise<unknown>, settled: (deed: Deed) => void) {
  let deeds: readonly Deed[] = [];
  let batches = 0;
  let running = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const set = (next: readonly Deed[]) => {
    deeds = next;
    for (const listener of listeners) listener();
  };
  const patch = (id: string, change: Partial<Deed>) =>
    set(deeds.map((deed) => (deed.id === id ? { ...deed, ...change } : deed)));

  async function deliver(deed: Deed): Promise<void> {
    patch(deed.id, { state: 'sending' });
    for (const wait of [...retries, null]) {
      try {
        await send(deed);
        patch(deed.id, { state: 'done' });
        break;
      } catch (error) {
        if (wait === null || isDecided(error)) {
          patch(deed.id, { state: 'failed', error });
          break;
        }
        await pause(wait);
      }
    }
    settled(deed);
  }
  const isDue = ({ state, sendAt }: Deed) => state === 'waiting' && sendAt <= Date.now();
  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (let next = deeds.find(isDue); next; next = deeds.find(isDue)) await deliver(next);
    running = false;
    wake();
  }
  function wake(): void {
    clearTimeout(timer);
    const waiting = deeds.filter(({ state }) => state === 'waiting').map(({ sendAt }) => sendAt);
    if (waiting.length > 0)
      timer = setTimeout(() => void run(), Math.max(0, Math.min(...waiting) - Date.now()));
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    deeds: () => deeds,
    /** A case that is on its way already is not taken twice. @returns how many were */
    add: (plans: readonly Plan[]): number => {
      const busy = new Set(deeds.filter(({ state }) => state !== 'failed').map(({ number }) => number));
      const fresh = plans.filter(({ row }) => !busy.has(row.number));
      batches += 1;
      const taken = fresh.map(
        ({ row, ...plan }): Deed => ({
          ...plan,
          id: newRequestId(),
          batch: batches,
          number: row.number,
          title: row.title,
          sendAt: Date.now() + undoFor,
          state: 'waiting',
          error: null,
        }),
      );
      const again = new Set(taken.map(({ number }) => number));
      set([...deeds.filter(({ state, number }) => state !== 'failed' || !again.has(number)), ...taken]);
      wake();
      return taken.length;
    },
    /** Takes back what was added last and has not been sent. */
    undo: (): void => {
      const last = deeds.findLast(({ state }) => state === 'waiting')?.batch;
      set(deeds.filter(({ state, batch }) => state !== 'waiting' || batch !== last));
    },
    /** Sends what failed once more, under the same id. */
    retry: (): void => {
      set(
        deeds.map((deed) =>
          deed.state === 'failed' && !isDecided(deed.error)
            ? { ...deed, state: 'waiting', error: null, sendAt: Date.now() }
            : deed,
        ),
      );
      wake();
    },
    /** Forgets what is over. */
    clear: (): void => {
      set(deeds.filter(({ state }) => state === 'waiting' || state === 'sending'));
    },
    /** Nothing more is sent. */
    stop: (): void => {
      clearTimeout(timer);
      deeds = deeds.filter(({ state }) => state !== 'waiting');
    },
  };
}
