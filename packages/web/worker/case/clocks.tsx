import type { CaseView } from '@suban/domain/api.ts';
import type { LimitSource } from '@suban/domain/dispatch/events.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { ClockCell } from '../../ui/staff/light.tsx';
import { dateTime } from '../../ui/time.ts';
import { caseWords } from './words.ts';

/** The four clocks, each with its light and what is left of it. */
export function Clocks({ view }: { view: CaseView }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const source = view.order?.limitSource;
  if (view.clocks.length === 0) return null;
  return (
    <section aria-labelledby="clocks-title" className="desk-clocks">
      <h2 id="clocks-title">{text.clocks}</h2>
      <ul>
        {view.clocks.map((clock) => (
          <li key={clock.name}>
            <ClockCell clock={clock} />
            <span className="staff-soft">
              {clock.done
                ? text.doneAt(dateTime(lang, clock.done))
                : `${text.due} ${dateTime(lang, clock.due)}`}
            </span>
          </li>
        ))}
      </ul>
      {source && source in text.limit && (
        <p className="staff-soft">{text.limitSource(text.limit[source as LimitSource])}</p>
      )}
    </section>
  );
}
