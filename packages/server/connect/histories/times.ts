import { type Calendar, day, hour, isWorkday, startOfDay } from '@suban/domain/calendar/calendar.ts';
import { between, chance, type Rng } from '@suban/demo-city/rng.ts';

export const minute = 60_000;

/** From when to when appeals are filed, and the week a storm was over the city. In ms since 1970. */
export type Year = {
  readonly from: number;
  readonly to: number;
  readonly storm: { readonly from: number; readonly to: number };
};

/** The storm comes in the typhoon season's last September, or, where that is not in the period, in its middle. */
export function yearUpTo(calendar: Calendar, to: number, months: number): Year {
  const from = to - Math.round((months * 365 * day) / 12);
  const thisYear = new Date(to).getUTCFullYear();
  const september = [thisYear, thisYear - 1]
    .map((year) => Date.UTC(year, 8, 7))
    .find((at) => at > from && at + 21 * day < to);
  const begin = startOfDay(calendar, september ?? (from + to) / 2);
  return { from, to, storm: { from: begin, to: begin + 7 * day } };
}

export const inStorm = ({ storm }: Year, at: number): boolean => at >= storm.from && at < storm.to;

/** How busy each hour of the day is, from midnight on, against the busiest. */
const hours = [
  6, 4, 3, 2, 2, 4, 10, 28, 60, 92, 100, 86, 58, 62, 84, 90, 86, 76, 58, 52, 50, 42, 28, 14,
] as const;
/** A storm day brings this many times an ordinary one. */
const stormFactor = 4;
const dayOffFactor = 0.55;

const intoDay = (calendar: Calendar, at: number) => at - startOfDay(calendar, at);

/** When somebody files: more on workdays and in daytime, most in the storm. */
export function filingMoment(rng: Rng, calendar: Calendar, year: Year): number {
  for (;;) {
    const at = Math.floor(year.from + rng() * (year.to - year.from));
    const busy = (hours[Math.floor(intoDay(calendar, at) / hour)] ?? 0) / 100;
    const likely =
      busy * (isWorkday(calendar, at) ? 1 : dayOffFactor) * (inStorm(year, at) ? stormFactor : 1);
    if (chance(rng, likely / stormFactor)) return at;
  }
}

/** The moment itself between eight and nine in the evening; else the next morning. Someone is on duty every day. */
export function onDuty(rng: Rng, calendar: Calendar, at: number): number {
  const midnight = startOfDay(calendar, at);
  const into = at - midnight;
  if (into >= 8 * hour && into < 21 * hour) return at;
  return midnight + (into < 8 * hour ? 0 : day) + 8 * hour + between(rng, 0, 90) * minute;
}

/** The moment itself in office hours of a working day, else the next morning there are any. */
export function atDesk(rng: Rng, calendar: Calendar, at: number): number {
  const into = intoDay(calendar, at);
  if (isWorkday(calendar, at) && into >= 9 * hour && into < 18 * hour) return at;
  let morning = startOfDay(calendar, at) + (into < 9 * hour ? 0 : day);
  while (!isWorkday(calendar, morning)) morning += day;
  return morning + 9 * hour + between(rng, 0, 120) * minute;
}
