import { describe, expect, test } from 'vitest';
import { addWorkingDays, type Calendar, day, hour, workingTime } from '../calendar/calendar.ts';
import { abilities } from '../decide.ts';
import { calendar2026, citizen, cityTime, staff, system, units } from '../testing/city.ts';
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
  thrice,
  walks,
} from '../testing/histories.ts';

const text = '请核实处理。';
const centre = staff('dispatcher', units.cityCentre);
const supervisor = staff('supervisor', units.supervision);
const grant = command('decide-application', { grant: true, text });
const refusal = command('decide-application', { grant: false, text });
const extension = { what: 'extension', days: 5, text } as const;
const closure = { what: 'closure', text } as const;
const working = walks['dispatched:working'];
const dissatisfied = () => steps.acknowledge(thrice());

describe('who decides', () => {
  test.each([
    ['extension', steps.apply(working(), extension)],
    ['termination', steps.apply(working(), { what: 'termination', text })],
    ['ledger', steps.apply(working(), { what: 'ledger', text, reviewAt: '2026-03-20T09:00:00+08:00' })],
  ] as const)('%s: the centre, not the supervisor, nor another centre', (_, asked) => {
    expect(Array.isArray(attempt(asked, centre, grant))).toBe(true);
    for (const actor of [supervisor, staff('dispatcher', units.otherCentre)]) {
      expect(attempt(asked, actor, grant)).toEqual({ refused: 'not-yours' });
      expect(abilities(asked.appeal, actor)).not.toContain('decide-application');
    }
  });

  test('closing with reasons: a supervisor apart from the unit, not the centre', () => {
    const asked = steps.apply(dissatisfied(), closure);
    expect(attempt(asked, centre, grant)).toEqual({ refused: 'not-yours' });
    expect(attempt(asked, staff('supervisor', units.street), grant)).toEqual({ refused: 'own-application' });
    expect(step(asked, supervisor, grant).appeal).toMatchObject({ state: 'closed', solved: false });
  });

  test('the centre the appeal was passed to', () => {
    const passed = steps.dispatch(filed(), units.districtCentre);
    const asked = steps.apply(working(passed), extension);
    expect(Array.isArray(attempt(asked, staff('dispatcher', units.districtCentre), grant))).toBe(true);
  });
});

test('leave is asked by who has taken the case, and one thing at a time', () => {
  expect(
    attempt(walks['dispatched:offered'](), staff('receiver', units.street), command('apply', extension)),
  ).toEqual({ refused: 'wrong-state' });
  const asked = steps.apply(working(), extension);
  expect(abilities(asked.appeal, staff('receiver', units.street))).not.toContain('apply');
  const refused = step(asked, centre, refusal);
  expect(orderOf(refused)).toEqual(orderOf(working()));
  expect(abilities(refused.appeal, staff('receiver', units.street))).toContain('apply');
});

test('what was asked is moot once an answer is drafted or the case sent back', () => {
  const asked = steps.apply(walks['dispatched:acknowledged'](), extension);
  expect(orderOf(steps.answer(asked)).beside.asked).toBeNull();
  expect(orderOf(steps.sendBack(asked)).beside.asked).toBeNull();
});

describe('extension', () => {
  test('is asked for before expiry, to the millisecond, and may be granted after', () => {
    const before = working();
    const left = orderOf(before).finishDue - before.now;
    const receiver = staff('receiver', units.street);
    expect(attempt(before, receiver, command('apply', extension), left)).toEqual({
      refused: 'application-late',
    });
    const asked = step(before, receiver, command('apply', extension), left - 1);
    const granted = step(asked, centre, grant, 2 * day);
    expect(orderOf(granted).finishDue).toBe(addWorkingDays(calendar2026, orderOf(before).finishDue, 5));
    expect(orderOf(granted).beside).toMatchObject({
      originalFinishDue: orderOf(before).finishDue,
      extensionDays: 5,
    });
  });

  test('moves the finish clock and no other', () => {
    const before = steps.apply(walks['dispatched:acknowledged'](), extension);
    const { ackDue, contactDue } = orderOf(steps.grant(before));
    expect({ ackDue, contactDue }).toEqual({
      ackDue: orderOf(before).ackDue,
      contactDue: orderOf(before).contactDue,
    });
  });

  test('into a year whose calendar is not published is provisional', () => {
    const december = filed({ at: cityTime('2026-12-14 09:00') });
    expect(orderOf(working(december)).beside.provisional).toBe(false);
    expect(orderOf(steps.grant(steps.apply(working(december), extension))).beside.provisional).toBe(true);
  });
});

describe('the ledger', () => {
  test('its clock stands still for exactly the time it is there, however often', () => {
    let history = working();
    const { finishDue } = orderOf(history);
    let stood = 0;
    for (const days of [3, 8]) {
      const paused = onLedger(history, 20);
      history = step(paused, staff('leader', units.street), command('resume', { text }), days * day + hour);
      stood += workingTime(calendar2026, paused.now, history.now);
    }
    expect(orderOf(history).beside.pausedFor).toBe(stood);
    expect(workingTime(calendar2026, finishDue, orderOf(history).finishDue)).toBe(stood);
  });

  test('what runs day and night stands still day and night', () => {
    const urgent = steps.acknowledge(
      step(
        filed({ intake: { urgency: 'urgent' } }),
        centre,
        command('dispatch', { unit: units.urban.id, matter: 'exhaust' }),
      ),
    );
    const paused = onLedger(urgent, 30);
    const resumed = step(paused, staff('receiver', units.urban), command('resume', { text }), 12 * day + 7);
    expect(orderOf(resumed).finishDue).toBe(orderOf(urgent).finishDue + 12 * day + 7);
  });

  test('is still unsolved: nothing is answered, and it comes back where it stood', () => {
    const paused = onLedger(walks['dispatched:acknowledged'](), 10);
    expect(paused.appeal.state).toBe('dispatched');
    expect(at(step(paused, centre, command('resume', { text })))).toBe('dispatched:acknowledged');
  });
});

test('a case that is ended with the centre’s leave is rated like every other, and comes back when the citizen is not content', () => {
  const ended = steps.grant(steps.apply(working(), { what: 'termination', text }));
  expect(at(ended)).toBe('awaiting-rating');
  expect(orderOf(ended).state).toBe('terminated');
  expect(at(steps.rate(ended, 1))).toBe('dispatched:offered');
});

describe('closing with reasons', () => {
  const apply = (history: History) =>
    attempt(history, staff('receiver', units.street), command('apply', closure));

  test('needs dissatisfaction after the follow-up, not only the one it came from', () => {
    const once = steps.rate(walks['awaiting-rating'](), 1);
    const twice = steps.rate(steps.approve(steps.answer(steps.acknowledge(once))), 1);
    expect(twice.appeal.followUp).toBe(true);
    expect(apply(steps.acknowledge(twice))).toEqual({ refused: 'closure-early' });
    expect(Array.isArray(apply(dissatisfied()))).toBe(true);
  });

  test('a supervisor’s follow-up after something new has been seen to opens the way again', () => {
    const told = step(dissatisfied(), citizen, command('supplement', { text }));
    expect(apply(told)).toEqual({ refused: 'new-fact' });
    const closed = step(told, supervisor, command('close-follow-up', { text }));
    const opened = step(closed, supervisor, command('open-follow-up', { text }));
    expect(apply(opened)).toEqual({ refused: 'closure-early' });
    const again = steps.acknowledge(steps.rate(steps.approve(steps.answer(opened)), 1));
    expect(Array.isArray(apply(again))).toBe(true);
  });

  test('can be contested like every ending', () => {
    const closed = steps.grant(steps.apply(dissatisfied(), closure));
    const back = step(closed, citizen, command('contest', { text }));
    expect(back.appeal.state).toBe('received');
    expect('solved' in back.appeal).toBe(false);
  });
});

describe('a calendar is published', () => {
  const recompute = command('recompute', {});
  const december = { at: cityTime('2026-12-21 09:00') };
  /** New Year’s day off and the two days after it, with a Sunday worked for one. */
  const with2027: Calendar = {
    ...calendar2026,
    published: new Set([2026, 2027]),
    exceptions: new Map([
      ...calendar2026.exceptions,
      ['2027-01-01', 'holiday'],
      ['2027-01-04', 'holiday'],
      ['2027-01-05', 'holiday'],
      ['2027-01-10', 'workday'],
    ]),
  };

  test('clocks that run into it are reckoned anew, by what was granted, and are no more provisional', () => {
    const open = steps.grant(steps.apply(working(filed(december)), extension));
    expect(orderOf(open).beside.provisional).toBe(true);
    const after = step({ ...open, calendar: with2027 }, system, recompute);
    const { offeredAt, finishDue, beside } = orderOf(after);
    expect(finishDue).toBe(addWorkingDays(with2027, offeredAt, 15));
    expect(finishDue).toBeGreaterThan(orderOf(open).finishDue);
    expect(beside).toMatchObject({ provisional: false, extensionDays: 5 });
    // Once is enough, and the same calendar changes nothing.
    expect(attempt(after, system, recompute)).toEqual([]);
    expect(attempt(open, system, recompute)).toEqual([]);
  });

  test('what changed in the catalogue meanwhile changes no limit that was given', () => {
    const exhaust = step(
      filed({ request: { kind: 'complaint' } }),
      centre,
      command('dispatch', { unit: units.urban.id, matter: 'exhaust' }),
    );
    const renamed = { ...exhaust, appeal: { ...exhaust.appeal, matter: null } } as History;
    expect(attempt(renamed, system, recompute)).toEqual([]);
  });

  test('two hours of a Sunday stay two hours', () => {
    const sunday = filed({ at: cityTime('2026-03-01 10:00'), intake: { urgency: 'urgent' } });
    const given = command('dispatch', { unit: units.urban.id, matter: 'exhaust' });
    expect(attempt(step(sunday, centre, given), system, recompute)).toEqual([]);
  });
});
