import { describe, expect, test } from 'vitest';
import { abilities } from './decide.ts';
import { staff, system, units } from './testing/city.ts';
import { at, attempt, command, filed, type History, orderOf, steps, walks } from './testing/histories.ts';

const centre = staff('dispatcher', units.cityCentre);
const supervisor = staff('supervisor', units.supervision);
const accepted = (decision: ReturnType<typeof attempt>) => Array.isArray(decision);
const rate = (stars: number, solved = true) =>
  command('evaluate', { solved, stars: { speed: stars, effect: stars, service: stars, feedback: stars } });

describe('a complaint about a unit', () => {
  test('its people and those below it take no part, in any post', () => {
    const about = filed({ intake: { accused: units.district } });
    for (const [role, unit] of [
      ['operator', units.district],
      ['supervisor', units.district],
      ['supervisor', units.street],
      ['call-back', units.districtUrban],
      ['dispatcher', units.districtCentre],
    ] as const) {
      for (const walk of [walks.received, walks.referred, walks['answered-at-once']]) {
        expect(abilities(walk(about).appeal, staff(role, unit)), `${role} of ${unit.path}`).toEqual([]);
      }
    }
    expect(abilities(about.appeal, supervisor)).toEqual([
      'urge',
      'recuse',
      'open-follow-up',
      'issue-circular',
    ]);
    expect(attempt(about, staff('supervisor', units.street), command('urge', {}))).toEqual({
      refused: 'not-yours',
    });
  });

  test('goes to its superior', () => {
    const about = filed({ intake: { accused: units.street } });
    expect(at(steps.dispatch(about, units.district))).toBe('dispatched:offered');
  });

  test('about the city itself, which has no superior here, can still be told its legal route', () => {
    const about = filed({ intake: { accused: units.city } });
    expect(
      attempt(about, centre, command('dispatch', { unit: units.urban.id, matter: 'street-lamp' })),
    ).toEqual({ refused: 'unit-accused' });
    expect(at(walks.referred(about))).toBe('referred');
  });
});

test('the call-back is never made by the unit, those below it, or the department it belongs to', () => {
  const given = rate(5);
  const ask = (history: History, unit: keyof typeof units) =>
    attempt(history, staff('call-back', units[unit]), given);
  const street = walks['awaiting-rating']();
  for (const unit of ['street', 'community', 'grid'] as const)
    expect(ask(street, unit)).toEqual({ refused: 'own-call-back' });
  for (const unit of ['cityCentre', 'district', 'city', 'urban', 'otherStreet'] as const)
    expect(accepted(ask(street, unit))).toBe(true);
  const squad = walks['awaiting-rating'](filed());
  const ofSquad = {
    ...squad,
    appeal: { ...squad.appeal, order: { ...orderOf(squad), unit: units.urbanSquad } },
  } as History;
  for (const unit of ['urbanSquad', 'urban'] as const)
    expect(ask(ofSquad, unit)).toEqual({ refused: 'own-call-back' });
  for (const unit of ['city', 'water', 'cityCentre'] as const)
    expect(accepted(ask(ofSquad, unit))).toBe(true);
});

test('the system steps, counts and follows; it decides nothing', () => {
  const own = ['split', 'tick', 'recompute', 'share-answer', 'count-follower'];
  for (const walk of Object.values(walks)) {
    expect(own).toEqual(expect.arrayContaining(abilities(walk().appeal, system)));
  }
});
