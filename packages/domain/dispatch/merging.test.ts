import { describe, expect, test } from 'vitest';
import { hour } from '../calendar/calendar.ts';
import { abilities } from '../decide.ts';
import { defaultSettings } from '../settings.ts';
import { nextWatch } from '../supervise/watch.ts';
import { citizen, staff, system, units } from '../testing/city.ts';
import {
  at,
  attempt,
  command,
  filed,
  type History,
  orderOf,
  step,
  steps,
  twinOf,
  walks,
} from '../testing/histories.ts';

const text = '请核实处理。';
const centre = staff('dispatcher', units.cityCentre);
const merge = command('merge', { into: '260302-00000002-0' });
const into = (history: History, master: History) =>
  attempt({ ...history, master: master.appeal }, centre, merge);
const other = (walk: keyof typeof walks) => walks[walk](filed({ id: 2 }));

describe('a follower', () => {
  test('keeps its number, knows its master, and waits for it without clocks of its own', () => {
    const merged = steps.merge(walks['dispatched:offered']());
    const twin = twinOf(merged.appeal);
    expect(merged.appeal.key).toEqual(filed().appeal.key);
    expect(merged.appeal.beside.master).toEqual({ key: twin.key, filedAt: twin.filedAt, unit: null });
    expect(orderOf(merged).state).toBe('terminated');
    expect(nextWatch(merged.appeal, merged.settings, merged.calendar)).toBeNull();
    expect(abilities(merged.appeal, citizen)).toEqual(['supplement', 'withdraw', 'conceal']);
  });

  test('is answered with its master and rates for itself; unhappy, it has an order of its own', () => {
    const shared = steps.share(steps.merge(filed()), units.urban);
    expect(at(shared)).toBe('awaiting-rating');
    expect(at(steps.rate(shared, 5))).toBe('closed');
    const rework = steps.rate(shared, 1);
    expect(orderOf(rework)).toMatchObject({ no: 1, unit: units.urban, cause: 'rework' });
    expect(rework.appeal.beside.master).toBeNull();
    // Nor is the call-back made by the unit that answered the master.
    const rate = command('evaluate', {
      solved: true,
      stars: { speed: 5, effect: 5, service: 5, feedback: 5 },
    });
    expect(attempt(shared, staff('call-back', units.urban), rate)).toEqual({ refused: 'own-call-back' });
  });

  test('of a master that the centre answered at once goes back to the centre', () => {
    const shared = steps.share(steps.merge(filed()), units.cityCentre);
    const back = steps.rate(shared, 1);
    expect(at(back)).toBe('received');
    expect(back.appeal).toMatchObject({ order: null, dissatisfied: 1, dispatchDue: back.now + 2 * hour });
  });

  test('goes its own way again with all it had, by the centre or, when its master will not answer, by the system', () => {
    const before = step(filed(), citizen, command('supplement', { text }));
    for (const actor of [centre, system]) {
      const split = step(steps.merge(before), actor, command('split', { text }));
      expect(split.appeal).toMatchObject({ state: 'received', dispatchDue: split.now + 2 * hour });
      expect(split.appeal.beside).toMatchObject({
        master: null,
        suppliedAt: before.appeal.beside.suppliedAt,
      });
      expect(at(steps.dispatch(split))).toBe('dispatched:offered');
    }
  });

  test('that is withdrawn follows nobody', () => {
    const withdrawn = step(steps.merge(filed()), citizen, command('withdraw', {}));
    expect(withdrawn.appeal.beside.master).toBeNull();
  });
});

describe('a master', () => {
  test.each(['received', 'dispatched:offered', 'dispatched:working', 'dispatched:in-arbitration'] as const)(
    'is open: %s',
    (where) => expect(Array.isArray(into(filed(), other(where)))).toBe(true),
  );
  test.each(['merged', 'awaiting-rating', 'closed', 'withdrawn', 'referred', 'answered-at-once'] as const)(
    'is not ended and follows nobody: %s',
    (where) => expect(into(filed({ id: 3 }), walks[where]())).toEqual({ refused: 'master-unfit' }),
  );

  test('does not follow in its turn', () => {
    const led = step(filed(), system, command('count-follower', { by: 1 }));
    expect(into(led, other('received'))).toEqual({ refused: 'has-followers' });
    const left = step(led, system, command('count-follower', { by: -1 }));
    expect(left.appeal.beside.followers).toBe(0);
    expect(Array.isArray(into(left, other('received')))).toBe(true);
  });

  test('is about the same unit, and as confidential', () => {
    const about = filed({ intake: { accused: units.street } });
    expect(into(about, other('received'))).toEqual({ refused: 'master-unfit' });
    expect(into(filed(), filed({ id: 2, intake: { accused: units.street } }))).toEqual({
      refused: 'master-unfit',
    });
    const confidential = filed({ request: { confidential: true } });
    expect(into(confidential, other('received'))).toEqual({ refused: 'master-unfit' });
    expect(Array.isArray(into(filed(), filed({ id: 2, request: { confidential: true } })))).toBe(true);
  });

  test('a case in somebody’s hands is not merged away from them', () => {
    expect(into(walks['dispatched:acknowledged'](), other('received'))).toEqual({ refused: 'wrong-state' });
  });
});

describe('who says that it is the same follows it by itself', () => {
  const { mergeFrom } = defaultSettings.sameEvent;
  const claim = (history: History, master: History, chance = 1) =>
    attempt(
      { ...history, master: master.appeal },
      system,
      command('merge-claimed', { into: '260302-00000002-0', chance }),
    );

  test('from the city’s chance on; the event keeps it', () => {
    const master = other('dispatched:working');
    const { key, filedAt } = master.appeal;
    expect(claim(filed(), master, mergeFrom)).toEqual([
      {
        type: 'merged',
        data: { cohort: key.cohort, master: key.id, masterFiledAt: filedAt, chance: mergeFrom },
      },
    ]);
    expect(claim(filed(), master, mergeFrom - 0.01)).toEqual([]);
  });

  test.each([
    ['a confidential master', filed(), filed({ id: 2, request: { confidential: true } })],
    ['a confidential follower', filed({ request: { confidential: true } }), filed({ id: 2 })],
    ['a tip-off', filed(), filed({ id: 2, request: { kind: 'tip-off' } })],
    ['a follower that is one', filed({ request: { kind: 'tip-off' } }), filed({ id: 2 })],
    ['a complaint about a unit', filed(), filed({ id: 2, intake: { accused: units.street } })],
    [
      'two about the same unit',
      filed({ intake: { accused: units.street } }),
      filed({ id: 2, intake: { accused: units.street } }),
    ],
    ['itself', filed(), filed()],
  ] satisfies [string, History, History][])('never with %s', (_, history, master) =>
    expect(claim(history, master)).toEqual([]),
  );

  test.each(['merged', 'awaiting-rating', 'closed', 'withdrawn', 'referred', 'answered-at-once'] as const)(
    'a master that ended meanwhile changes nothing: %s',
    (where) => expect(claim(filed({ id: 3 }), walks[where]())).toEqual([]),
  );

  test('nor does one that is followed itself, or a master that is not there', () => {
    const led = step(filed(), system, command('count-follower', { by: 1 }));
    expect(claim(led, other('received'))).toEqual([]);
    const given = command('merge-claimed', { into: '260302-00000002-0', chance: 1 });
    expect(attempt({ ...filed(), master: null }, system, given)).toEqual([]);
  });
});
