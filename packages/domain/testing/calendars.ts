import type { Calendar } from '../calendar/calendar.ts';

/** Every day from `first` to `last`, both YYYY-MM-DD. */
const days = (first: string, last: string): string[] => {
  const list: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    list.push(new Date(at).toISOString().slice(0, 10));
  return list;
};

/** 国办发明电〔2024〕12号 and 〔2025〕7号: days off in a row, and the weekend days worked for them. */
const holidays = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const;
const workdays = [
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
];

/** The two years as the State Council published them; 2027 is not there yet. */
export const published: Calendar = {
  offsetMinutes: 480,
  exceptions: new Map<string, 'holiday' | 'workday'>([
    ...holidays.flatMap(([first, last]) => days(first, last).map((each) => [each, 'holiday'] as const)),
    ...workdays.map((each) => [each, 'workday'] as const),
  ]),
  published: new Set([2025, 2026]),
};

/** Another zone's calendar of the same days off. @param offsetMinutes ahead of UTC */
export const inZone = (offsetMinutes: number, calendar: Calendar = published): Calendar => ({
  ...calendar,
  offsetMinutes,
});

/** Every day of 2025 to 2027 is worked: what never closes. */
export const roundTheClock: Calendar = {
  offsetMinutes: 480,
  exceptions: new Map(days('2025-01-01', '2027-12-31').map((each) => [each, 'workday'])),
  published: new Set([2025, 2026, 2027]),
};
