import { statutoryHolidays } from './statutory.ts';

/**
 * Working days by the State Council's calendar. A day is named `YYYY-MM-DD` in the city's zone. Limits by the clock need
 * none of this: they are plain milliseconds, and no midnight and no change of clocks takes any.
 */
export type Calendar = {
  /** Minutes the city's zone is ahead of UTC. China has one zone and no summer time: 480. */
  readonly offsetMinutes: number;
  /** Days that differ from the plain week: statutory holidays, and make-up workdays (调休). */
  readonly exceptions: ReadonlyMap<string, 'holiday' | 'workday'>;
  /** Years whose calendar is published and stands in `exceptions`. Others have the statutory holidays and no make-ups. */
  readonly published: ReadonlySet<number>;
};

/** When offices are open on a working day: minutes after midnight, in order, none into the next. */
export type OfficeHours = readonly { readonly from: number; readonly to: number }[];

type Zone = Pick<Calendar, 'offsetMinutes'>;

const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Names of days already written, by their number since 1970: a working-day limit asks for the same few again and again. */
const dayNames = new Map<number, string>();
/** Some decades. */
const mostNames = 20_000;

/** The day a moment falls on in the city's zone. */
export function dayOf(calendar: Zone, at: number): string {
  const number = Math.floor((at + calendar.offsetMinutes * minute) / day);
  const known = dayNames.get(number);
  if (known !== undefined) return known;
  const name = new Date(number * day).toISOString().slice(0, 10);
  if (dayNames.size === mostNames) dayNames.clear();
  dayNames.set(number, name);
  return name;
}

/** The year a moment falls on in the city's zone. */
const yearOf = (calendar: Zone, at: number): number => Number(dayOf(calendar, at).slice(0, 4));

/** The filing month as a cohort: yyyymm. */
export function monthOf(calendar: Zone, at: number): number {
  return Number(dayOf(calendar, at).slice(0, 7).replace('-', ''));
}

/** The first moment of the day `at` falls on. */
export function startOfDay(calendar: Zone, at: number): number {
  const shift = calendar.offsetMinutes * minute;
  return Math.floor((at + shift) / day) * day - shift;
}

function isWeekend(calendar: Zone, at: number): boolean {
  const weekday = new Date(at + calendar.offsetMinutes * minute).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export function isWorkday(calendar: Calendar, at: number): boolean {
  const date = dayOf(calendar, at);
  const exception = calendar.exceptions.get(date);
  if (exception) return exception === 'workday';
  const year = Number(date.slice(0, 4));
  if (!calendar.published.has(year) && statutoryHolidays(year).has(date)) return false;
  return !isWeekend(calendar, at);
}

/** May `due` still move, because its year's calendar is not published (暂定)? */
export function isProvisional(calendar: Calendar, due: number): boolean {
  return !calendar.published.has(yearOf(calendar, due));
}

/** The State Council publishes a year's calendar in the November before; from October on it is looked for. */
const lookedForFrom = '-10-01';

/** The years whose calendar should be there by now and is not: this one, and from October on the next. */
export function missingYears(calendar: Calendar, now: number): number[] {
  const today = dayOf(calendar, now);
  const year = yearOf(calendar, now);
  const wanted = today >= `${year}${lookedForFrom}` ? [year, year + 1] : [year];
  return wanted.filter((each) => !calendar.published.has(each));
}

/** No published calendar has a longer run of days off. Beyond it the plain week holds: intake never fails for a calendar. */
const longestBreak = 60;

function nextWorkday(calendar: Calendar, from: number): number {
  let at = from;
  for (let i = 0; i < longestBreak; i += 1, at += day) if (isWorkday(calendar, at)) return at;
  while (isWeekend(calendar, at)) at += day;
  return at;
}

/** The moment itself on a working day, else the first moment of the next one. */
function firstWorking(calendar: Calendar, at: number): number {
  return isWorkday(calendar, at) ? at : nextWorkday(calendar, startOfDay(calendar, at) + day);
}

/**
 * The moment `count` working days after `at`: the same time of day, that many working days on. What comes in on a
 * day off counts from the first moment of the next working day.
 */
export function addWorkingDays(calendar: Calendar, at: number, count: number): number {
  let moment = firstWorking(calendar, at);
  for (let i = 0; i < count; i += 1) moment = nextWorkday(calendar, moment + day);
  return moment;
}

/**
 * The moment by which `ms` of working time have passed since `at`, never on a day off. A working day has 24 hours of
 * it, so n × 24 h is what `addWorkingDays` calls n.
 * @throws RangeError when `ms` is negative
 */
export function addWorkingTime(calendar: Calendar, at: number, ms: number): number {
  if (!(ms >= 0)) throw new RangeError(`working time to add must be 0 or more, not ${ms}`);
  const moment = addWorkingDays(calendar, at, Math.floor(ms / day));
  const midnight = startOfDay(calendar, moment) + day;
  const end = moment + (ms % day);
  return end < midnight ? end : nextWorkday(calendar, midnight) + (end - midnight);
}

/** What `share` makes of each working day from `from` to `to`, given the day's first moment, added up. */
function overWorkdays(
  calendar: Calendar,
  from: number,
  to: number,
  share: (start: number) => number,
): number {
  let sum = 0;
  for (let start = startOfDay(calendar, from); start < to; start += day)
    if (isWorkday(calendar, start)) sum += share(start);
  return sum;
}

/**
 * Working time from one moment to another in ms: 24 hours a working day, none on a day off. What `addWorkingTime` adds,
 * this counts. Backwards it is negative.
 */
export function workingTime(calendar: Calendar, from: number, to: number): number {
  if (to < from) return 0 - workingTime(calendar, to, from);
  return overWorkdays(calendar, from, to, (start) => Math.min(to, start + day) - Math.max(from, start));
}

/** The part of a span that offices were open, in ms; 0 when it ends before it begins. For the held-time ledger (持有时长). */
export function officeTime(calendar: Calendar, hours: OfficeHours, from: number, to: number): number {
  return overWorkdays(calendar, from, to, (start) => {
    let open = 0;
    for (const each of hours) {
      const opens = Math.max(from, start + each.from * minute);
      open += Math.max(0, Math.min(to, start + each.to * minute) - opens);
    }
    return open;
  });
}
