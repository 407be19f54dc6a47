import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hour } from '../calendar/calendar.ts';
import { staffRoles } from '../roles.ts';
import { defaultSettings } from '../settings.ts';
import { citizen, staff, system, units } from '../testing/city.ts';
import {
  type Alert,
  evolveAlert,
  judge,
  judgeDue,
  mayNotJudge,
  measuresOf,
  nextAlertWatch,
  tickAlert,
} from './alerts.ts';
import { alertStates, measures } from './requests.ts';

const open: Alert = {
  version: 1,
  cause: 'gathering',
  state: 'open',
  unit: units.street,
  accused: [],
  raisedAt: 0,
  due: 24 * hour,
  light: 'green',
  followedUp: false,
};
const dismissed = { requestId: '', verdict: 'dismissed', reason: '不属实。' } as const;
const confirmed = (measure: (typeof measures)[number]) =>
  ({ requestId: '', verdict: 'confirmed', reason: '属实。', measure }) as const;

describe('who judges', () => {
  const of = (unit: (typeof units)[keyof typeof units]) =>
    staffRoles.filter((role) => mayNotJudge(staff(role, unit), open) === null);
  test('the responsible unit’s head and those above, the duty room, supervision: every role at every unit', () => {
    expect(of(units.street).toSorted()).toEqual(['duty-officer', 'leader', 'supervisor']);
    expect(of(units.district)).toContain('leader');
    expect(of(units.supervision)).toEqual(expect.arrayContaining(['supervisor', 'duty-officer']));
    expect(of(units.supervision)).not.toContain('leader');
    expect(of(units.urban)).not.toContain('leader');
    expect(of(units.community)).toEqual([]);
  });
  test('nobody outside the staff, and none of a unit complained of', () => {
    expect(mayNotJudge(citizen, open)).toEqual({ refused: 'not-allowed' });
    expect(mayNotJudge(system, open)).toEqual({ refused: 'not-allowed' });
    const against = { ...open, unit: units.district, accused: [units.street.id] };
    expect(mayNotJudge(staff('leader', units.street), against)).toEqual({ refused: 'not-yours' });
    expect(mayNotJudge(staff('leader', units.district), against)).toBeNull();
  });
});

test('in every state every role gives every verdict: once, and only what is theirs to order', () => {
  const refused = (code: string) => ({ refused: code });
  for (const state of alertStates)
    for (const role of staffRoles)
      for (const measure of measures) {
        const actor = staff(role, units.street);
        const may = mayNotJudge(actor, open) === null;
        const early = !may ? refused('not-allowed') : state === 'open' ? null : refused('judged-already');
        const own = measuresOf(actor).includes(measure);
        const wanted = early ?? (own ? [{ type: 'confirmed', data: { measure } }] : refused('not-allowed'));
        expect(judge({ ...open, state }, confirmed(measure), actor)).toEqual(wanted);
        expect(judge({ ...open, state }, dismissed, actor)).toEqual(
          early ?? [{ type: 'dismissed', data: {} }],
        );
      }
});

test('sensitive words are due sooner than the rest, by the settings', () => {
  expect(judgeDue(defaultSettings, 'sensitive', 0)).toBe(2 * hour);
  for (const cause of ['gathering', 'rise', 'marked'] as const)
    expect(judgeDue(defaultSettings, cause, 0)).toBe(24 * hour);
});

test('whenever and however often it is looked at, each step is taken once and in its order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 80 * hour }), { minLength: 1, maxLength: 30 }),
      (looks) => {
        let alert = open;
        const done: string[] = [];
        for (const at of [...looks.toSorted((a, b) => a - b), 80 * hour]) {
          const next = nextAlertWatch(alert, defaultSettings);
          const events = tickAlert(alert, defaultSettings, at);
          expect(events.length > 0).toBe(next !== null && next <= at);
          for (const event of events) {
            alert = evolveAlert(alert, event);
            done.push(event.type === 'light-raised' ? event.data.light : event.type);
          }
        }
        expect(done).toEqual(['yellow', 'red', 'follow-up-opened']);
        expect(nextAlertWatch(alert, defaultSettings)).toBeNull();
      },
    ),
  );
});

test('what was judged is left in peace', () => {
  for (const state of ['confirmed', 'dismissed'] as const) {
    expect(tickAlert({ ...open, state }, defaultSettings, 1e12)).toEqual([]);
    expect(nextAlertWatch({ ...open, state }, defaultSettings)).toBeNull();
  }
});
