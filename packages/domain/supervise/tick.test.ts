import { describe, expect, test } from 'vitest';
import { day, hour } from '../calendar/calendar.ts';
import { type Settings, defaultSettings } from '../settings.ts';
import { citizen, cityTime, staff, system, units } from '../testing/city.ts';
import {
  at,
  attempt,
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

const text = '请核实处理。';
const minute = 60_000;
const centre = staff('dispatcher', units.cityCentre);
const nobodyCalled: Settings = { ...defaultSettings, callBackShare: 0 };
/** What the system did since, as `type:clock:light` or `type:cause`. */
const done = (history: History, since: History): string[] =>
  history.recorded.slice(since.recorded.length).map(({ event: { type, data } }) => {
    const parts = [
      'clock' in data ? data.clock : null,
      'light' in data ? data.light : null,
      'cause' in data ? data.cause : null,
    ];
    return [type, ...parts.filter((part) => part !== null)].join(':');
  });

test('nothing is due a millisecond before, the light is there at its moment, and once', () => {
  const history = filed();
  const tick = command('tick', {});
  expect(attempt(history, system, tick, 90 * minute - 1)).toEqual([]);
  const yellow = step(history, system, tick, 90 * minute);
  expect(done(yellow, history)).toEqual(['light-raised:dispatch:yellow']);
  expect(attempt(yellow, system, tick, 30 * minute - 1)).toEqual([]);
  expect(attempt(yellow, system, tick, 30 * minute)).toEqual([
    {
      type: 'light-raised',
      data: { clock: 'dispatch', light: 'red', due: history.appeal.dispatchDue, unit: units.cityCentre.id },
    },
  ]);
});

test('however long nobody looked, each step of the ladder comes, in its order, and the last leaves a follow-up', () => {
  const history = filed();
  const late = ticked(history, 60 * day);
  expect(done(late, history)).toEqual([
    'light-raised:dispatch:yellow',
    'light-raised:dispatch:red',
    'chased:dispatch',
    'follow-up-opened:overdue',
    'circular-issued:overdue',
  ]);
  expect(done(ticked(late, 60 * day), late)).toEqual([]);
  expect(late.appeal.followUp).toBe(true);
});

test('a later clock never hides an earlier breach: contact is red though it was answered meanwhile', () => {
  const acknowledged = walks['dispatched:acknowledged']();
  const red = ticked(acknowledged, 2 * day);
  expect(done(red, acknowledged)).toEqual(['light-raised:contact:yellow', 'light-raised:contact:red']);
  const answered = steps.answer(red);
  const late = ticked(answered, 20 * day);
  expect(done(late, answered)).toEqual([
    'light-raised:finish:yellow',
    'light-raised:finish:red',
    'chased:finish',
    'follow-up-opened:overdue',
  ]);
  expect(late.appeal.beside.raised).toEqual(expect.arrayContaining(['contact:red', 'finish:red']));
});

test('a change of urgency that lengthens the clock has its lights before it again, one that shortens it does not', () => {
  const history = filed();
  const yellow = ticked(history, 100 * minute);
  const classify = (h: History, urgency: 'urgent' | 'ordinary') =>
    step(h, centre, command('classify', { matter: 'street-lamp', urgency }));
  expect(done(ticked(classify(yellow, 'ordinary'), 0), yellow)).toEqual(['classified']);
  const urgent = ticked(classify(yellow, 'urgent'), 0);
  expect(done(urgent, yellow)).toEqual(['classified', 'light-raised:dispatch:red']);
  const ordinary = ticked(classify(urgent, 'ordinary'), 30 * minute);
  expect(done(ordinary, urgent)).toEqual([
    'classified',
    'light-raised:dispatch:yellow',
    'light-raised:dispatch:red',
  ]);
});

describe('what nobody takes', () => {
  const offered = (backstop = units.water) => steps.dispatch(filed({ backstop }));

  test('goes to arbitration by itself at its deadline, and the backstop unit acts meanwhile', () => {
    const before = offered();
    const due = orderOf(before).ackDue - before.now;
    expect(at(ticked(before, due - 1))).toBe('dispatched:offered');
    const after = ticked(before, due);
    expect(at(after)).toBe('dispatched:in-arbitration');
    expect(orderOf(after)).toMatchObject({ unit: units.street, holder: units.water });
    const contact = command('contact', { method: 'phone', reached: true, text });
    expect(orderOf(step(after, staff('handler', units.water), contact)).contactedAt).not.toBeNull();
  });

  test.each([
    ['the unit itself', { backstop: units.street }],
    ['who is complained of', { backstop: units.districtUrban, intake: { accused: units.districtUrban } }],
    ['a partner', { backstop: units.firm }],
  ] as const)('no backstop is %s', (_, filing) => {
    const before = steps.dispatch(filed(filing));
    const after = ticked(before, 2 * day);
    expect(at(after)).toBe('dispatched:in-arbitration');
    expect(orderOf(after).holder).toEqual(units.street);
  });

  test('not what was designated: it climbs the ladder', () => {
    const designated = steps.designate(walks['dispatched:in-arbitration'](), units.urban);
    expect(at(ticked(designated, 30 * day))).toBe('dispatched:offered');
  });

  test('nor what the centre has said stays there, though the decision came after the deadline', () => {
    const asked = ticked(steps.sendBack(walks['dispatched:offered']()), 3 * day);
    const refused = steps.decideSendBack(asked, false);
    const later = ticked(refused, 10 * day);
    expect(at(later)).toBe('dispatched:offered');
    expect(done(later, refused)).toContain('light-raised:acknowledge:red');
    // A new order has it before it again.
    const next = steps.dispatch(steps.decideSendBack(steps.sendBack(walks['dispatched:offered']()), true));
    expect(at(ticked(next, 2 * day))).toBe('dispatched:in-arbitration');
  });
});

describe('the ledger', () => {
  test('comes to its review by itself, due later by what it stood still, and no ladder meanwhile', () => {
    const paused = onLedger(walks['dispatched:working'](), 20);
    const { finishDue, beside } = orderOf(paused);
    const until = (beside.reviewAt ?? 0) - paused.now;
    expect(done(ticked(paused, until - 1), paused)).toEqual([]);
    const reviewed = ticked(paused, until);
    expect(at(reviewed)).toBe('dispatched:working');
    expect(orderOf(reviewed).finishDue).toBeGreaterThan(finishDue);
    expect(orderOf(reviewed).beside).toMatchObject({ pausedAt: null, reviewAt: null });
  });
});

describe('a co-handler', () => {
  test('that has not reported by its deadline is chased, once; one that has is not', () => {
    const invited = steps.invite(walks['dispatched:working'](), units.water);
    const due = (orderOf(invited).beside.coHandlers[0]?.due ?? 0) - invited.now;
    expect(done(ticked(invited, due - 1), invited)).toEqual([]);
    const chased = ticked(invited, due);
    expect(chased.recorded.at(-1)?.event).toEqual({
      type: 'chased',
      data: { clock: 'co-handle', unit: units.water.id },
    });
    expect(done(ticked(chased, 2 * hour), chased)).toEqual([]);
    const reported = step(invited, staff('handler', units.water), command('report', { text }));
    expect(done(ticked(reported, due), reported)).toEqual([]);
  });
});

describe('after the answer', () => {
  const answered = () => walks['awaiting-rating'](filed({ settings: nobodyCalled }));

  test('who says nothing is called back, and closed as unrated: no rating is made up', () => {
    const before = answered();
    const after = ticked(before, 20 * day);
    expect(done(after, before)).toEqual(['call-back-planned:silent', 'closed']);
    expect(after.appeal).toMatchObject({ state: 'closed', solved: null });
    expect(after.appeal.beside.callBack).toBeNull();
  });

  test('a promise that is kept is heard of no more; one that is not opens a follow-up', () => {
    const promised = steps.rate(
      steps.promise(walks['dispatched:working'](filed({ settings: nobodyCalled }))),
      5,
    );
    const due = ticked(promised, 11 * day);
    expect(done(due, promised)).toEqual(['promise-due']);
    const receiver = staff('receiver', units.street);
    const kept = step(due, receiver, command('report-promise', { kept: true, text }));
    expect(done(ticked(kept, 20 * day), kept)).toEqual([]);
    const not = step(due, receiver, command('report-promise', { kept: false, text }));
    const broken = ticked(not, 20 * day);
    expect(done(broken, not)).toEqual(['follow-up-opened:promise-broken']);
    expect(broken.recorded.at(-1)?.event.data).toMatchObject({ unit: units.street.id });
    expect(done(ticked(broken, 20 * day), broken)).toEqual([]);
  });
});

describe('a follow-up for lateness', () => {
  const supervisor = staff('supervisor', units.supervision);
  const close = command('close-follow-up', { text });

  test('ends when the case is done, not before', () => {
    const late = ticked(walks['dispatched:working'](filed({ settings: nobodyCalled })), 40 * day);
    expect(attempt(late, supervisor, close)).toEqual({ refused: 'follow-up-unmet' });
    const answered = steps.approve(steps.answer(late));
    expect(step(answered, supervisor, close).appeal.followUp).toBe(false);
  });

  test('one opened by hand ends when the supervisor says so', () => {
    const opened = step(filed(), supervisor, command('open-follow-up', { text }));
    expect(step(opened, supervisor, close).appeal.followUp).toBe(false);
  });

  test('spares the unit neither follow-up nor circular when the citizen is dissatisfied twice', () => {
    const late = ticked(walks['dispatched:working'](filed({ settings: nobodyCalled })), 40 * day);
    const once = steps.rate(steps.approve(steps.answer(late)), 1);
    const twice = steps.rate(steps.approve(steps.answer(steps.acknowledge(once))), 1);
    expect(done(twice, once)).toEqual(
      expect.arrayContaining(['follow-up-opened:dissatisfied-twice', 'circular-issued:dissatisfied-twice']),
    );
  });
});

test('the dispatch clock of a contested ending starts anew', () => {
  const contested = step(
    ticked(filed({ at: cityTime('2026-03-02 09:00') }), 3 * hour),
    centre,
    command('refer', { reason: 'legal-route', text, route: text }),
  );
  const back = step(contested, citizen, command('contest', { text }), day);
  expect(done(ticked(back, 3 * hour), back)).toEqual([
    'light-raised:dispatch:yellow',
    'light-raised:dispatch:red',
  ]);
});
