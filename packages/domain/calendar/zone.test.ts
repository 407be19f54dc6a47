import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dispatchDue, orderDues } from '../limits.ts';
import { defaultSettings } from '../settings.ts';
import { calendar2026 } from '../testing/city.ts';
import { addWorkingTime, type Calendar, day, hour, workingTime } from './calendar.ts';

const minute = 60_000;
/** Every day is worked, at the offset Berlin has in winter: no day off stands between two moments. */
const always: Calendar = {
  offsetMinutes: 60,
  published: new Set([1991, 2026]),
  exceptions: new Map(
    [1991, 2026].flatMap((year) =>
      Array.from({ length: 365 }, (_, n) => {
        const date = new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10);
        return [date, 'workday'] as const;
      }),
    ),
  ),
};

/** Minutes a zone was or is ahead of UTC at a moment, by the tables every browser and server has. */
const offsetIn = (zone: string) => {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  return (at: number): number => {
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, h, m] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(h) * 60 + Number(m));
  };
};
/** The hours of a year in which a zone changes its clocks. */
function changesOf(zone: string, year: number): number[] {
  const offset = offsetIn(zone);
  const changes: number[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += hour)
    if (offset(at) !== offset(at - hour)) changes.push(at);
  return changes;
}

describe('over a change of clocks', () => {
  test.each([
    ['Europe/Berlin', 2026, ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z']],
    // The last summer time of China.
    ['Asia/Shanghai', 1991, ['1991-04-13T18:00:00.000Z', '1991-09-14T17:00:00.000Z']],
  ])('in %s of %d a limit by the clock takes as long as it says', (zone, year, moments) => {
    const changes = changesOf(zone, year);
    expect(changes.map((at) => new Date(at).toISOString())).toEqual(moments);
    for (const change of changes) {
      for (const before of [1, 29, 119, 1_439]) {
        const from = change - before * minute;
        expect(dispatchDue(defaultSettings, 'urgent', from) - from).toBe(30 * minute);
        expect(dispatchDue(defaultSettings, 'ordinary', from) - from).toBe(120 * minute);
        expect(workingTime(always, from, from + day)).toBe(day);
        expect(addWorkingTime(always, from, day)).toBe(from + day);
      }
    }
  });

  test('the city’s own zone has none: one offset since 1992, the one its calendar has', () => {
    const offset = offsetIn('Asia/Shanghai');
    for (let at = Date.UTC(1992, 0, 1); at < Date.UTC(2040, 0, 1); at += 30 * day)
      expect(offset(at)).toBe(calendar2026.offsetMinutes);
  });
});

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
