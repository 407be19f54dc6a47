import { describe, expect, test } from 'vitest';
import { published } from '../testing/calendars.ts';
import { type CalendarDay, missingHolidays, readYear, statutoryDays } from './year.ts';

const line = (day: string, kind = 'holiday', name = '春节') => ({ day, kind, name });
const of2026: CalendarDay[] = [...published.exceptions]
  .filter(([day]) => day.startsWith('2026'))
  .map(([day, kind]) => ({ day, kind, name: '节' }))
  .sort((a, b) => a.day.localeCompare(b.day));

test('a whole year is read as it is, in order of its days, with both words for holiday and workday', () => {
  expect(readYear(2026, of2026.toReversed())).toEqual(of2026);
  expect(readYear(2026, [line('2026-02-14', '班'), line('2026-02-13', '休')])).toEqual([
    { day: '2026-02-13', kind: 'holiday', name: '春节' },
    { day: '2026-02-14', kind: 'workday', name: '春节' },
  ]);
});

describe('what is wrong is told by line', () => {
  test.each([
    [[line('2026-02-30')], 1, 'date-invalid'],
    [[line('2026-2-3')], 1, 'date-invalid'],
    [[line('二月三日')], 1, 'date-invalid'],
    [[line('2026-02-17'), line('2025-12-31')], 2, 'date-outside-year'],
    [[line('2026-02-17'), line('2026-02-17', 'workday')], 2, 'date-twice'],
    [[line('2026-02-17', 'Holiday!')], 1, 'kind-unknown'],
    [[line('2026-02-17', 'toString')], 1, 'kind-unknown'],
    [[line('2026-02-17', 'holiday', '')], 1, 'name-missing'],
    [[line('2026-02-17', 'holiday', '节'.repeat(41))], 1, 'name-missing'],
    [[line('2026-02-17', 'workday')], 1, 'workday-on-weekday'],
    [[], 0, 'no-holidays'],
    [[line('2026-02-14', 'workday')], 0, 'no-holidays'],
    // Monday 2 to Friday 20 March, with the weekends at both ends: 23 days.
    [
      Array.from({ length: 19 }, (_, i) => line(`2026-03-${String(i + 2).padStart(2, '0')}`)),
      0,
      'too-long-off',
    ],
  ])('%j: line %d, %s', (lines, at, code) => {
    expect(readYear(2026, lines)).toEqual({ faults: [{ line: at, code }] });
  });

  test('all at once', () => {
    const lines = [line('x'), line('2026-02-17'), line('2027-02-17')];
    expect(readYear(2026, lines)).toEqual({
      faults: [
        { line: 1, code: 'date-invalid' },
        { line: 3, code: 'date-outside-year' },
      ],
    });
  });
});

test('a year that lacks a holiday of the law is told which', () => {
  expect(missingHolidays(2026, of2026)).toEqual([]);
  const without = of2026.filter(({ day }) => day !== '2026-02-17');
  expect(missingHolidays(2026, without)).toEqual([{ day: '2026-02-17', kind: 'holiday', name: '春节' }]);
  expect(missingHolidays(2027, statutoryDays(2027))).toEqual([]);
});
