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
  plainAt: monday + 12 * hour,
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
  const { raised, precision, recall } = alertFigures(alerts, 2);
  expect(raised).toBe(4);
  expect(precision).toMatchObject({ numerator: 2, denominator: 3 });
  expect(recall).toMatchObject({ numerator: 2, denominator: 5 });
  expect(alertFigures([], 0)).toMatchObject({
    raised: 0,
    leadMs: null,
    precision: { value: null },
  });
});

test('lead runs to when the event was plain to see or the first follow-up, whichever is first', () => {
  expect(leadOf(one)).toBe(3 * hour);
  expect(leadOf({ ...one, plainAt: one.at - day })).toBe(-day);
  expect(leadOf({ ...one, followedUpAt: one.at + hour })).toBe(hour);
  expect(leadOf({ ...one, plainAt: null, followedUpAt: one.at + 5 * day })).toBe(5 * day);
  expect(leadOf({ ...one, plainAt: null })).toBeNull();
  expect(leadOf({ ...one, cause: 'rise', plainAt: one.at - hour })).toBeNull();
  const list = [
    one,
    { ...one, plainAt: null },
    { ...one, plainAt: one.at + 9 * day },
    { ...one, state: 'open' as const },
  ];
  expect(alertFigures(list, 0)).toMatchObject({ leadMs: 3 * hour, leads: 2 });
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
