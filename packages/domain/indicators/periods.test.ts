import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, dayOf } from '../calendar/calendar.ts';
import { periodAt, periodBefore, periodKinds, periodsEnded, readPeriod, yearBefore } from './periods.ts';

const zone = { offsetMinutes: 480 };
const at = (text: string) => Date.parse(`${text}+08:00`);

test.each([
  ['2026-11-27T17:00', '2026-W48', '2026-11-23'],
  ['2026-11-23T00:00', '2026-W48', '2026-11-23'],
  ['2026-11-22T23:59', '2026-W47', '2026-11-16'],
  ['2026-01-01T08:00', '2026-W01', '2025-12-29'],
  ['2021-01-03T12:00', '2020-W53', '2020-12-28'],
  ['2027-01-03T12:00', '2026-W53', '2026-12-28'],
])('%s lies in week %s, which begins on %s', (moment, id, first) => {
  const week = periodAt(zone, 'week', at(moment));
  expect(week.id).toBe(id);
  expect(dayOf(zone, week.from)).toBe(first);
  expect(week.to - week.from).toBe(7 * day);
});

test('a month ends where the next begins, and is compared with its namesake', () => {
  const february = periodAt(zone, 'month', at('2028-02-29T23:59'));
  expect(february).toMatchObject({ id: '2028-02', from: at('2028-02-01T00:00'), to: at('2028-03-01T00:00') });
  expect(periodBefore(zone, february).id).toBe('2028-01');
  expect(yearBefore(zone, february)).toMatchObject({ id: '2027-02', to: at('2027-03-01T00:00') });
});

test('what names no period is none', () => {
  for (const id of [
    '',
    '2026',
    '2026-13',
    '2026-00',
    '2026-W54',
    '2026-W00',
    '2025-W53',
    '2026-W1',
    'x2026-01',
  ])
    expect([id, readPeriod(zone, id)]).toEqual([id, null]);
});

test('only what has ended is listed, without a gap, from the first count on', () => {
  const weeks = periodsEnded(zone, 'week', at('2026-11-10T12:00'), at('2026-11-27T17:00'), 9);
  expect(weeks.map(({ id }) => id)).toEqual(['2026-W47', '2026-W46']);
  expect(periodsEnded(zone, 'month', 0, at('2026-12-01T00:00'), 2).map(({ id }) => id)).toEqual([
    '2026-11',
    '2026-10',
  ]);
});

test('every moment lies in its period, whose id reads as the same, and periods follow one another', () => {
  const moment = fc.integer({ min: at('2000-01-01T00:00'), max: at('2099-12-31T00:00') });
  fc.assert(
    fc.property(moment, fc.constantFrom(...periodKinds), (now, kind) => {
      const period = periodAt(zone, kind, now);
      expect(period.from <= now && now < period.to).toBe(true);
      expect(readPeriod(zone, period.id)).toEqual(period);
      expect(periodBefore(zone, period).to).toBe(period.from);
      const past = yearBefore(zone, period);
      expect(past.kind).toBe(kind);
      expect(Math.round((period.from - past.from) / day)).toBeGreaterThanOrEqual(364);
      expect(Math.round((period.from - past.from) / day)).toBeLessThanOrEqual(366);
    }),
  );
});
