import { describe, expect, test } from 'vitest';
import { officeTime } from '../calendar/calendar.ts';
import { defaultSettings } from '../settings.ts';
import { calendar2026, staff, system, units } from '../testing/city.ts';
import { command, filed, type History, onLedger, step, steps, ticked, walks } from '../testing/histories.ts';
import { count } from './counting.ts';
import type { Life } from './life.ts';
import { type Count, hourOf, type Measure } from './measures.ts';

const day = 24 * 3_600_000;
const office = (_rules: number, from: number, to: number) =>
  officeTime(calendar2026, defaultSettings.officeHours, from, to);

function countsOf({ recorded }: History): Count[] {
  let life: Life | null = null;
  return recorded.flatMap(({ event, at }) => {
    const counted = count(life, event, at, office);
    ({ life } = counted);
    return counted.counts;
  });
}
const total = (history: History, measure: Measure, unit?: number) =>
  countsOf(history).reduce(
    (sum, each) =>
      each.measure === measure && (unit === undefined || each.unit === unit) ? sum + each.n : sum,
    0,
  );
/** What is left of a measure, hour by hour. */
function hours(history: History, measure: Measure): [hour: string, n: number][] {
  const sums = new Map<number, number>();
  for (const one of countsOf(history))
    if (one.measure === measure) sums.set(hourOf(one.at), (sums.get(hourOf(one.at)) ?? 0) + one.n);
  return [...sums]
    .filter(([, n]) => n !== 0)
    .map(([at, n]) => [new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '), n]);
}
const centre = staff('dispatcher', units.cityCentre);
/** The same is reported again by somebody else. */
const reported = (history: History) =>
  step(history, system, command('note-recurred', { by: '260302-00000002-0' }));
const text = '情况属实。';

describe('the limit of the first dispatch', () => {
  const due = [['2026-03-02 11:00', 1]];
  const late = 3 * 3_600_000;
  test.each<[string, History, unknown]>([
    ['filed', filed(), due],
    ['answered at once before it comes: it is taken away', walks['answered-at-once'](), []],
    ['referred before it comes', walks.referred(), []],
    ['withdrawn before it comes', walks.withdrawn(), []],
    ['merged before it comes', walks.merged(), []],
    [
      'answered at once after it came: a breach stays one',
      step(filed(), centre, command('answer-at-once', { text }), late),
      due,
    ],
    [
      'withdrawn after the first dispatch: it has been counted',
      step(walks['dispatched:offered'](), { kind: 'citizen' }, command('withdraw', {})),
      due,
    ],
    [
      'made urgent',
      step(filed(), centre, command('classify', { matter: 'street-lamp', urgency: 'urgent' })),
      [['2026-03-02 09:00', 1]],
    ],
    [
      'made urgent after it came',
      step(filed(), centre, command('classify', { matter: 'street-lamp', urgency: 'urgent' }), late),
      due,
    ],
    [
      'passed on to a district’s centre',
      step(filed(), centre, command('dispatch', { unit: units.districtCentre.id })),
      due,
    ],
    ['split from its master again: a new one', step(walks.merged(), centre, command('split', { text })), due],
  ])('%s', (_, history, expected) => expect(hours(history, 'dispatch-due')).toEqual(expected));

  test('goes with the matter and the centre it comes to', () => {
    const history = step(
      step(filed(), centre, command('classify', { matter: 'street-lamp' })),
      centre,
      command('dispatch', { unit: units.districtCentre.id }),
    );
    const left = countsOf(history).filter(({ measure }) => measure === 'dispatch-due');
    const by = (unit: number, matter: string | null) =>
      left.reduce((sum, one) => (one.unit === unit && one.place.matter === matter ? sum + one.n : sum), 0);
    expect(by(units.cityCentre.id, null)).toBe(0);
    expect(by(units.cityCentre.id, 'street-lamp')).toBe(0);
    expect(by(units.districtCentre.id, 'street-lamp')).toBe(1);
  });

  test('kept is the centre’s, not the unit’s', () => {
    expect(total(walks['dispatched:offered'](), 'dispatched-in-time', units.cityCentre.id)).toBe(1);
    expect(total(walks['dispatched:offered'](), 'dispatched-in-time', units.street.id)).toBe(0);
  });
});

describe('the limit to answer', () => {
  const working = walks['dispatched:working'];
  const extended = steps.grant(steps.apply(working(), { what: 'extension', days: 5, text }));
  const answeredOn = (h: History, after: number) =>
    step(
      step(h, staff('handler', units.street), command('answer', { outcome: 'solved', text }), after),
      staff('leader', units.street),
      command('review', { approve: true }),
    );
  const resumed = (h: History, after: number) => step(h, centre, command('resume', { text }), after);
  test.each<[string, History, unknown, unknown]>([
    ['in hand', working(), [['2026-03-16 09:00', 1]], [['2026-03-16 09:00', 1]]],
    [
      'extended: the approved one moves, the original stays',
      extended,
      [['2026-03-23 09:00', 1]],
      [['2026-03-16 09:00', 1]],
    ],
    ['on the ledger: it stands still', onLedger(working(), 20), [], [['2026-03-16 09:00', 1]]],
    [
      'off it again after two days: two days later',
      resumed(onLedger(working(), 20), 2 * day),
      [['2026-03-18 09:00', 1]],
      [['2026-03-16 09:00', 1]],
    ],
    ['terminated', steps.grant(steps.apply(working(), { what: 'termination', text })), [], []],
    ['sent back and upheld', steps.decideSendBack(walks['dispatched:send-back-pending'](), true), [], []],
    ['withdrawn', step(working(), { kind: 'citizen' }, command('withdraw', {})), [], []],
    [
      'withdrawn on the ledger',
      step(onLedger(working(), 20), { kind: 'citizen' }, command('withdraw', {})),
      [],
      [],
    ],
    [
      'withdrawn when overdue: a breach stays one',
      step(working(), { kind: 'citizen' }, command('withdraw', {}), 20 * day),
      [['2026-03-16 09:00', 1]],
      [['2026-03-16 09:00', 1]],
    ],
    [
      'overdue, then on the ledger',
      steps.grant(
        steps.apply(working(), { what: 'ledger', text, reviewAt: '2026-04-20T09:00:00+08:00' }),
        20 * day,
      ),
      [['2026-03-16 09:00', 1]],
      [['2026-03-16 09:00', 1]],
    ],
    ['answered', walks['awaiting-rating'](), [['2026-03-16 09:00', 1]], [['2026-03-16 09:00', 1]]],
  ])('%s', (_, history, approved, original) => {
    expect(hours(history, 'finish-due')).toEqual(approved);
    expect(hours(history, 'finish-due-original')).toEqual(original);
  });

  test.each<[string, History, number, number]>([
    ['in time', answeredOn(working(), day), 1, 1],
    ['within the extension only', answeredOn(extended, 17 * day), 1, 0],
    ['after both', answeredOn(extended, 30 * day), 0, 0],
    ['after the pause only', answeredOn(resumed(onLedger(working(), 20), 2 * day), 13 * day), 1, 0],
  ])('answered %s', (_, history, approved, original) => {
    expect(total(history, 'finished-in-time')).toBe(approved);
    expect(total(history, 'finished-in-original')).toBe(original);
  });

  test('each in the hour of its own limit', () => {
    expect(hours(answeredOn(extended, day), 'finished-in-time')).toEqual([['2026-03-23 09:00', 1]]);
    expect(hours(answeredOn(extended, day), 'finished-in-original')).toEqual([['2026-03-16 09:00', 1]]);
  });
});

describe('what each measure counts', () => {
  const all = (h: History) => {
    const sums: Partial<Record<Measure, number>> = {};
    for (const { measure, n } of countsOf(h)) sums[measure] = (sums[measure] ?? 0) + n;
    return Object.fromEntries(Object.entries(sums).filter(([, n]) => n !== 0));
  };
  const sentBackTwice = steps.sendBack(
    steps.dispatch(steps.decideSendBack(walks['dispatched:send-back-pending'](), true)),
  );
  const reworkedWell = steps.rate(
    steps.approve(steps.answer(steps.acknowledge(steps.rate(walks['awaiting-rating'](), 1)))),
    5,
  );
  const checked = (reached: boolean, solved: boolean) =>
    step(
      {
        ...walks.closed(),
        appeal: { ...walks.closed().appeal, beside: { ...walks.closed().appeal.beside, callBack: 'sample' } },
      },
      staff('call-back', units.supervision),
      command('check', { reached, solved, text }),
    );

  test.each<[string, History, Partial<Record<Measure, number>>]>([
    [
      'a good life',
      walks.closed(),
      {
        filed: 1,
        dispatched: 1,
        'first-dispatched': 1,
        'dispatched-once': 1,
        'acknowledged-in-time': 1,
        'contacted-in-time': 1,
        answered: 1,
        'answered-by-unit': 1,
        'claimed-solved': 1,
        rated: 1,
        solved: 1,
        satisfied: 1,
        closed: 1,
        'closed-once': 1,
      },
    ],
    [
      'sent back, upheld, sent back again: to arbitration',
      sentBackTwice,
      { dispatched: 2, 'first-dispatched': 1, 'sent-back': 2, 'send-back-upheld': 1 },
    ],
    [
      'another unit designated: the second was right too',
      steps.designate(sentBackTwice, units.urban),
      { 'sent-back': 2, 'send-back-upheld': 2 },
    ],
    [
      'the same unit designated',
      steps.designate(sentBackTwice, units.street),
      { 'sent-back': 2, 'send-back-upheld': 1 },
    ],
    [
      'a send-back refused: not dispatched right at once either',
      steps.decideSendBack(walks['dispatched:send-back-pending'](), false),
      { 'sent-back': 1, 'first-dispatched': 1 },
    ],
    [
      'reworked and then content',
      reworkedWell,
      { dispatched: 2, rated: 2, solved: 1, satisfied: 1, reworked: 1, 'satisfied-again': 1, closed: 1 },
    ],
    ['a check of the sample: solved', checked(true, true), { checked: 1, 'checked-solved': 1 }],
    ['not solved', checked(true, false), { checked: 1 }],
    ['nobody reached', checked(false, true), {}],
    ['a follower, answered with its master', steps.share(walks.merged()), { answered: 1 }],
  ])('%s', (_, history, expected) => {
    const counted = all(history);
    const told = [
      'sent-back',
      'send-back-upheld',
      'reworked',
      'satisfied-again',
      'checked',
      'checked-solved',
    ];
    const none = Object.fromEntries(told.map((measure) => [measure, 0]));
    expect({ ...none, ...counted }).toMatchObject({ ...none, ...expected });
  });

  const said = (contacted: 'yes' | 'no' | 'unsure' | undefined, solved = true) =>
    command('evaluate', {
      solved,
      stars: { speed: 5, effect: 5, service: 5, feedback: 5 },
      ...(contacted ? { contacted } : {}),
    });
  const citizen = { kind: 'citizen' } as const;
  const judged = (contacted?: 'yes' | 'no' | 'unsure', solved = true, before = walks['awaiting-rating']()) =>
    step(before, citizen, said(contacted, solved));
  const caller = staff('call-back', units.cityCentre);
  const calledAfter = (before: History, contacted: 'yes' | 'no' | 'unsure') =>
    step(before, caller, command('check', { reached: true, solved: true, contacted, text }));
  const sampled = ticked(
    walks['awaiting-rating'](filed({ settings: { ...defaultSettings, callBackShare: 1 } })),
    0,
  );
  const redone = (before: History) => steps.approve(steps.answer(steps.acknowledge(before)));
  test.each<[string, History, number, number]>([
    ['nobody asked', judged(), 0, 0],
    ['contacted', judged('yes'), 1, 1],
    ['not contacted', judged('no'), 0, 1],
    ['not remembered is no clear answer', judged('unsure'), 0, 0],
    ['asked by call-back', calledAfter(sampled, 'yes'), 1, 1],
    ['asked again of the same order, no second time', calledAfter(judged('no', true, sampled), 'yes'), 0, 1],
    ['remembered only when called back', calledAfter(judged('unsure', true, sampled), 'yes'), 1, 1],
    ['asked anew of the rework', judged('yes', true, redone(judged('no', false))), 1, 2],
  ])('响应率: %s', (_, history, confirmed, told) => {
    expect(total(history, 'contact-confirmed')).toBe(confirmed);
    expect(total(history, 'contact-told')).toBe(told);
  });

  test.each<[string, History, number, number]>([
    ['kept by the first unit', walks['dispatched:working'](), 1, 1],
    ['sent back', walks['dispatched:send-back-pending'](), 0, 1],
    ['taken by nobody', ticked(walks['dispatched:offered'](), 2 * day), 0, 1],
    ['reworked', steps.rate(walks['awaiting-rating'](), 1), 1, 1],
  ])('dispatched right at once: %s', (_, history, right, first) => {
    expect(total(history, 'dispatched-once')).toBe(right);
    expect(total(history, 'first-dispatched')).toBe(first);
  });

  test.each<[string, History, number]>([
    ['at once', walks.closed(), 1],
    ['after rework', reworkedWell, 0],
    [
      'after a send-back',
      steps.rate(
        steps.approve(
          steps.answer(
            steps.contact(
              steps.acknowledge(steps.decideSendBack(walks['dispatched:send-back-pending'](), false)),
            ),
          ),
        ),
        5,
      ),
      0,
    ],
    ['and reported again after the closing', reported(walks.closed()), 0],
    ['and reported again twice', reported(reported(walks.closed())), 0],
    ['after it was reported again', steps.rate(reported(walks['awaiting-rating']()), 5), 0],
  ])('closed %s', (_, history, once) => {
    expect(total(history, 'closed')).toBe(1);
    expect(total(history, 'closed-once')).toBe(once);
  });

  test('what is reported again is taken away where it counted: in the hour and of the unit it was closed with', () => {
    const closed = walks.closed();
    const [before, after] = [closed, reported(closed)].map((history) =>
      countsOf(history).filter(({ measure }) => measure === 'closed-once'),
    );
    expect(before).toMatchObject([{ n: 1 }]);
    expect(after).toEqual([...(before ?? []), { ...before?.[0], n: -1 }]);
  });

  test('nothing but filing begins a life', () => {
    const { recorded } = walks['dispatched:offered']();
    const event = recorded.at(-1)!;
    expect(count(null, event.event, event.at, office)).toEqual({ life: null, counts: [] });
  });
});
