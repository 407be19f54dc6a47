import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Kind, kinds, urgencies } from './appeal.ts';
import { hour } from './calendar/calendar.ts';
import { dispatchDue, orderDues } from './limits.ts';
import { defaultSettings, type LimitRow } from './settings.ts';
import { inZone } from './testing/calendars.ts';
import { calendar2026, cityTime, matters } from './testing/city.ts';
import { unitLevels } from './units.ts';

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

test('what a limit came to is told with it: by the clock in minutes, else in working days', () => {
  const from = '2026-03-02 09:00';
  expect(dues('help', 'ordinary', null, from)).toMatchObject({ finishClock: 'working', finishAmount: 10 });
  expect(dues('help', 'urgent', null, from)).toMatchObject({ finishClock: 'elapsed', finishAmount: 1440 });
  expect(dues('help', 'urgent', 'exhaust', from)).toMatchObject({
    finishClock: 'elapsed',
    finishAmount: 120,
  });
});

describe('the table of limits', () => {
  /** Each line a number of working days of its own, so that the days tell which line held. */
  const limits: LimitRow[] = [
    { clock: 'working', amount: 40 },
    { level: 'subdistrict', clock: 'working', amount: 41 },
    { kind: 'complaint', clock: 'working', amount: 42 },
    { kind: 'complaint', level: 'subdistrict', clock: 'working', amount: 43 },
    { urgency: 'urgent', clock: 'working', amount: 44 },
    { urgency: 'urgent', kind: 'complaint', level: 'subdistrict', clock: 'working', amount: 45 },
    { matter: 'exhaust', clock: 'working', amount: 46 },
    { matter: 'exhaust', level: 'subdistrict', clock: 'working', amount: 47 },
    { matter: 'exhaust', kind: 'complaint', clock: 'working', amount: 48 },
    { matter: 'exhaust', urgency: 'urgent', clock: 'working', amount: 49 },
  ];
  const from = cityTime('2026-03-02 09:00');
  const held = (
    lines: readonly LimitRow[],
    about: Parameters<typeof orderDues>[3],
    matter: 'exhaust' | 'street-lamp',
  ) => orderDues({ ...defaultSettings, limits: lines }, calendar2026, matters[matter], about, from);

  test.each([
    // matter, urgency, kind, level, the line that holds
    ['street-lamp', 'ordinary', 'help', 'city', 40],
    ['street-lamp', 'ordinary', 'help', 'subdistrict', 41],
    ['street-lamp', 'ordinary', 'complaint', 'city', 42],
    ['street-lamp', 'ordinary', 'complaint', 'subdistrict', 43],
    ['street-lamp', 'urgent', 'help', 'subdistrict', 44],
    ['street-lamp', 'urgent', 'complaint', 'city', 44],
    ['street-lamp', 'urgent', 'complaint', 'subdistrict', 45],
    ['exhaust', 'ordinary', 'help', 'city', 46],
    ['exhaust', 'ordinary', 'help', 'subdistrict', 47],
    ['exhaust', 'ordinary', 'complaint', 'subdistrict', 48],
    ['exhaust', 'urgent', 'complaint', 'subdistrict', 49],
  ] as const)('%s, %s %s at a %s: the line of %d days', (matter, urgency, kind, level, days) => {
    for (const lines of [limits, limits.toReversed()])
      expect(held(lines, { kind, urgency, level }, matter)).toMatchObject({
        finishClock: 'working',
        finishAmount: days,
        limitSource: 'table',
      });
  });

  test('the line that holds does not depend on the order of the lines, and fits', () => {
    const about = fc.record({
      kind: fc.constantFrom(...kinds),
      urgency: fc.constantFrom(...urgencies),
      level: fc.constantFrom(...unitLevels),
    });
    const shuffled = fc.shuffledSubarray(limits);
    fc.assert(
      fc.property(about, shuffled, fc.constantFrom('exhaust', 'street-lamp'), (each, lines, matter) => {
        const one = held(lines, each, matter);
        expect(held(lines.toReversed(), each, matter)).toEqual(one);
        if (one.limitSource !== 'table') return;
        const line = limits.find(({ amount }) => amount === one.finishAmount);
        expect({ matter, ...each, ...line }).toEqual({
          matter,
          ...each,
          clock: line?.clock,
          amount: line?.amount,
        });
      }),
    );
  });

  test('a line by the clock runs day and night, over a holiday', () => {
    const lines: LimitRow[] = [{ matter: 'street-lamp', clock: 'elapsed', amount: 90 }];
    const settings = { ...defaultSettings, limits: lines };
    const about = { kind: 'help', urgency: 'ordinary', level: 'subdistrict' } as const;
    const at = cityTime('2026-02-16 23:30');
    expect(orderDues(settings, calendar2026, matters['street-lamp'], about, at)).toEqual({
      finishClock: 'elapsed',
      finishAmount: 90,
      limitSource: 'table',
      finishDue: cityTime('2026-02-17 01:00'),
      ackDue: cityTime('2026-02-17 01:00'),
      contactDue: cityTime('2026-02-17 01:00'),
    });
  });

  test('what is urgent is given no longer by a line that does not speak of urgency, and may be given less', () => {
    const urgent = { kind: 'complaint', urgency: 'urgent' } as const;
    const slow: LimitRow[] = [{ kind: 'complaint', clock: 'working', amount: 5 }];
    expect(held(slow, urgent, 'street-lamp')).toMatchObject({ limitSource: 'urgent', finishAmount: 1440 });
    expect(held(slow, urgent, 'exhaust')).toMatchObject({ limitSource: 'matter-urgent', finishAmount: 120 });
    const quick: LimitRow[] = [{ kind: 'complaint', clock: 'elapsed', amount: 60 }];
    expect(held(quick, urgent, 'street-lamp')).toMatchObject({ limitSource: 'table', finishAmount: 60 });
  });

  test('a line for a level says nothing where the level is not known', () => {
    const lines: LimitRow[] = [{ level: 'subdistrict', clock: 'working', amount: 41 }];
    expect(held(lines, { kind: 'help', urgency: 'ordinary' }, 'street-lamp').limitSource).toBe('kind');
  });
});

test('limits by the clock are plain time: no midnight, day off, year’s end or clock change takes a minute', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: cityTime('2025-01-01 00:00'), max: cityTime('2027-12-31 23:59') }),
      fc.constantFrom(480, 0, 60, -210, 765),
      fc.constantFrom(...urgencies),
      fc.integer({ min: 1, max: 100_000 }),
      (from, offset, urgency, minutes) => {
        const settings = {
          ...defaultSettings,
          limits: [{ clock: 'elapsed', amount: minutes }] as const,
          urgentFinishHours: 240,
        };
        const about = { kind: 'complaint', urgency } as const;
        const { finishDue, contactDue } = orderDues(settings, inZone(offset), null, about, from);
        const most = urgency === 'urgent' ? 240 * hour : Number.POSITIVE_INFINITY;
        expect(finishDue - from).toBe(Math.min(minutes * 60_000, most));
        expect(contactDue - from).toBe(Math.min(24 * hour, finishDue - from));
        expect(dispatchDue(settings, urgency, from) - from).toBe((urgency === 'urgent' ? 30 : 120) * 60_000);
      },
    ),
  );
});
