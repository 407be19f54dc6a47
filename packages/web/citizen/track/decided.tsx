import type { Track } from '@suban/domain/api.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { date } from '../../ui/time.ts';
import { words } from './words.ts';

/** What was decided about the time this takes and still holds: more time, a place on the ledger, an end; each with its reason. */
export function Decided({ track }: { track: Track }) {
  const t = useText(words);
  const lang = useLanguage();
  // Of the order in hand: what was decided on an earlier one is history.
  const order = track.timeline.slice(track.timeline.findLastIndex((item) => item.what === 'dispatched'));
  const last = (what: string, holds: boolean) =>
    holds ? order.findLast((item) => item.what === what) : undefined;
  const extended = last('extended', track.state === 'dispatched');
  const ledger = last('put-on-ledger', track.orderState === 'on-ledger');
  const terminated = last('terminated', track.state !== 'dispatched');
  const reviewAt = ledger?.data['reviewAt'];
  return (
    <>
      {typeof reviewAt === 'string' && (
        <p className="now-due">
          {t.review}
          {date(lang, reviewAt)}
        </p>
      )}
      {ledger?.texts['reason'] && (
        <p className="now-note">
          {t.ledgerWhy}
          {ledger.texts['reason']}
        </p>
      )}
      {extended && (
        <p className="now-note">
          {t.extended(Number(extended.data['days']))}
          {extended.texts['reason']}
        </p>
      )}
      {terminated && (
        <p className="now-note">
          {t.terminated}
          {terminated.texts['reason']}
        </p>
      )}
    </>
  );
}
