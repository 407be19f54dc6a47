import { statutoryHolidays } from './statutory.ts';

/** A day on which a year's calendar differs from the plain week. `day` is YYYY-MM-DD, `name` what it is for. */
export type CalendarDay = {
  readonly day: string;
  readonly kind: 'holiday' | 'workday';
  readonly name: string;
};

/** What is wrong with a line of an uploaded calendar; `line` counts from 1, 0 is the whole. */
export type YearFault = {
  readonly line: number;
  readonly code:
    | 'date-invalid'
    | 'date-outside-year'
    | 'date-twice'
    | 'kind-unknown'
    | 'name-missing'
    | 'workday-on-weekday'
    | 'no-holidays'
    | 'too-long-off';
};

/** A line as it was read, nothing believed yet. */
export type YearLine = { readonly day: string; readonly kind: string; readonly name: string };

/** The longest name of a day, in characters. */
const longestName = 40;
/** Nobody has so many days off in a row; a file that says so lacks its weekdays. */
const longestRun = 20;

const dayLength = 86_400_000;
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const isWeekend = (date: string): boolean => weekdayOf(date) === 0 || weekdayOf(date) === 6;
const isDate = (text: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

const kindWords = new Map<string, CalendarDay['kind']>([
  ['holiday', 'holiday'],
  ['workday', 'workday'],
  ['休', 'holiday'],
  ['班', 'workday'],
]);

/** An uploaded year: its days in order, or everything that is wrong with it. */
export function readYear(year: number, lines: readonly YearLine[]): CalendarDay[] | { faults: YearFault[] } {
  const seen = new Set<string>();
  const days: CalendarDay[] = [];
  const faults: YearFault[] = [];
  for (const [index, each] of lines.entries()) {
    const { day, name } = each;
    const kind = kindWords.get(each.kind);
    const code = faultOf(year, each, kind, seen);
    if (code) faults.push({ line: index + 1, code });
    else if (kind) days.push({ day, kind, name });
    seen.add(day);
  }
  if (faults.length > 0) return { faults };
  if (!days.some(({ kind }) => kind === 'holiday')) return { faults: [{ line: 0, code: 'no-holidays' }] };
  const sorted = days.toSorted((a, b) => a.day.localeCompare(b.day));
  return longestBreak(sorted) > longestRun ? { faults: [{ line: 0, code: 'too-long-off' }] } : sorted;
}

function faultOf(
  year: number,
  { day, name }: YearLine,
  kind: CalendarDay['kind'] | undefined,
  seen: ReadonlySet<string>,
): YearFault['code'] | null {
  if (!isDate(day)) return 'date-invalid';
  if (!day.startsWith(`${year}-`)) return 'date-outside-year';
  if (seen.has(day)) return 'date-twice';
  if (!kind) return 'kind-unknown';
  if (name === '' || [...name].length > longestName) return 'name-missing';
  // A make-up day is a weekend day that is worked: on another it says nothing, and most likely the date is wrong.
  return kind === 'workday' && !isWeekend(day) ? 'workday-on-weekday' : null;
}

/** The longest run of days off in a year, weekends that are not worked included. */
function longestBreak(days: readonly CalendarDay[]): number {
  const kinds = new Map(days.map(({ day, kind }) => [day, kind]));
  const year = days[0]?.day.slice(0, 4);
  let [longest, run] = [0, 0];
  for (let at = Date.parse(`${year}-01-01`); ; at += dayLength) {
    const date = new Date(at).toISOString().slice(0, 10);
    if (!date.startsWith(`${year}-`)) return longest;
    const off = (kinds.get(date) ?? (isWeekend(date) ? 'holiday' : 'workday')) === 'holiday';
    run = off ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
}

/** Days that the law makes holidays and an uploaded year does not: most likely it is not complete. */
export function missingHolidays(year: number, days: readonly CalendarDay[]): CalendarDay[] {
  const off = new Set(days.filter(({ kind }) => kind === 'holiday').map(({ day }) => day));
  return statutoryDays(year).filter(({ day }) => !off.has(day));
}

/** A year that is not published, as it is reckoned meanwhile. */
export const statutoryDays = (year: number): CalendarDay[] =>
  [...statutoryHolidays(year)]
    .map(([day, name]) => ({ day, kind: 'holiday' as const, name }))
    .sort((a, b) => a.day.localeCompare(b.day));
