import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inZone, published, roundTheClock } from '../testing/calendars.ts';
import { cityTime } from '../testing/city.ts';
import {
  addWorkingDays,
  addWorkingTime,
  day,
  hour,
  isWorkday,
  type OfficeHours,
  officeTime,
  startOfDay,
  workingTime,
} from './calendar.ts';

const minute = 60_000;
const inCity = (at: number): string => new Date(at + 8 * hour).toISOString().slice(0, 16).replace('T', ' ');
const office: OfficeHours = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 14 * 60, to: 18 * 60 },
];
const always: OfficeHours = [{ from: 0, to: 1440 }];

test.each([
  // from, to, hours of working time
  ['2026-03-02 09:00', '2026-03-02 09:00', 0],
  ['2026-03-02 09:00', '2026-03-03 09:00', 24],
  ['2026-03-06 18:00', '2026-03-09 18:00', 24],
  ['2026-03-07 00:00', '2026-03-09 00:00', 0],
  ['2026-02-13 10:00', '2026-02-24 10:00', 48],
  ['2026-02-15 00:00', '2026-02-24 00:00', 0],
  ['2026-09-30 12:00', '2026-10-10 12:00', 72],
  ['2025-12-31 12:00', '2026-01-05 12:00', 48],
  ['2026-03-09 18:00', '2026-03-06 18:00', -24],
])('from %s to %s: %d h', (from, to, hours) => {
  expect(workingTime(published, cityTime(from), cityTime(to))).toBe(hours * hour);
});

test.each([
  ['2026-03-06 18:00', 3, '2026-03-06 21:00'],
  ['2026-03-06 18:00', 6, '2026-03-09 00:00'],
  ['2026-03-06 18:00', 8, '2026-03-09 02:00'],
  ['2026-03-07 18:00', 8, '2026-03-09 08:00'],
  ['2026-02-14 22:00', 4, '2026-02-24 02:00'],
  ['2026-09-30 00:00', 24, '2026-10-08 00:00'],
])('%s + %d working hours = %s', (from, hours, to) => {
  expect(inCity(addWorkingTime(published, cityTime(from), hours * hour))).toBe(to);
});

test.each([
  // minutes offices were open
  ['2026-03-02 08:00', '2026-03-02 20:00', 420],
  ['2026-03-02 11:30', '2026-03-02 14:30', 60],
  ['2026-03-02 12:00', '2026-03-02 14:00', 0],
  ['2026-03-06 17:00', '2026-03-09 10:00', 120],
  ['2026-02-14 17:59', '2026-02-24 09:01', 2],
  ['2026-03-02 20:00', '2026-03-02 08:00', 0],
])('offices were open from %s to %s for %d min', (from, to, minutes) => {
  expect(officeTime(published, office, cityTime(from), cityTime(to))).toBe(minutes * minute);
});

test('working time is added, not taken away', () => {
  expect(() => addWorkingTime(published, 0, -1)).toThrow(/0 or more/);
});

const zone = fc.constantFrom(480, 0, 345, 765, -210, -720).map((offset) => inZone(offset));
const moment = fc.integer({ min: cityTime('2025-01-01 00:00'), max: cityTime('2027-06-30 00:00') });
const span = fc.integer({ min: 0, max: 40 * day });

describe('properties, in the zones of the world', () => {
  test('what is added counts back the same', () => {
    fc.assert(
      fc.property(zone, moment, span, (calendar, at, ms) => {
        const due = addWorkingTime(calendar, at, ms);
        expect(workingTime(calendar, at, due)).toBe(ms);
        expect(isWorkday(calendar, due)).toBe(true);
      }),
    );
  });

  test('n days are n × 24 hours, in both', () => {
    fc.assert(
      fc.property(zone, moment, fc.nat({ max: 30 }), (calendar, at, n) => {
        const due = addWorkingDays(calendar, at, n);
        expect(addWorkingTime(calendar, at, n * day)).toBe(due);
        expect(workingTime(calendar, at, due)).toBe(n * day);
      }),
    );
  });

  test('later or longer is never due earlier', () => {
    fc.assert(
      fc.property(zone, moment, span, span, span, (calendar, at, a, b, later) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(addWorkingTime(calendar, at, less)).toBeLessThanOrEqual(addWorkingTime(calendar, at, more));
        expect(addWorkingTime(calendar, at, a)).toBeLessThanOrEqual(addWorkingTime(calendar, at + later, a));
      }),
    );
  });

  test('spans add up, wherever they are cut', () => {
    fc.assert(
      fc.property(zone, moment, span, span, (calendar, a, first, second) => {
        const [b, c] = [a + first, a + first + second];
        const sum = (count: (from: number, to: number) => number) => [count(a, b) + count(b, c), count(a, c)];
        const [working, workingWhole] = sum((from, to) => workingTime(calendar, from, to));
        const [open, openWhole] = sum((from, to) => officeTime(calendar, office, from, to));
        expect(working).toBe(workingWhole);
        expect(open).toBe(openWhole);
      }),
    );
  });

  test('a pause shifts the due date by exactly its own working time', () => {
    fc.assert(
      fc.property(zone, moment, span, span, span, (calendar, at, limit, before, length) => {
        const [stopped, resumed] = [at + before, at + before + length];
        const paused = workingTime(calendar, stopped, resumed);
        const due = addWorkingTime(calendar, at, limit);
        const shifted = addWorkingTime(calendar, due, paused);
        expect(workingTime(calendar, due, shifted)).toBe(paused);
        expect(workingTime(calendar, at, shifted) - paused).toBe(limit);
      }),
    );
  });

  test('an office open round the clock has all the working time there is', () => {
    fc.assert(
      fc.property(zone, moment, span, (calendar, from, ms) => {
        expect(officeTime(calendar, always, from, from + ms)).toBe(workingTime(calendar, from, from + ms));
      }),
    );
  });
});

test('what never closes loses no minute: not at midnight, not at a year’s end', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(480, 0, 345, -210),
      fc.integer({ min: cityTime('2025-01-02 00:00'), max: cityTime('2027-06-30 00:00') }),
      span,
      (offset, at, ms) => {
        const calendar = inZone(offset, roundTheClock);
        expect(addWorkingTime(calendar, at, ms)).toBe(at + ms);
        expect(workingTime(calendar, at, at + ms)).toBe(ms);
        expect(officeTime(calendar, always, at, at + ms)).toBe(ms);
        expect(startOfDay(calendar, startOfDay(calendar, at) + day) - startOfDay(calendar, at)).toBe(day);
      },
    ),
  );
});
