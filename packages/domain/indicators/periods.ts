import { type Calendar, day, dayOf, startOfDay } from '../calendar/calendar.ts';

export const periodKinds = ['week', 'month'] as const;
export type PeriodKind = (typeof periodKinds)[number];
/** A span that is reported on: `2026-W47` (ISO 8601, Monday to Sunday) or `2026-10`, from one moment to before another, ms. */
export type ReportPeriod = {
  readonly id: string;
  readonly kind: PeriodKind;
  readonly from: number;
  readonly to: number;
};

type Zone = Pick<Calendar, 'offsetMinutes'>;
const week = 7 * day;

/** The first moment of a day `YYYY-MM-DD` in the city's zone. */
const momentOf = ({ offsetMinutes }: Zone, date: string): number =>
  Date.parse(`${date}T00:00:00Z`) - offsetMinutes * 60_000;

function weekAt(zone: Zone, at: number): ReportPeriod {
  const today = startOfDay(zone, at);
  const weekday = (new Date(today + zone.offsetMinutes * 60_000).getUTCDay() + 6) % 7;
  const from = today - weekday * day;
  // The ISO year and number are those of the week's Thursday.
  const year = Number(dayOf(zone, from + 3 * day).slice(0, 4));
  const first = momentOf(zone, `${year}-01-01`);
  const number = Math.floor((from + 3 * day - first) / week) + 1;
  return { id: `${year}-W${String(number).padStart(2, '0')}`, kind: 'week', from, to: from + week };
}

function monthAt(zone: Zone, at: number): ReportPeriod {
  const id = dayOf(zone, at).slice(0, 7);
  const from = momentOf(zone, `${id}-01`);
  // 32 days on from a month's first lies in the next month, whatever its length.
  const to = momentOf(zone, `${dayOf(zone, from + 32 * day).slice(0, 7)}-01`);
  return { id, kind: 'month', from, to };
}

/** The week or month a moment lies in. */
export const periodAt = (zone: Zone, kind: PeriodKind, at: number): ReportPeriod =>
  kind === 'week' ? weekAt(zone, at) : monthAt(zone, at);

/** The period an id names; null when it names none. */
export function readPeriod(zone: Zone, id: string): ReportPeriod | null {
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(id);
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(id) ?? [];
  if (month) return monthAt(zone, momentOf(zone, `${id}-01`));
  if (year === undefined) return null;
  // The fourth of January always lies in the first week.
  const found = weekAt(zone, momentOf(zone, `${year}-01-04`) + (Number(number) - 1) * week);
  return found.id === id ? found : null;
}

/** The one just before it. */
export const periodBefore = (zone: Zone, { kind, from }: ReportPeriod): ReportPeriod =>
  periodAt(zone, kind, from - 1);

/** A month's namesake of the year before; for a week the one 52 weeks before, which has the same weekdays. */
export function yearBefore(zone: Zone, { id, kind, from }: ReportPeriod): ReportPeriod {
  if (kind === 'week') return weekAt(zone, from - 52 * week);
  return monthAt(zone, momentOf(zone, `${Number(id.slice(0, 4)) - 1}${id.slice(4)}-01`));
}

/** Those that have ended by `now` and in which there was something since `since` (ms), the latest first, at most `most`. */
export function periodsEnded(
  zone: Zone,
  kind: PeriodKind,
  since: number,
  now: number,
  most: number,
): ReportPeriod[] {
  const list: ReportPeriod[] = [];
  let period = periodBefore(zone, periodAt(zone, kind, now));
  while (period.to > since && list.length < most) {
    list.push(period);
    period = periodBefore(zone, period);
  }
  return list;
}
