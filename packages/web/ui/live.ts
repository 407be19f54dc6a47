import { useEffect, useRef, useState } from 'react';

type Stream = { readonly source: EventSource; readonly standing: Set<(stands: boolean) => void> };

/** One stream a path, however many listen: a browser gives a site six connections for all its tabs together. */
const streams = new Map<string, Stream>();

function join(path: string, standing: (stands: boolean) => void): EventSource {
  let stream = streams.get(path);
  if (!stream) {
    const source = new EventSource(path);
    const all: Stream['standing'] = new Set();
    source.onopen = () => all.forEach((tell) => tell(true));
    source.onerror = () => all.forEach((tell) => tell(false));
    stream = { source, standing: all };
    streams.set(path, stream);
  }
  stream.standing.add(standing);
  standing(stream.source.readyState === EventSource.OPEN);
  return stream.source;
}

function leave(path: string, standing: (stands: boolean) => void): void {
  const stream = streams.get(path);
  stream?.standing.delete(standing);
  if (stream?.standing.size !== 0) return;
  stream.source.close();
  streams.delete(path);
}

/**
 * Listens to a server-sent event stream for as long as the component is on the page. The browser reconnects by itself.
 * @param path null: nothing to listen to yet
 * @returns whether the stream stands: while it does not, the caller polls
 */
export function useLive(
  path: string | null,
  events: Readonly<Record<string, (data: unknown) => void>>,
): boolean {
  const [standing, setStanding] = useState(false);
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  const names = Object.keys(events).join();
  useEffect(() => {
    if (!path) return;
    const source = join(path, setStanding);
    const listeners = names.split(',').map((name) => {
      const hear = (event: Event) => latest.current[name]?.(JSON.parse((event as MessageEvent<string>).data));
      source.addEventListener(name, hear);
      return () => source.removeEventListener(name, hear);
    });
    return () => {
      for (const end of listeners) end();
      leave(path, setStanding);
    };
  }, [path, names]);
  return standing;
}
