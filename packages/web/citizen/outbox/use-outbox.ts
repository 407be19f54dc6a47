import { useEffect, useState } from 'react';
import { type Posted, outbox } from './store.ts';

/** What waits on this device or was sent by itself, kept up with other tabs and the service worker; null at first. */
export function useOutbox(): readonly Posted[] | null {
  const [list, setList] = useState<readonly Posted[] | null>(null);
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
  }, []);
  return list;
}
