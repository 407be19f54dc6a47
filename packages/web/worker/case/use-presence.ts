import type { Doing, Presence } from '@suban/domain/api-desk.ts';
import { useEffect, useState } from 'react';
import { post } from '../../ui/api.ts';

/** How often the page says that it is open, ms; the server forgets who has been silent for two and a half times that. */
const beat = 10_000;

/** Says that one has this case open and what one does there, and learns who else has. */
export function usePresence(number: string, doing: Doing): Presence['others'] {
  const [others, setOthers] = useState<Presence['others']>([]);
  const path = `/api/desk/cases/${encodeURIComponent(number)}/presence`;
  useEffect(() => {
    let left = false;
    // It is a courtesy: what is not heard now is heard ten seconds later.
    const tell = async () => {
      const heard = await post<Presence>(path, { doing }).catch(() => null);
      if (heard && !left) setOthers(heard.others);
    };
    void tell();
    const timer = setInterval(() => document.visibilityState === 'visible' && void tell(), beat);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [path, doing]);
  useEffect(() => {
    const leave = () =>
      void fetch(path, {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ doing: null }),
      }).catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [path]);
  return others;
}
