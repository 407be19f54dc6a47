import { describe, expect, test } from 'vitest';
import { published } from '../testing/calendars.ts';
import { cityTime } from '../testing/city.ts';
import {
  addWorkingDays,
  type Calendar,
  day,
  dayOf,
  isProvisional,
  isWorkday,
  missingYears,
} from './calendar.ts';
import { statutoryHolidays } from './statutory.ts';

const inCity = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('the published years', () => {
  test.each([
    // 365 less 104 on weekends and 13 holidays, whichever days make up for which.
    [2025, 248],
    [2026, 248],
  ])('%d has %d working days', (year, count) => {
    let worked = 0;
    for (let at = cityTime(`${year}-01-01 12:00`); dayOf(published, at) < `${year + 1}`; at += day)
      if (isWorkday(published, at)) worked += 1;
    expect(worked).toBe(count);
  });

  test.each([
    // 2025: New Year is a Wednesday by itself.
    ['2024-12-31 15:00', 1, '2025-01-02 15:00', 'over New Year'],
    // 春节 2025: 28 January to 4 February off, Sundays and Saturdays 26 January and 8 February worked.
    ['2025-01-24 17:30', 1, '2025-01-26 17:30', 'onto the make-up Sunday'],
    ['2025-01-27 17:30', 1, '2025-02-05 17:30', 'over Spring Festival'],
    ['2025-01-27 17:30', 4, '2025-02-08 17:30', 'onto the make-up Saturday after it'],
    ['2025-01-27 17:30', 5, '2025-02-10 17:30', 'over the Sunday after that'],
    ['2025-01-29 08:00', 1, '2025-02-06 00:00', 'from the first day of the year'],
    // 国庆 and 中秋 2025 together: 1 to 8 October; 28 September and 11 October worked.
    ['2025-09-26 09:00', 1, '2025-09-28 09:00', 'onto the make-up Sunday'],
    ['2025-09-30 09:00', 1, '2025-10-09 09:00', 'over eight days off'],
    ['2025-09-30 09:00', 3, '2025-10-11 09:00', 'onto the make-up Saturday'],
    ['2025-09-30 09:00', 4, '2025-10-13 09:00', 'over the Sunday after it'],
    ['2025-10-08 23:59', 1, '2025-10-10 00:00', 'from the last day off'],
    ['2025-04-25 10:00', 1, '2025-04-27 10:00', 'onto the Sunday worked for Labour Day'],
    ['2025-04-30 10:00', 1, '2025-05-06 10:00', 'over Labour Day'],
    ['2025-05-30 10:00', 1, '2025-06-03 10:00', 'over Dragon Boat'],
    ['2025-12-31 10:00', 1, '2026-01-04 10:00', 'over New Year onto a make-up Sunday of the next year'],
    // 春节 2026: 15 to 23 February off, Saturdays 14 and 28 worked.
    ['2026-02-13 18:00', 2, '2026-02-24 18:00', 'over Spring Festival'],
    ['2026-02-27 18:00', 1, '2026-02-28 18:00', 'onto the make-up Saturday after it'],
    ['2026-05-08 18:00', 1, '2026-05-09 18:00', 'onto the Saturday worked for Labour Day'],
    ['2026-06-18 18:00', 1, '2026-06-22 18:00', 'over Dragon Boat'],
    // 国庆 2026: 1 to 7 October; 20 September and 10 October worked.
    ['2026-09-18 18:00', 1, '2026-09-20 18:00', 'onto the make-up Sunday'],
    ['2026-09-30 18:00', 3, '2026-10-10 18:00', 'over National Day onto the make-up Saturday'],
    ['2026-09-16 08:00', 15, '2026-10-13 08:00', 'a complaint’s fifteen days over two holidays'],
  ])('%s + %d = %s, %s', (from, count, to) => {
    expect(inCity(addWorkingDays(published, cityTime(from), count))).toBe(to);
  });
});

describe('a year not published yet', () => {
  test('has the thirteen statutory holidays of the law', () => {
    expect([...statutoryHolidays(2027).keys()].sort()).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]);
  });

  test.each([2025, 2026])('and those the State Council published for %d hold all of them', (year) => {
    const missing = [...statutoryHolidays(year).keys()].filter(
      (date) => published.exceptions.get(date) !== 'holiday',
    );
    expect(missing).toEqual([]);
  });

  test('two holidays on one day are one; a year beyond the table of the moon has those of the sun', () => {
    expect(statutoryHolidays(2031).size).toBe(12);
    expect(statutoryHolidays(2061).size).toBe(7);
  });

  test.each([
    ['2026-12-31 10:00', 1, '2027-01-04 10:00', 'over a New Year’s Friday'],
    ['2027-02-04 10:00', 1, '2027-02-09 10:00', 'over New Year’s Eve to the third day'],
    ['2027-02-05 10:00', 1, '2027-02-10 00:00', 'from New Year’s Eve'],
    ['2027-04-02 10:00', 1, '2027-04-06 10:00', 'over 清明, a Monday'],
    ['2027-10-08 10:00', 1, '2027-10-11 10:00', 'a weekend that nobody has said is worked'],
  ])('%s + %d = %s, %s', (from, count, to) => {
    expect(inCity(addWorkingDays(published, cityTime(from), count))).toBe(to);
  });

  test('a due date in it is provisional, by the city’s own midnight', () => {
    expect(isProvisional(published, cityTime('2026-12-31 23:59'))).toBe(false);
    expect(isProvisional(published, cityTime('2027-01-01 00:00'))).toBe(true);
  });

  test('when it is published its due dates move, and stand', () => {
    const uploaded: Calendar = {
      ...published,
      exceptions: new Map([...published.exceptions, ['2027-01-01', 'holiday'], ['2027-01-03', 'workday']]),
      published: new Set([2025, 2026, 2027]),
    };
    const due = addWorkingDays(uploaded, cityTime('2026-12-31 10:00'), 1);
    expect(inCity(due)).toBe('2027-01-03 10:00');
    expect(isProvisional(uploaded, due)).toBe(false);
  });

  test.each([
    ['2026-09-30 23:59', []],
    ['2026-10-01 00:00', [2027]],
    ['2026-12-31 23:59', [2027]],
    ['2027-01-01 00:00', [2027]],
    ['2027-10-01 00:00', [2027, 2028]],
    ['2024-10-01 00:00', [2024]],
  ])('on %s the city looks for %j', (now, years) => {
    expect(missingYears(published, cityTime(now))).toEqual(years);
  });
});
