import type { AlertRow } from '@suban/domain/api-alerts.ts';
import { useLanguage, useText } from '../../../i18n/language.ts';
import { dateTime, duration } from '../../time.ts';
import { LightBadge, useNow } from '../light.tsx';
import { staffWords } from '../words.ts';
import { eventWords } from './words.ts';

/** Until when it is to be judged, counting; of a judged one, how. */
export function AlertClock({ alert }: { readonly alert: Pick<AlertRow, 'state' | 'due' | 'light'> }) {
  const lang = useLanguage();
  const t = useText(eventWords);
  const words = useText(staffWords);
  const now = useNow();
  if (alert.state !== 'open')
    return <span className={`staff-verdict is-${alert.state}`}>{t.state[alert.state]}</span>;
  const ms = Date.parse(alert.due) - now;
  const spelt = duration(lang, Math.abs(ms));
  return (
    <span className="staff-clock">
      <LightBadge light={ms <= 0 ? 'red' : alert.light} />
      <span className="staff-clock-words">
        <span>{t.judgeBy}</span>{' '}
        <time dateTime={alert.due} title={words.due(dateTime(lang, alert.due))}>
          {ms >= 0 ? words.left(spelt) : words.over(spelt)}
        </time>
      </span>
    </span>
  );
}
