import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, hour } from '../calendar/calendar.ts';
import { cityTime, staff, units } from '../testing/city.ts';
import {
  command,
  filed,
  type History,
  onLedger,
  orderOf,
  step,
  steps,
  ticked,
  walks,
} from '../testing/histories.ts';
import { clocksOf, lightOf } from './clocks.ts';
import type { ClockName } from './steps.ts';

const text = '请核实处理。';
const all = ({ appeal, settings, calendar }: History) => clocksOf(appeal, settings, calendar);
const one = (history: History, name: ClockName) => all(history).find((clock) => clock.name === name);
/** The light shown of a clock at a moment of the city's; undefined where it has none. */
const shown = (history: History, name: ClockName, at: number) => {
  const clock = one(history, name);
  return clock && lightOf(clock, at);
};

describe('a light', () => {
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
    const at = (share: number) => 5000 + Math.round(share * 1000);
    const clock = { yellow: at(0.75), due: at(1), done: done === null ? null : at(done), stands: null };
    expect(lightOf(clock, at(now))).toBe(light);
  });

  test('of a clock that stands still is what it was, until it is stopped', () => {
    const clock = { yellow: 75, due: 100, done: null, stands: 'yellow' } as const;
    expect(lightOf(clock, 500)).toBe('yellow');
    expect(lightOf({ ...clock, done: 120 }, 500)).toBe('red');
  });

  test('never turns back', () => {
    const order = { green: 0, yellow: 1, red: 2 } as const;
    const time = fc.nat({ max: 10_000_000 });
    fc.assert(
      fc.property(time, fc.integer({ min: 1, max: 1_000_000 }), time, time, (from, span, a, b) => {
        const clock = { yellow: from + span * 0.75, due: from + span, done: null, stands: null };
        expect(order[lightOf(clock, Math.min(a, b))]).toBeLessThanOrEqual(
          order[lightOf(clock, Math.max(a, b))],
        );
      }),
    );
  });
});

describe('the light shown goes by the clock’s own time', () => {
  const minute = 60_000;
  const offered = (at: string) => steps.dispatch(filed({ at: cityTime(at) - minute }));
  const working = (at: string) => steps.contact(steps.acknowledge(offered(at)));
  const urgent = step(
    filed({ at: cityTime('2026-03-01 10:00') - minute, intake: { urgency: 'urgent' } }),
    staff('dispatcher', units.cityCentre),
    command('dispatch', { unit: units.urban.id, matter: 'exhaust' }),
  );
  const extended = steps.grant(
    steps.apply(working('2026-03-02 09:00'), { what: 'extension', days: 6, text }),
  );
  const sentBack = steps.decideSendBack(steps.sendBack(walks['dispatched:offered']()), true);
  const paused = (after: number) => onLedger(ticked(working('2026-03-02 09:00'), after), 50);
  const resumed = step(
    paused(2 * day),
    staff('receiver', units.street),
    command('resume', { text }),
    10 * day,
  );
  const disputed = (after: number) => steps.sendBack(ticked(walks['dispatched:offered'](), after));

  test.each<[string, History, ClockName, string, string]>([
    ['dispatch by the clock', filed(), 'dispatch', '2026-03-02 10:29', 'green'],
    ['dispatch by the clock', filed(), 'dispatch', '2026-03-02 10:30', 'yellow'],
    ['dispatch by the clock', filed(), 'dispatch', '2026-03-02 11:00', 'red'],
    ['sent back: the time the centre has had it', sentBack, 'dispatch', '2026-03-02 10:31', 'green'],
    ['working days, a weekend in them', offered('2026-03-02 09:00'), 'finish', '2026-03-11 20:59', 'green'],
    ['working days, a weekend in them', offered('2026-03-02 09:00'), 'finish', '2026-03-11 21:00', 'yellow'],
    ['over Spring Festival', offered('2026-02-12 09:00'), 'finish', '2026-02-28 20:59', 'green'],
    ['over Spring Festival', offered('2026-02-12 09:00'), 'finish', '2026-02-28 21:00', 'yellow'],
    ['over Spring Festival', offered('2026-02-12 09:00'), 'finish', '2026-03-04 09:00', 'red'],
    ['urgent, on a Sunday', urgent, 'finish', '2026-03-01 11:29', 'green'],
    ['urgent, on a Sunday', urgent, 'finish', '2026-03-01 11:30', 'yellow'],
    ['extended by six of ten working days', extended, 'finish', '2026-03-17 20:59', 'green'],
    ['extended by six of ten working days', extended, 'finish', '2026-03-18 09:00', 'yellow'],
    ['extended by six of ten working days', extended, 'finish', '2026-03-24 09:00', 'red'],
    ['on the ledger, green before', paused(2 * day), 'finish', '2026-04-10 09:00', 'green'],
    ['on the ledger, yellow before', paused(11 * day), 'finish', '2026-04-10 09:00', 'yellow'],
    ['on the ledger, red before', paused(30 * day), 'finish', '2026-04-10 09:00', 'red'],
    ['off the ledger, what it stood still left out', resumed, 'finish', '2026-03-17 08:00', 'green'],
    [
      'in dispute: it need not be taken meanwhile',
      disputed(hour),
      'acknowledge',
      '2026-03-09 09:00',
      'green',
    ],
    ['in dispute, yellow before', disputed(20 * hour), 'acknowledge', '2026-03-09 09:00', 'yellow'],
    [
      'in dispute, yet nobody has spoken with the citizen',
      disputed(hour),
      'contact',
      '2026-03-04 09:00',
      'red',
    ],
  ])('%s', (_, history, name, at, light) => {
    expect(shown(history, name, cityTime(at))).toBe(light);
  });

  test('a provisional due is as good as another until the calendar moves it', () => {
    const unpublished = { ...filed().calendar, published: new Set<number>() };
    const history = steps.dispatch(filed({ calendar: unpublished }));
    expect(orderOf(history).beside.provisional).toBe(true);
    expect(shown(history, 'finish', orderOf(history).finishDue - 1)).toBe('yellow');
    expect(shown(history, 'finish', orderOf(history).finishDue)).toBe('red');
  });

  test('none runs on where the appeal ended without an answer', () => {
    const ended = step(walks['dispatched:working'](), { kind: 'citizen' }, command('withdraw', {}));
    expect(all(ended).map(({ name, done }) => [name, done !== null])).toEqual([['dispatch', true]]);
    const terminated = steps.grant(steps.apply(walks['dispatched:working'](), { what: 'termination', text }));
    expect(all(terminated).every(({ done }) => done !== null)).toBe(true);
  });
});

test('what is shown is what is raised: at any moment, whatever stands or runs', () => {
  const situations = [
    walks.received,
    walks['dispatched:offered'],
    walks['dispatched:acknowledged'],
    walks['dispatched:working'],
    walks['dispatched:in-review'],
    walks['dispatched:send-back-pending'],
    walks['dispatched:in-arbitration'],
    walks['dispatched:on-ledger'],
    () => steps.decideSendBack(walks['dispatched:send-back-pending'](), true),
    () => steps.decideSendBack(walks['dispatched:send-back-pending'](), false),
    () => steps.grant(steps.apply(walks['dispatched:working'](), { what: 'extension', days: 3, text })),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...situations), fc.nat({ max: 40 * day }), (walk, after) => {
      const history = ticked(walk(), after);
      for (const clock of all(history)) {
        if (clock.done !== null) continue;
        const has = (light: 'yellow' | 'red') =>
          history.appeal.beside.raised.includes(`${clock.name}:${light}`);
        expect(lightOf(clock, history.now)).toBe(has('red') ? 'red' : has('yellow') ? 'yellow' : 'green');
      }
    }),
  );
});
