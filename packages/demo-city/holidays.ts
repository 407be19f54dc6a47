import { readData } from './data-package.ts';

/** A day on which the State Council's calendar differs from the plain week. `day` is YYYY-MM-DD. */
export type SeedHoliday = { day: string; kind: 'holiday' | 'workday'; name: string };

/** Published years only: a year the package doesn't have yet must not be seeded as "no holidays". */
const years = [2025, 2026] as const;

type YearFile = { holidays: Record<string, string>; workdays: Record<string, string> };

function isYearFile(file: unknown): file is YearFile {
  return typeof file === 'object' && file !== null && 'holidays' in file && 'workdays' in file;
}

/** The package writes a day's name as "English,中文,days"; the calendar keeps the Chinese one. */
function daysOf(days: Record<string, string>, kind: SeedHoliday['kind']): SeedHoliday[] {
  return Object.entries(days).map(([day, name]) => ({ day, kind, name: name.split(',')[1] ?? name }));
}

/** Holidays and make-up workdays (调休) of 2025 and 2026 in order of day, read from `chinese-days`. */
export function seedHolidays(): SeedHoliday[] {
  return years
    .flatMap((year) => {
      const file = readData(`chinese-days/dist/years/${year}.json`);
      if (!isYearFile(file)) throw new TypeError(`chinese-days: unexpected file for ${year}`);
      return [...daysOf(file.holidays, 'holiday'), ...daysOf(file.workdays, 'workday')];
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}
