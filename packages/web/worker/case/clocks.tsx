import type { CaseView, Clock } from '@suban/domain/api.ts';
import type { LimitSource } from '@suban/domain/limits.ts';
import { Tag } from 'antd';
import { useLanguage, useText } from '../../i18n/language.ts';
import { ClockCell } from '../../ui/staff/light.tsx';
import { dateTime } from '../../ui/time.ts';
import { caseWords } from './words.ts';

/** The four clocks, each with its light, what is left of it, and how its due came to be. */
export function Clocks({ view }: { view: CaseView }) {
  const text = useText(caseWords);
  const source = view.order?.limitSource;
  if (view.clocks.length === 0) return null;
  return (
    <section aria-labelledby="clocks-title" className="desk-clocks">
      <h2 id="clocks-title">{text.clocks}</h2>
      <ul>
        {view.clocks.map((clock) => (
          <li key={clock.name}>
            <OneClock clock={clock} order={clock.name === 'finish' ? view.order : null} />
          </li>
        ))}
      </ul>
      {source && source in text.limit && (
        <p className="staff-soft">{text.limitSource(text.limit[source as LimitSource], view.rules)}</p>
      )}
    </section>
  );
}

/** @param order of the finish clock alone, which can be extended, paused and provisional */
function OneClock({ clock, order }: { clock: Clock; order: CaseView['order'] }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const paused = order?.pausedAt ?? null;
  const moved = order !== null && order.originalFinishDue !== clock.due;
  return (
    <>
      <ClockCell clock={clock} />
      <span className="staff-soft">
        {clock.done ? text.doneAt(dateTime(lang, clock.done)) : `${text.due} ${dateTime(lang, clock.due)}`}
        {order?.provisional && !clock.done && (
          <Tag className="staff-mark is-yellow" variant="filled" title={text.provisionalWhy}>
            {text.provisional}
          </Tag>
        )}
      </span>
      {moved && (
        <span className="staff-soft">
          {text.originally(dateTime(lang, order.originalFinishDue))}
          {order.extensionDays > 0 && ` · ${text.extendedBy(order.extensionDays)}`}
        </span>
      )}
      {paused && <span className="staff-soft">{text.pausedSince(dateTime(lang, paused))}</span>}
      {order?.provisional && !clock.done && <span className="staff-soft">{text.provisionalWhy}</span>}
    </>
  );
}
