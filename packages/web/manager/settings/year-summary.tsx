import type { CalendarDay } from '@suban/domain/calendar/year.ts';
import { useText } from '../../i18n/language.ts';
import { calendarWords } from './calendar-words.ts';

type Holiday = { readonly name: string; readonly off: string[]; readonly worked: string[] };

/** The days of each holiday together, in order. */
function holidaysOf(days: readonly CalendarDay[]): Holiday[] {
  const byName = new Map<string, Holiday>();
  for (const { day, kind, name } of days) {
    const holiday = byName.get(name) ?? { name, off: [], worked: [] };
    (kind === 'holiday' ? holiday.off : holiday.worked).push(day);
    byName.set(name, holiday);
  }
  return [...byName.values()].sort((a, b) => (a.off[0] ?? '').localeCompare(b.off[0] ?? ''));
}

/** The year in words: 春节 2月15日至2月23日，共 9 天，2月14日、2月28日上班. */
export function YearSummary({ days }: { readonly days: readonly CalendarDay[] }) {
  const t = useText(calendarWords);
  return (
    <dl className="cal-summary" aria-label={t.summary}>
      {holidaysOf(days).map(({ name, off, worked }) => (
        <div key={name}>
          <dt>{t.holiday(name)}</dt>
          <dd>
            {off.length > 0 && t.spans(t.dayOf(off[0] ?? ''), t.dayOf(off.at(-1) ?? ''), off.length)}
            {worked.length > 0 && (
              <span className="m-soft"> · {t.worked(worked.map(t.dayOf).join('、'))}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
