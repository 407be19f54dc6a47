import { useEffect, useState } from 'react';
import type { Posted } from './outbox.ts';

type Kept<L, R> = {
  readonly all: () => Promise<Posted<L, R>[]>;
  readonly onChange: (changed: () => void) => () => void;
};

/** What waits on this device or was sent by itself, kept up with other tabs and the service worker; null at first. */
export function useOutbox<L, R>(outbox: Kept<L, R>): readonly Posted<L, R>[] | null {
  const [list, setList] = useState<readonly Posted<L, R>[] | null>(null);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const all = await outbox.all();
      if (!gone) setList(all);
    };
    const changed = () => void read();
    changed();
    const stop = outbox.onChange(changed);
    return () => {
      gone = true;
      stop();
    };
  }, [outbox]);
  return list;
}

/** While something waits and a page is open it is tried this often, in ms: a server in trouble comes back unannounced. */
const tryEvery = 60_000;

/** Sends what waits: when the page opens, when the network is back, when the page is looked at again. */
export function useSender(outbox: { readonly sendSoon: () => Promise<void> }, waiting: number): void {
  useEffect(() => {
    if (waiting === 0) return;
    const send = () => void outbox.sendSoon();
    const seen = () => document.visibilityState === 'visible' && send();
    send();
    addEventListener('online', send);
    document.addEventListener('visibilitychange', seen);
    const timer = setInterval(send, tryEvery);
    return () => {
      removeEventListener('online', send);
      document.removeEventListener('visibilitychange', seen);
      clearInterval(timer);
    };
  }, [outbox, waiting]);
}
