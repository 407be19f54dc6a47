import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar2026, cityTime } from '../testing/city.ts';
import { addWorkingDays, type Calendar, day, dayOf, isWorkday, monthOf, startOfDay } from './calendar.ts';

const inCity = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 23).replace('T', ' ');

describe('a day off or not', () => {
  test.each([
    ['2026-02-13', true, 'a plain Friday'],
    ['2026-02-14', true, 'Saturday, made up for Spring Festival'],
    ['2026-02-15', false, 'Spring Festival begins'],
    ['2026-02-16', false, 'Monday, New Year’s Eve'],
    ['2026-02-23', false, 'Monday, its last day'],
    ['2026-02-24', true, 'Tuesday after it'],
    ['2026-02-28', true, 'Saturday, made up'],
    ['2026-03-01', false, 'a plain Sunday'],
    ['2026-09-20', true, 'Sunday, made up for National Day'],
    ['2026-09-25', false, 'Mid-Autumn, a Friday'],
    ['2026-09-28', true, 'Monday after it'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'Wednesday, its last day'],
    ['2026-10-08', true, 'Thursday after it'],
    ['2026-10-10', true, 'Saturday, made up'],
    ['2026-10-11', false, 'a plain Sunday'],
  ])('%s: %s (%s)', (date, works) => {
    for (const time of ['00:00', '12:00', '23:59'])
      expect(isWorkday(calendar2026, cityTime(`${date} ${time}`))).toBe(works);
  });
});

describe('so many working days later', () => {
  test.each([
    // Spring Festival, 15–23 February, made up on Saturdays 14 and 28.
    ['2026-02-13 10:00', 0, '2026-02-13 10:00'],
    ['2026-02-13 10:00', 1, '2026-02-14 10:00'],
    ['2026-02-13 10:00', 2, '2026-02-24 10:00'],
    ['2026-02-13 23:59', 1, '2026-02-14 23:59'],
    ['2026-02-14 00:00', 1, '2026-02-24 00:00'],
    ['2026-02-14 23:59', 1, '2026-02-24 23:59'],
    ['2026-02-15 00:00', 0, '2026-02-24 00:00'],
    ['2026-02-15 00:00', 1, '2026-02-25 00:00'],
    ['2026-02-17 12:00', 1, '2026-02-25 00:00'],
    ['2026-02-23 23:59', 1, '2026-02-25 00:00'],
    ['2026-02-24 00:00', 1, '2026-02-25 00:00'],
    ['2026-02-24 09:30', 5, '2026-03-02 09:30'],
    ['2026-02-27 16:00', 1, '2026-02-28 16:00'],
    ['2026-02-27 16:00', 2, '2026-03-02 16:00'],
    // National Day, 1–7 October, made up on Sunday 20 September and Saturday 10 October; Mid-Autumn 25–27 September.
    ['2026-09-18 17:00', 1, '2026-09-20 17:00'],
    ['2026-09-19 08:00', 1, '2026-09-21 00:00'],
    ['2026-09-24 23:59', 1, '2026-09-28 23:59'],
    ['2026-09-30 23:59', 1, '2026-10-08 23:59'],
    ['2026-09-30 23:59', 3, '2026-10-10 23:59'],
    ['2026-09-30 23:59', 4, '2026-10-12 23:59'],
    ['2026-10-01 00:00', 5, '2026-10-14 00:00'],
    ['2026-09-16 08:00', 15, '2026-10-13 08:00'],
    // A plain week.
    ['2026-03-06 18:00', 1, '2026-03-09 18:00'],
    ['2026-03-07 18:00', 10, '2026-03-23 00:00'],
  ])('%s + %d = %s', (from, count, to) => {
    expect(inCity(addWorkingDays(calendar2026, cityTime(from), count))).toBe(`${to}:00.000`);
  });

  test('a calendar without a working day, which is a mistake, gives way to the plain week: intake never fails for it', () => {
    const exceptions = new Map<string, 'holiday'>();
    for (let at = cityTime('2026-05-01 00:00'), i = 0; i < 90; i += 1, at += day)
      exceptions.set(dayOf(calendar2026, at), 'holiday');
    const broken: Calendar = { ...calendar2026, exceptions };
    // 60 days after Saturday 2 May.
    expect(inCity(addWorkingDays(broken, cityTime('2026-05-01 09:00'), 0))).toBe('2026-07-01 00:00:00.000');
  });
});

const moment = fc.integer({ min: cityTime('2026-01-01 00:00'), max: cityTime('2026-12-31 23:59') });
const count = fc.integer({ min: 0, max: 30 });

describe('properties', () => {
  test('what comes in later is never due earlier', () => {
    fc.assert(
      fc.property(moment, moment, count, (a, b, n) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        expect(addWorkingDays(calendar2026, earlier, n)).toBeLessThanOrEqual(
          addWorkingDays(calendar2026, later, n),
        );
      }),
    );
  });

  test('more days are due later, on a working day, and days add up', () => {
    fc.assert(
      fc.property(moment, count, count, (at, m, n) => {
        const due = addWorkingDays(calendar2026, at, m);
        expect(isWorkday(calendar2026, due)).toBe(true);
        expect(addWorkingDays(calendar2026, at, m + 1)).toBeGreaterThan(due);
        expect(addWorkingDays(calendar2026, due, n)).toBe(addWorkingDays(calendar2026, at, m + n));
      }),
    );
  });

  test('between a working moment and its due lie exactly so many working days', () => {
    fc.assert(
      fc.property(moment, count, (at, n) => {
        fc.pre(isWorkday(calendar2026, at));
        const due = addWorkingDays(calendar2026, at, n);
        let worked = 0;
        for (let each = at + day; each <= due; each += day) if (isWorkday(calendar2026, each)) worked += 1;
        expect(worked).toBe(n);
      }),
    );
  });

  test('a day begins at midnight in the city, whatever the zone of the machine', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const start = startOfDay(calendar2026, at);
        expect(inCity(start).slice(11)).toBe('00:00:00.000');
        expect(dayOf(calendar2026, start)).toBe(dayOf(calendar2026, at));
        expect(at - start).toBeLessThan(day);
        expect(dayOf(calendar2026, start - 1)).not.toBe(dayOf(calendar2026, at));
      }),
    );
  });
});

test.each([
  ['2026-01-31T15:59:59.999Z', '2026-01-31', 202601],
  ['2026-01-31T16:00:00.000Z', '2026-02-01', 202602],
  ['2025-12-31T16:00:00.000Z', '2026-01-01', 202601],
])('%s is %s in the city, cohort %d', (utc, date, month) => {
  expect(dayOf(calendar2026, Date.parse(utc))).toBe(date);
  expect(monthOf(calendar2026, Date.parse(utc))).toBe(month);
});
