import type { CalendarDay } from '@suban/domain/calendar/year.ts';
import { useText } from '../../i18n/language.ts';
import { calendarWords } from './calendar-words.ts';

const dayLength = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);

type Props = {
  readonly year: number;
  readonly days: readonly CalendarDay[];
  /** Days to point out. */
  readonly changed?: ReadonlySet<string>;
};

/** A year at a glance: days off and weekends that are worked, by colour and by mark. */
export function YearGrid({ year, days, changed = new Set() }: Props) {
  const byDay = new Map(days.map((each) => [each.day, each]));
  const t = useText(calendarWords);
  return (
    <>
      <ul className="cal-legend">
        <li className="is-holiday">{t.legend.holiday}</li>
        <li className="is-workday">{t.legend.workday}</li>
        <li className="is-weekend">{t.legend.weekend}</li>
        {changed.size > 0 && <li className="is-changed">{t.legend.changed}</li>}
      </ul>
      <div className="cal-year">
        {t.month.map((name, month) => (
          <Month key={name} name={name} weeks={weeksOf(year, month)} byDay={byDay} changed={changed} />
        ))}
      </div>
    </>
  );
}

/** A month's weeks from Monday on; null outside it. */
function weeksOf(year: number, month: number): (string | null)[][] {
  const first = Date.UTC(year, month, 1);
  const lead = (new Date(first).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const weeks = Math.ceil((lead + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_each, day) => {
      const n = week * 7 + day - lead;
      return n >= 0 && n < length ? iso(first + n * dayLength) : null;
    }),
  );
}

type MonthProps = {
  readonly name: string;
  readonly weeks: readonly (readonly (string | null)[])[];
  readonly byDay: ReadonlyMap<string, CalendarDay>;
  readonly changed: ReadonlySet<string>;
};

function Month({ name, weeks, byDay, changed }: MonthProps) {
  const t = useText(calendarWords);
  return (
    <table className="cal-month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {t.weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week.find((date) => date !== null) ?? index}>
            {week.map((date, weekday) => (
              <Day
                key={date ?? `none-${t.weekdays[weekday]}`}
                date={date}
                day={date === null ? undefined : byDay.get(date)}
                weekend={weekday >= 5}
                changed={date !== null && changed.has(date)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = {
  /** null: none of this month. */
  readonly date: string | null;
  readonly day: CalendarDay | undefined;
  readonly weekend: boolean;
  readonly changed: boolean;
};

function Day({ date, day, weekend, changed }: DayProps) {
  const t = useText(calendarWords);
  const look = day ? `is-${day.kind}` : weekend && date !== null ? 'is-weekend' : '';
  return (
    <td className={changed ? `${look} is-changed` : look} title={day && t.holiday(day.name)}>
      {date !== null && Number(date.slice(8))}
      {day && (
        <small>
          {t.mark[day.kind]}
          <span className="staff-hidden"> {t.holiday(day.name)}</span>
        </small>
      )}
    </td>
  );
}
