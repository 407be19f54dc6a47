import { describe, expect, test } from 'vitest';
import { abilities } from './decide.ts';
import { mayReveal } from './access.ts';
import { systemCommands } from './commands.ts';
import { blindTo, mustRecuse } from './permissions.ts';
import { staff, system, unitNames, units } from './testing/city.ts';
import { isWithin } from './units.ts';
import {
  at,
  attempt,
  command,
  filed,
  type History,
  orderOf,
  step,
  steps,
  walks,
} from './testing/histories.ts';

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

  const about = (unit: keyof typeof units) => filed({ intake: { accused: units[unit] } });
  const mayor = staff('mayor', units.city);

  test('about the city’s own dispatch centre: those who lead the city do its work, nobody in it any', () => {
    const centreAccused = about('cityCentre');
    expect(abilities(centreAccused.appeal, centre)).toEqual([]);
    const forCentre = ['classify', 'answer-at-once', 'refer', 'dispatch', 'merge'];
    for (const role of ['mayor', 'leader', 'dispatcher'] as const)
      expect(abilities(centreAccused.appeal, staff(role, units.city))).toEqual(
        expect.arrayContaining(forCentre),
      );
    const given = command('dispatch', { unit: units.street.id, matter: 'street-lamp' });
    const offered = step(centreAccused, mayor, given);
    expect(at(offered)).toBe('dispatched:offered');
    const asked = steps.apply(steps.acknowledge(offered), {
      what: 'extension',
      days: 3,
      text: '尚需协调。',
    });
    expect(attempt(asked, centre, decision)).toEqual({ refused: 'not-yours' });
    expect(accepted(attempt(asked, mayor, decision))).toBe(true);
    expect(accepted(attempt(steps.sendBack(offered), mayor, uphold))).toBe(true);
  });
  const decision = command('decide-application', { grant: true, text: '同意。' });
  const uphold = command('decide-send-back', { uphold: true, text: '确有误派。' });

  test('of any other appeal those who lead the city do no centre’s work, nor others on that one', () => {
    expect(abilities(filed().appeal, mayor)).toEqual([]);
    expect(abilities(about('supervision').appeal, mayor)).toEqual([]);
    for (const actor of [
      staff('leader', units.urban),
      staff('leader', units.district),
      staff('handler', units.city),
    ])
      expect(abilities(about('cityCentre').appeal, actor)).not.toContain('dispatch');
  });

  test('once it is with another centre, that one does the work', () => {
    const given = command('dispatch', { unit: units.districtCentre.id, matter: 'street-lamp' });
    const passed = step(about('cityCentre'), mayor, given);
    expect(abilities(passed.appeal, mayor)).toEqual([]);
    expect(abilities(passed.appeal, staff('dispatcher', units.districtCentre))).toContain('dispatch');
  });

  test('about the supervision office is dispatched like every other, to its superior', () => {
    expect(at(steps.dispatch(about('supervision'), units.city))).toBe('dispatched:offered');
    expect(abilities(about('supervision').appeal, supervisor)).toEqual([]);
  });

  test('is not seen by its people or those below it, whatever they see else; one about the city is', () => {
    expect(blindTo(units.cityCentre)).toEqual([units.cityCentre.id]);
    expect(blindTo(units.community)).toEqual([units.district.id, units.street.id, units.community.id]);
    expect(blindTo(units.city)).toEqual([]);
    for (const name of unitNames)
      for (const accused of unitNames) {
        const below = name !== 'city' && accused !== 'city' && isWithin(units[name], units[accused]);
        expect(mustRecuse(units[name], about(accused).appeal)).toBe(below);
      }
  });

  test('tells them no name; nor does a case tell one who has stepped back from it', () => {
    expect(mayReveal(centre, filed().appeal)).toBe(true);
    expect(mayReveal(centre, about('cityCentre').appeal)).toBe(false);
    expect(mayReveal(mayor, about('cityCentre').appeal)).toBe(true);
    expect(mayReveal(mayor, filed().appeal)).toBe(false);
    const recused = step(filed(), centre, command('recuse', { text: '当事人是亲属。' }));
    expect(mayReveal(centre, recused.appeal)).toBe(false);
    expect(mayReveal(staff('dispatcher', units.cityCentre, '-b'), recused.appeal)).toBe(true);
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
  const own = ['split', ...systemCommands];
  for (const walk of Object.values(walks)) {
    expect(own).toEqual(expect.arrayContaining(abilities(walk().appeal, system)));
  }
});
