import { useEffect, useRef, useState } from 'react';

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
    const source = new EventSource(path);
    source.onopen = () => setStanding(true);
    source.onerror = () => setStanding(false);
    for (const name of names.split(',')) {
      source.addEventListener(name, (event) =>
        latest.current[name]?.(JSON.parse((event as MessageEvent<string>).data)),
      );
    }
    return () => source.close();
  }, [path, names]);
  return standing;
}
