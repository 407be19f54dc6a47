import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from '../ui/live.ts';
import { useStaff } from '../ui/staff/session.ts';
import { keys } from './queries.ts';

/** A whole city's changes come many a second; a list read again more often than this cannot be worked in. */
const listEvery = 3_000;
export const deskLive = '/api/desk/live';
/** A light turns yellow without any event; and while the stream is down, asking must stand in for it. */
const pollStanding = 60_000;
const pollDown = 15_000;

const numberOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'number' in data && typeof data.number === 'string'
    ? data.number
    : null;

/** Every page a list has been read down to is asked for again: the longer the list, the less often. */
const pagesShown = (client: QueryClient): number =>
  Math.max(
    1,
    ...client
      .getQueriesData<{ pages: unknown[] }>({ queryKey: keys.lists, type: 'active' })
      .map(([, list]) => list?.pages.length ?? 1),
  );

/** Keeps lists, counts and the open case fresh for as long as somebody is signed in. */
export function useDeskLive(): void {
  const client = useQueryClient();
  const { staff } = useStaff();
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const refreshLists = () => {
    // More of a list that is being loaded is not begun anew: on a slow network it would never come.
    if (client.isFetching({ queryKey: keys.lists }) > 0) return listsSoon();
    void client.invalidateQueries({ queryKey: keys.lists });
    void client.invalidateQueries({ queryKey: keys.likelySame });
    void client.invalidateQueries({ queryKey: keys.counts });
  };
  const listsSoon = () => {
    waiting.current ??= setTimeout(() => {
      waiting.current = null;
      refreshLists();
    }, listEvery * pagesShown(client));
  };
  // Auditors and administrators read no appeal: the stream would refuse them.
  const lookForCall = () => void client.invalidateQueries({ queryKey: keys.call });
  const standing = useLive(
    staff?.queues.length ? deskLive : null,
    {
      changed: (data) => {
        const number = numberOf(data);
        if (number) void client.invalidateQueries({ queryKey: keys.case(number) });
        listsSoon();
      },
      counts: listsSoon,
      call: lookForCall,
    },
    () => {
      // A caller does not wait a minute for the next look, so the answer to an earlier one is not waited for either;
      // what else is being loaded just now need not begin again.
      void client.cancelQueries({ queryKey: keys.call }).then(lookForCall);
      void client.invalidateQueries({ queryKey: ['desk'] }, { cancelRefetch: false });
    },
  );
  useEffect(() => {
    const timer = setInterval(
      () => void client.invalidateQueries({ queryKey: ['desk'] }, { cancelRefetch: false }),
      standing ? pollStanding : pollDown,
    );
    return () => clearInterval(timer);
  }, [client, standing]);
  useEffect(() => () => clearTimeout(waiting.current ?? undefined), []);
}
