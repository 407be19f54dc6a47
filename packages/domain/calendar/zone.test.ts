import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dispatchDue, orderDues } from '../limits.ts';
import { defaultSettings } from '../settings.ts';
import { calendar2026 } from '../testing/city.ts';
import { addWorkingTime, type Calendar, day, workingTime } from './calendar.ts';

const minute = 60_000;
/** Every day is worked, at the offset Berlin has in winter: no day off stands between two moments. */
const always: Calendar = {
  offsetMinutes: 60,
  published: new Set([2026]),
  exceptions: new Map(
    Array.from({ length: 365 }, (_, n) => {
      const date = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
      return [date, 'workday'] as const;
    }),
  ),
};

describe('no minute is lost', () => {
  test.each([
    ['at midnight', '2026-03-02T15:45:00Z'],
    ['at the turn of the year', '2025-12-31T15:50:00Z'],
    ['when Berlin puts its clocks forward', '2026-03-29T00:50:00Z'],
    ['when Berlin puts its clocks back', '2026-10-25T00:50:00Z'],
  ])('of a limit by the clock, %s', (_, from) => {
    const at = Date.parse(from);
    for (const calendar of [calendar2026, always]) {
      expect(dispatchDue(defaultSettings, 'urgent', at) - at).toBe(30 * minute);
      const about = { kind: 'help', urgency: 'urgent' } as const;
      const dues = orderDues(defaultSettings, calendar, null, about, at);
      expect([dues.contactDue - at, dues.finishDue - at]).toEqual([day, day]);
    }
  });

  test('of a calendar in which every day is worked, between any two moments of it', () => {
    const [first, last] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 1)];
    const moment = fc.integer({ min: first, max: last });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 25 * day }), (from, ms) => {
        expect(workingTime(always, from, from + ms)).toBe(ms);
        expect(addWorkingTime(always, from, ms)).toBe(from + ms);
      }),
    );
  });
});
