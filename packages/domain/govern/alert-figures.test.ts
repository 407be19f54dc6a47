import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, hour } from '../calendar/calendar.ts';
import { alertFigures, type CountedAlert, leadOf, startOfWeek } from './alert-figures.ts';
import { cold, cooler, heatNow, warmer } from './heat.ts';

const calendar = { offsetMinutes: 480, exceptions: new Map(), published: new Set<number>() };
const monday = Date.parse('2026-03-02T00:00:00+08:00');
const one: CountedAlert = {
  cause: 'gathering',
  state: 'confirmed',
  at: monday + 9 * hour,
  peakAt: monday,
  followedUpAt: null,
};

test('precision is of what was judged; recall counts what people found and the system did not', () => {
  const alerts: CountedAlert[] = [
    one,
    one,
    { ...one, state: 'dismissed' },
    { ...one, state: 'open' },
    { ...one, cause: 'marked' },
  ];
  const { raised, precision, recall } = alertFigures(alerts, 2, calendar);
  expect(raised).toBe(4);
  expect(precision).toMatchObject({ numerator: 2, denominator: 3 });
  expect(recall).toMatchObject({ numerator: 2, denominator: 5 });
  expect(alertFigures([], 0, calendar)).toMatchObject({
    raised: 0,
    leadMs: null,
    precision: { value: null },
  });
});

test('lead runs to the busiest day or the first follow-up, whichever is first', () => {
  expect(leadOf(one, calendar)).toBe(0);
  expect(leadOf({ ...one, peakAt: monday + 3 * day }, calendar)).toBe(3 * day);
  expect(leadOf({ ...one, peakAt: monday - day }, calendar)).toBe(-day);
  expect(leadOf({ ...one, peakAt: monday + 3 * day, followedUpAt: one.at + hour }, calendar)).toBe(hour);
  expect(leadOf({ ...one, peakAt: null }, calendar)).toBeNull();
});

test('a week begins on Monday in the city’s zone', () => {
  for (let hours = 0; hours < 7 * 24; hours += 5)
    expect(startOfWeek(calendar, monday + hours * hour)).toBe(monday);
  expect(startOfWeek(calendar, monday - 1)).toBe(monday - 7 * day);
});

test('heat is the sum of halves, in whatever order they come, and one withdrawn leaves as if it had not been', () => {
  const times = fc.array(fc.integer({ min: 0, max: 60 * day }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(times, (list) => {
      const now = 60 * day;
      const plain = (of: readonly number[]) => of.reduce((sum, at) => sum + 2 ** ((at - now) / (3 * day)), 0);
      const heat = list.reduce(warmer, cold);
      expect(heatNow(heat, now)).toBeCloseTo(plain(list), 8);
      expect(heatNow(list.toReversed().reduce(warmer, cold), now)).toBeCloseTo(plain(list), 8);
      expect(heatNow(cooler(heat, list[0] ?? 0), now)).toBeCloseTo(plain(list.slice(1)), 6);
    }),
  );
});
