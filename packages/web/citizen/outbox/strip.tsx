import { Link, usePathname } from '../navigation.tsx';
import { useEffect } from 'react';
import { useText } from '../../i18n/language.ts';
import { sendSoon } from './send.ts';
import { useOutbox } from './use-outbox.ts';
import { words } from './words.ts';

/** While something waits and a page is open it is tried this often, in ms: a server in trouble comes back unannounced. */
const tryEvery = 60_000;

/** Sends what waits: when the page opens, when the network is back, when the page is looked at again. */
function useSender(waiting: number) {
  useEffect(() => {
    if (waiting === 0) return;
    const send = () => void sendSoon();
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
  }, [waiting]);
}

/** Below the header of every page: what waits, what has gone by itself. Nothing, as a rule. */
export function OutboxStrip() {
  const t = useText(words);
  const pathname = usePathname();
  const list = useOutbox() ?? [];
  const count = (state: (typeof list)[number]['state']) => list.filter((one) => one.state === state).length;
  const [waiting, sent, refused] = [count('waiting'), count('sent'), count('refused')];
  useSender(waiting);
  if (list.length === 0 || pathname === '/waiting') return null;
  const told = refused > 0 ? t.refusedCount(refused) : sent > 0 ? t.sentCount(sent) : t.waitingCount(waiting);
  return (
    <p className="outbox-strip" role="status">
      {told} <Link to="/waiting">{t.open}</Link>
    </p>
  );
}
