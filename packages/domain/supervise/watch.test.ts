import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkingDays, addWorkingTime, day, hour, workingTime } from '../calendar/calendar.ts';
import { appealId, cohortOf } from '../ids.ts';
import { calendar2026, citizen, cityTime, staff, units } from '../testing/city.ts';
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
import { isSampled, nextWatch, watches } from './watch.ts';
import type { Step } from './steps.ts';

const text = '请核实处理。';
const centre = staff('dispatcher', units.cityCentre);
const all = ({ appeal, settings, calendar }: History) => watches(appeal, settings, calendar);
/** When a step is to be taken, in ms; undefined when it is not before the appeal. */
const when = (history: History, wanted: Step) => all(history).find(({ step: each }) => each === wanted)?.at;
const from = (minutes: number) => cityTime('2026-03-02 09:00') + minutes * 60_000;

describe('lights', () => {
  test('yellow at 75 % of the limit, red at expiry: dispatch by the clock', () => {
    expect(when(filed(), 'dispatch:yellow')).toBe(from(90));
    expect(when(filed(), 'dispatch:red')).toBe(from(120));
    const urgent = filed({ intake: { urgency: 'urgent' } });
    expect(when(urgent, 'dispatch:yellow')).toBe(from(22.5));
    expect(nextWatch(urgent.appeal, urgent.settings, urgent.calendar)).toBe(from(22.5));
  });

  test.each([
    ['no day off in it', '2026-03-02 09:00', '2026-03-11 21:00', '2026-03-16 09:00'],
    [
      'over Spring Festival and a make-up Saturday',
      '2026-02-12 09:00',
      '2026-02-28 21:00',
      '2026-03-04 09:00',
    ],
  ])('the finish clock counts its own time only: %s', (_, dispatched, yellow, red) => {
    const offered = steps.dispatch(filed({ at: cityTime(dispatched) - 60_000 }));
    expect(when(offered, 'finish:red')).toBe(cityTime(red));
    expect(when(offered, 'finish:yellow')).toBe(cityTime(yellow));
    const { offeredAt, finishDue } = orderOf(offered);
    const used = workingTime(calendar2026, offeredAt, cityTime(yellow));
    expect(used / workingTime(calendar2026, offeredAt, finishDue)).toBe(0.75);
  });

  test('of what is urgent they go by the clock, also on a day off', () => {
    const sunday = filed({ at: cityTime('2026-03-01 10:00') - 60_000, intake: { urgency: 'urgent' } });
    const offered = step(sunday, centre, command('dispatch', { unit: units.urban.id, matter: 'exhaust' }));
    expect(when(offered, 'finish:yellow')).toBe(cityTime('2026-03-01 11:30'));
    expect(when(offered, 'finish:red')).toBe(cityTime('2026-03-01 12:00'));
  });

  test('what was sent back is looked at by the time the centre has it this time', () => {
    const upheld = steps.decideSendBack(steps.sendBack(walks['dispatched:offered']()), true);
    expect(upheld.appeal.dispatchDue).toBe(from(120));
    expect(when(upheld, 'dispatch:red')).toBe(upheld.now + 2 * hour);
  });
});

describe('an answer stops the clock it answers and no other', () => {
  const open = (history: History) =>
    [...new Set(all(history).map(({ step: each }) => each.split(':')[0]))].toSorted((a, b) =>
      String(a).localeCompare(String(b)),
    );

  test('each of the four', () => {
    expect(open(filed())).toEqual(['dispatch']);
    expect(open(walks['dispatched:offered']())).toEqual(['acknowledge', 'contact', 'finish', 'no-taker']);
    expect(open(walks['dispatched:acknowledged']())).toEqual(['contact', 'finish']);
    expect(open(walks['dispatched:working']())).toEqual(['finish']);
    expect(open(walks['dispatched:in-review']())).toEqual(['finish']);
  });

  test('a failed call stops nothing', () => {
    const acknowledged = walks['dispatched:acknowledged']();
    const handler = staff('handler', units.street);
    const failed = command('contact', { method: 'phone', reached: false, text });
    expect(all(step(acknowledged, handler, failed))).toEqual(all(acknowledged));
  });

  test('an answer that was never preceded by contact, and came back, leaves the contact clock running', () => {
    const returned = step(
      steps.answer(walks['dispatched:acknowledged']()),
      staff('leader', units.street),
      command('review', { approve: false, text }),
    );
    expect(open(returned)).toEqual(['contact', 'finish']);
  });

  test.each(['dispatched:send-back-pending', 'dispatched:in-arbitration', 'dispatched:on-ledger'] as const)(
    'nor does a dispute or the ledger hide that nobody spoke with the citizen: %s',
    (where) => {
      const history = walks[where]();
      expect(when(history, 'contact:red')).toBe(orderOf(history).contactDue);
    },
  );
});

describe('the ladder', () => {
  test('催办 the working day after expiry, 督办 five working days later, 通报 five more', () => {
    const offered = walks['dispatched:offered']();
    const { finishDue } = orderOf(offered);
    const chased = addWorkingDays(calendar2026, finishDue, 1);
    expect(when(offered, 'finish:chase')).toBe(chased);
    expect(when(offered, 'finish:follow-up')).toBe(addWorkingDays(calendar2026, chased, 5));
    expect(when(offered, 'finish:circular')).toBe(addWorkingDays(calendar2026, chased, 10));
  });

  test('is climbed by a centre that does not dispatch, too', () => {
    expect(when(filed(), 'dispatch:chase')).toBe(cityTime('2026-03-03 11:00'));
    expect(when(filed(), 'dispatch:follow-up')).toBe(cityTime('2026-03-10 11:00'));
    expect(when(filed(), 'dispatch:circular')).toBe(cityTime('2026-03-17 11:00'));
  });

  const finishSteps: readonly Step[] = [
    'finish:yellow',
    'finish:red',
    'finish:chase',
    'finish:follow-up',
    'finish:circular',
  ];

  test('an extension moves every step by exactly its working days, yellow by their share', () => {
    const asked = steps.apply(walks['dispatched:working'](), { what: 'extension', days: 6, text });
    const extended = steps.grant(asked);
    for (const each of finishSteps.slice(1))
      expect(workingTime(calendar2026, when(asked, each) ?? 0, when(extended, each) ?? 0)).toBe(6 * day);
    const yellow = finishSteps[0] as Step;
    expect(workingTime(calendar2026, when(asked, yellow) ?? 0, when(extended, yellow) ?? 0)).toBe(4.5 * day);
  });

  test('the ledger moves every step by exactly the working time it stood still', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat({ max: day }), (days, ms) => {
        const before = walks['dispatched:working']();
        const paused = onLedger(before, 55);
        const resumed = step(
          paused,
          staff('receiver', units.street),
          command('resume', { text }),
          days * day + ms,
        );
        const stood = workingTime(calendar2026, paused.now, resumed.now);
        for (const each of finishSteps)
          expect(when(resumed, each)).toBe(addWorkingTime(calendar2026, when(before, each) ?? 0, stood));
      }),
      { numRuns: 40 },
    );
  });
});

describe('after the answer', () => {
  test('call-back of the silent, then closed without a rating', () => {
    const answered = walks['awaiting-rating']();
    expect(when(answered, 'call-back-silent')).toBe(addWorkingDays(calendar2026, answered.now, 3));
    expect(when(answered, 'close-unrated')).toBe(addWorkingDays(calendar2026, answered.now, 10));
  });

  test('a promise is asked about on its date and chased three working days later, closed or not', () => {
    for (const history of [steps.promise(), steps.rate(steps.promise(), 5)]) {
      const at = history.appeal.beside.promise?.at ?? 0;
      expect(when(history, 'promise-due')).toBe(at);
      expect(when(history, 'promise-broken')).toBe(addWorkingDays(calendar2026, at, 3));
    }
  });

  test('of what ended without a unit nothing is to come, nor of what follows or was withdrawn', () => {
    for (const where of ['answered-at-once', 'referred', 'merged', 'withdrawn'] as const)
      expect(all(walks[where]())).toEqual([]);
  });

  test('those chosen by chance are called back, rated or not, and only once', () => {
    const everybody = { ...filed().settings, callBackShare: 1 };
    const answered = walks['awaiting-rating'](filed({ settings: everybody }));
    const rated = steps.rate(answered, 5);
    for (const history of [answered, rated]) expect(when(history, 'call-back-sample')).toBe(answered.now);
    const planned = ticked(rated, 0);
    expect(planned.appeal.beside.callBack).toBe('sample');
    expect(when(planned, 'call-back-sample')).toBeUndefined();
  });

  test('the chosen stay chosen when they are silent, too, and when they have rated by themselves', () => {
    const everybody = { ...filed().settings, callBackShare: 1 };
    const silent = ticked(walks['awaiting-rating'](filed({ settings: everybody })), 6 * day);
    expect(silent.recorded.filter(({ event }) => event.type === 'call-back-planned')).toHaveLength(2);
    expect(silent.appeal.beside.callBack).toBe('sample');
    expect(steps.rate(silent, 5).appeal.beside.callBack).toBe('sample');
  });
});

describe('the sample', () => {
  const shareOf = (keys: number, share: number, at: (n: number) => number): number => {
    let chosen = 0;
    for (let n = 1; n <= keys; n += 1)
      if (isSampled({ cohort: cohortOf(202603), id: appealId(n) }, at(n), share)) chosen += 1;
    return chosen / keys;
  };
  const answered = cityTime('2026-03-09 10:00');

  test.each([0, 0.02, 0.1, 0.5, 1])('is the share that was set, %d, within a twentieth of it', (share) => {
    for (const at of [() => answered, (n: number) => answered + n * 60_000, (n: number) => answered + n])
      expect(Math.abs(shareOf(100_000, share, at) - share)).toBeLessThanOrEqual(share * 0.05);
  });

  test('is the same whenever it is asked, grows with the share, and hangs on the moment of the answer', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 4_000_000_000_000 }), (id, at) => {
        const key = { cohort: cohortOf(202603), id: appealId(id) };
        const lowest = [0.02, 0.1, 0.5, 1].find((share) => isSampled(key, at, share));
        for (const share of [0.02, 0.1, 0.5, 1])
          expect(isSampled(key, at, share)).toBe(share >= (lowest ?? 2));
      }),
    );
    const key = { cohort: cohortOf(202603), id: appealId(7) };
    const moments = Array.from({ length: 1000 }, (_, ms) => isSampled(key, answered + ms, 0.5));
    expect(moments.filter(Boolean).length).toBeGreaterThan(400);
    expect(moments.filter(Boolean).length).toBeLessThan(600);
  });
});

test('what a citizen says or asks moves no clock', () => {
  const before = walks['dispatched:working']();
  for (const given of [command('urge', {}), command('supplement', { text }), command('conceal', {})])
    expect(all(step(before, citizen, given))).toEqual(all(before));
});
