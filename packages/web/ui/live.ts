import { useEffect, useRef, useState } from 'react';

type Listener = {
  readonly stands: (yes: boolean) => void;
  readonly opened: () => void;
  readonly again: () => void;
};
type Stream = { readonly source: EventSource; readonly listeners: Set<Listener> };

/**
 * A browser reconnects a stream by itself while it cannot be reached, but gives one up for good that is answered with an
 * error, as by a proxy while the server starts anew. So long afterwards it is opened again, in ms.
 */
const againAfter = 5_000;

/** One stream a path, however many listen: a browser gives a site six connections for all its tabs together. */
const streams = new Map<string, Stream>();

function open(path: string): Stream {
  const source = new EventSource(path);
  const listeners: Stream['listeners'] = new Set();
  const stream = { source, listeners };
  source.onopen = () =>
    listeners.forEach(({ stands, opened }) => {
      stands(true);
      opened();
    });
  source.onerror = () => {
    listeners.forEach(({ stands }) => stands(false));
    if (source.readyState !== EventSource.CLOSED || streams.get(path) !== stream) return;
    streams.delete(path);
    setTimeout(() => listeners.forEach(({ again }) => again()), againAfter);
  };
  streams.set(path, stream);
  return stream;
}

function join(path: string, listener: Listener): Stream {
  const stream = streams.get(path) ?? open(path);
  stream.listeners.add(listener);
  listener.stands(stream.source.readyState === EventSource.OPEN);
  return stream;
}

function leave(path: string, stream: Stream, listener: Listener): void {
  stream.listeners.delete(listener);
  if (stream.listeners.size !== 0) return;
  stream.source.close();
  if (streams.get(path) === stream) streams.delete(path);
}

/**
 * Listens to a server-sent event stream for as long as the component is on the page. It comes back by itself.
 * @param path null: nothing to listen to yet
 * @param opened the stream stands, or stands again: what was read before it did may have changed unheard
 * @returns whether the stream stands: while it does not, the caller polls
 */
export function useLive(
  path: string | null,
  events: Readonly<Record<string, (data: unknown) => void>>,
  opened: () => void,
): boolean {
  const [standing, setStanding] = useState(false);
  const [round, setRound] = useState(0);
  const latest = useRef({ events, opened });
  useEffect(() => {
    latest.current = { events, opened };
  });
  const names = Object.keys(events).join();
  useEffect(() => {
    if (!path) return;
    const listener = {
      stands: setStanding,
      opened: () => latest.current.opened(),
      again: () => setRound((n) => n + 1),
    };
    const stream = join(path, listener);
    const { source } = stream;
    const listeners = names.split(',').map((name) => {
      const hear = (event: Event) =>
        latest.current.events[name]?.(JSON.parse((event as MessageEvent<string>).data));
      source.addEventListener(name, hear);
      return () => source.removeEventListener(name, hear);
    });
    return () => {
      for (const end of listeners) end();
      leave(path, stream, listener);
    };
  }, [path, names, round]);
  return standing;
}
