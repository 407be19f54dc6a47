import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import { post } from '../../ui/api.ts';
import { useStaff } from '../../ui/staff/session.ts';
import { keys } from '../queries.ts';
import { createOutbox, type Outbox } from './outbox.ts';

const Shared = createContext<Outbox | null>(null);

/** A list that is read again more often than this, ms, cannot be worked in. */
const refreshEvery = 800;

/** One outbox for the whole desk, so that one may go on to another page meanwhile. Of one person: who signs out sends no more. */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const { staff } = useStaff();
  return <Own key={staff?.account}>{children}</Own>;
}

function Own({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [outbox] = useState(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    return createOutbox(
      ({ id, number, command, body }) =>
        post(`/api/desk/cases/${encodeURIComponent(number)}/${command}`, { ...body, requestId: id }),
      ({ number }) => {
        void client.invalidateQueries({ queryKey: keys.case(number) });
        waiting ??= setTimeout(() => {
          waiting = undefined;
          for (const queryKey of [keys.lists, keys.counts]) void client.invalidateQueries({ queryKey });
        }, refreshEvery);
      },
    );
  });
  useEffect(() => {
    // What waits is not sent once the page has gone: whoever closes it is asked first.
    const leaving = (event: BeforeUnloadEvent) => {
      if (outbox.deeds().some(({ state }) => state === 'waiting' || state === 'sending'))
        event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      outbox.stop();
    };
  }, [outbox]);
  return <Shared value={outbox}>{children}</Shared>;
}

/** The desk's outbox and what is in it. @throws Error outside of the desk's frame */
export function useOutbox() {
  const outbox = use(Shared);
  if (!outbox) throw new Error('no outbox here');
  return { outbox, deeds: useSyncExternalStore(outbox.subscribe, outbox.deeds) };
}
