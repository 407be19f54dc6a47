import { Link, usePathname } from '../navigation.tsx';
import { useText } from '../../i18n/language.ts';
import { useOutbox, useSender } from '../../ui/outbox/use-outbox.ts';
import { outbox } from './store.ts';
import { words } from './words.ts';

/** Below the header of every page: what waits, what has gone by itself. Nothing, as a rule. */
export function OutboxStrip() {
  const t = useText(words);
  const pathname = usePathname();
  const list = useOutbox(outbox) ?? [];
  const count = (state: (typeof list)[number]['state']) => list.filter((one) => one.state === state).length;
  const [waiting, sent, refused] = [count('waiting'), count('sent'), count('refused')];
  useSender(outbox, waiting);
  if (list.length === 0 || pathname === '/waiting') return null;
  const told = refused > 0 ? t.refusedCount(refused) : sent > 0 ? t.sentCount(sent) : t.waitingCount(waiting);
  return (
    <p className="outbox-strip" role="status">
      {told} <Link to="/waiting">{t.open}</Link>
    </p>
  );
}
