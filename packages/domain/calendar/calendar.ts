/**
 * Working days by the State Council's calendar. A day is named `YYYY-MM-DD` in the city's zone.
 */
export type Calendar = {
  /** Minutes the city's zone is ahead of UTC. China has one zone and no summer time: 480. */
  readonly offsetMinutes: number;
  /** Days that differ from the plain week: statutory holidays, and make-up workdays (调休). */
  readonly exceptions: ReadonlyMap<string, 'holiday' | 'workday'>;
};

const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The day a moment falls on in the city's zone. */
export function dayOf(calendar: Pick<Calendar, 'offsetMinutes'>, at: number): string {
  return new Date(at + calendar.offsetMinutes * minute).toISOString().slice(0, 10);
}

/** The filing month as a cohort: yyyymm. */
export function monthOf(calendar: Pick<Calendar, 'offsetMinutes'>, at: number): number {
  return Number(dayOf(calendar, at).slice(0, 7).replace('-', ''));
}

/** The first moment of the day `at` falls on. */
export function startOfDay(calendar: Pick<Calendar, 'offsetMinutes'>, at: number): number {
  const shift = calendar.offsetMinutes * minute;
  return Math.floor((at + shift) / day) * day - shift;
}

export function isWorkday(calendar: Calendar, at: number): boolean {
  const exception = calendar.exceptions.get(dayOf(calendar, at));
  if (exception) return exception === 'workday';
  const weekday = new Date(at + calendar.offsetMinutes * minute).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** No published calendar has a longer run of days off; a longer one in the data is a mistake, not a wait. */
const longestBreak = 60;

function nextWorkday(calendar: Calendar, from: number): number {
  for (let i = 0, at = from; i < longestBreak; i += 1, at += day) {
    if (isWorkday(calendar, at)) return at;
  }
  throw new RangeError(`no working day within ${longestBreak} days of ${dayOf(calendar, from)}`);
}

/**
 * The moment `count` working days after `at`: the same time of day, that many working days on. What comes in on a
 * day off counts from the first moment of the next working day.
 */
export function addWorkingDays(calendar: Calendar, at: number, count: number): number {
  let moment = isWorkday(calendar, at) ? at : startOfDay(calendar, nextWorkday(calendar, at));
  for (let i = 0; i < count; i += 1) moment = nextWorkday(calendar, moment + day);
  return moment;
}
