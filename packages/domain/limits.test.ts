import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Kind, kinds } from './appeal.ts';
import { dispatchDue, lightOf, orderDues } from './limits.ts';
import { defaultSettings } from './settings.ts';
import { calendar2026, cityTime, matters } from './testing/city.ts';

const dues = (
  kind: Kind,
  urgency: 'ordinary' | 'urgent',
  matter: keyof typeof matters | null,
  from: string,
) => orderDues(defaultSettings, calendar2026, matter && matters[matter], { kind, urgency }, cityTime(from));

test.each([
  ['ordinary', '2026-03-02 09:00', '2026-03-02 11:00'],
  ['urgent', '2026-03-02 09:00', '2026-03-02 09:30'],
  ['ordinary', '2026-02-14 23:00', '2026-02-15 01:00'],
] as const)('dispatch of what is %s, from %s: %s', (urgency, from, due) => {
  expect(dispatchDue(defaultSettings, urgency, cityTime(from))).toBe(cityTime(due));
});

test.each([
  // kind, matter, dispatched, due, the rule it came from
  ['consultation', 'street-lamp', '2026-03-02 09:00', '2026-03-04 09:00', 'kind'],
  ['help', 'street-lamp', '2026-03-02 09:00', '2026-03-16 09:00', 'kind'],
  ['suggestion', 'street-lamp', '2026-03-02 09:00', '2026-03-16 09:00', 'kind'],
  ['praise', 'street-lamp', '2026-03-02 09:00', '2026-03-16 09:00', 'kind'],
  ['complaint', 'street-lamp', '2026-03-02 09:00', '2026-03-23 09:00', 'kind'],
  ['tip-off', 'street-lamp', '2026-03-02 09:00', '2026-03-23 09:00', 'kind'],
  ['complaint', 'exhaust', '2026-03-02 09:00', '2026-03-11 09:00', 'matter'],
  ['help', 'exhaust', '2026-03-02 09:00', '2026-03-16 09:00', 'kind'],
  ['help', null, '2026-03-02 09:00', '2026-03-16 09:00', 'kind'],
  ['consultation', 'street-lamp', '2026-02-14 10:00', '2026-02-25 10:00', 'kind'],
] as const)('an ordinary %s on %s dispatched %s is due %s, by %s', (kind, matter, from, due, limitSource) => {
  expect(dues(kind, 'ordinary', matter, from)).toMatchObject({ finishDue: cityTime(due), limitSource });
});

test('every kind has a limit of its own in the city’s table', () => {
  for (const kind of kinds) expect(defaultSettings.finishDays[kind]).toBeGreaterThan(0);
});

test.each([
  ['street-lamp', '2026-02-17 12:00', '2026-02-18 12:00', 'urgent'],
  ['exhaust', '2026-02-17 12:00', '2026-02-17 14:00', 'matter-urgent'],
  [null, '2026-02-17 12:00', '2026-02-18 12:00', 'urgent'],
] as const)(
  'what is urgent runs by the clock, on a holiday too: %s from %s, due %s by %s',
  (matter, from, due, limitSource) => {
    const all = dues('help', 'urgent', matter, from);
    expect(all).toMatchObject({ finishDue: cityTime(due), limitSource });
    expect(all.ackDue).toBeLessThanOrEqual(all.finishDue);
    expect(all.contactDue).toBeLessThanOrEqual(all.finishDue);
  },
);

test('a unit acknowledges within one working day and calls within 24 hours by the clock', () => {
  expect(dues('help', 'ordinary', null, '2026-02-14 10:00')).toMatchObject({
    ackDue: cityTime('2026-02-24 10:00'),
    contactDue: cityTime('2026-02-15 10:00'),
  });
});

test.each([
  // now and done as a share of a limit of 1,000 ms that begins at 5,000
  [0, null, 'green'],
  [0.749, null, 'green'],
  [0.75, null, 'yellow'],
  [0.999, null, 'yellow'],
  [1, null, 'red'],
  [7, null, 'red'],
  [7, 0.5, 'green'],
  [7, 0.75, 'yellow'],
  [7, 0.999, 'yellow'],
  [7, 1, 'red'],
  [7, 2, 'red'],
] as const)('after %d of a limit, done at %s: %s', (now, done, light) => {
  const [from, span] = [5000, 1000];
  const at = (share: number) => from + Math.round(share * span);
  expect(lightOf(defaultSettings, from, from + span, at(now), done === null ? null : at(done))).toBe(light);
});

test('the share at which a light turns yellow is the city’s', () => {
  expect(lightOf({ yellowAt: 0.5 }, 0, 100, 50)).toBe('yellow');
  expect(lightOf({ yellowAt: 0.5 }, 0, 100, 49)).toBe('green');
});

test('a light never turns back', () => {
  const order = { green: 0, yellow: 1, red: 2 } as const;
  const time = fc.nat({ max: 10_000_000 });
  fc.assert(
    fc.property(time, fc.integer({ min: 1, max: 1_000_000 }), time, time, (from, span, a, b) => {
      const light = (now: number) => order[lightOf(defaultSettings, from, from + span, now)];
      expect(light(Math.min(a, b))).toBeLessThanOrEqual(light(Math.max(a, b)));
    }),
  );
});
