import { type Query, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useLive } from '../../ui/live.ts';

/** At a city's peak figures move many times a second; a reader takes in a new number every few seconds at best. */
const quietMs = 3000;
/** Lights turn without any event; and while the stream is down, asking stands in for it. */
const standingMs = 60_000;
const downMs = 15_000;

const among =
  (names: string) =>
  ({ queryKey }: Query): boolean =>
    names.split(',').includes(String(queryKey[0]));

/**
 * Fetches the figures named by these query keys again whenever the server says that something happened: at once, then
 * every three seconds, and a last time when it has become quiet, for figures are reckoned just after what moves them.
 * @returns whether the live stream stands
 */
export function useTicks(keys: readonly string[]): boolean {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const lastTick = useRef(0);
  const names = keys.join();

  const refetch = useCallback(() => {
    // What is being loaded is not begun anew, and a query that fails shows so itself, where its figures stand.
    client.invalidateQueries({ predicate: among(names) }, { cancelRefetch: false }).catch(() => undefined);
  }, [client, names]);

  const soon = useCallback(() => {
    lastTick.current = Date.now();
    if (timer.current !== null) return;
    const next = () => {
      const loading = client.isFetching({ predicate: among(names) }) > 0;
      const going = loading || Date.now() - lastTick.current < quietMs;
      timer.current = going ? setTimeout(next, quietMs) : null;
      refetch();
    };
    next();
  }, [client, names, refetch]);

  const standing = useLive('/api/command/live', { tick: soon }, refetch);
  useEffect(() => {
    const poll = setInterval(refetch, standing ? standingMs : downMs);
    return () => clearInterval(poll);
  }, [refetch, standing]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return standing;
}
