import { describe, expect, test } from 'vitest';
import { addWorkingDays } from '../calendar/calendar.ts';
import { abilities } from '../decide.ts';
import { calendar2026, citizen, staff, units } from '../testing/city.ts';
import { at, attempt, command, filed, orderOf, step, steps, walks } from '../testing/histories.ts';

const text = '请核实处理。';
const centre = staff('dispatcher', units.cityCentre);
const receiver = staff('receiver', units.street);
const invite = (unit: { id: number }) => command('invite', { unit: unit.id, text });
const working = walks['dispatched:working'];

describe('co-handling', () => {
  test('has a deadline of its own and moves none of the lead’s', () => {
    const before = working();
    const invited = steps.invite(before, units.water);
    expect(orderOf(invited).beside.coHandlers).toEqual([
      { unit: units.water, due: addWorkingDays(calendar2026, invited.now, 3), reportedAt: null },
    ]);
    expect(orderOf(invited)).toMatchObject({ ...orderOf(before), beside: { coHandlers: [{}] } });
  });

  test('the lead or the centre asks; the co-handler reports once and does nothing else', () => {
    expect(Array.isArray(attempt(working(), centre, invite(units.water)))).toBe(true);
    expect(attempt(working(), staff('receiver', units.urban), invite(units.water))).toEqual({
      refused: 'not-yours',
    });
    const invited = steps.invite(working(), units.water);
    const helper = staff('handler', units.water);
    expect(abilities(invited.appeal, helper)).toEqual(['report', 'recuse']);
    const reported = step(invited, helper, command('report', { text }));
    expect(orderOf(reported).beside.coHandlers[0]?.reportedAt).toBe(reported.now);
    expect(abilities(reported.appeal, helper)).toEqual(['recuse']);
  });

  test('ends with the order: rework begins without them', () => {
    const answered = steps.approve(steps.answer(steps.invite(working(), units.water)));
    expect(orderOf(steps.rate(answered, 1)).beside.coHandlers).toEqual([]);
  });

  test('is no way round the accused, the grassroots duty list or the centres', () => {
    const about = steps.dispatch(filed({ intake: { accused: units.districtUrban } }));
    expect(attempt(about, receiver, invite(units.districtUrban))).toEqual({ refused: 'unit-accused' });
    const exhaust = step(filed(), centre, command('dispatch', { unit: units.urban.id, matter: 'exhaust' }));
    expect(attempt(exhaust, staff('receiver', units.urban), invite(units.street))).toEqual({
      refused: 'not-on-duty-list',
    });
    expect(attempt(working(), receiver, invite(units.districtCentre))).toEqual({ refused: 'unit-unknown' });
  });
});

describe('a partner', () => {
  const firm = (role: 'receiver' | 'handler' | 'leader') => staff(role, units.firm);
  const below = () => steps.subAssign(walks['dispatched:offered'](), units.firm);

  test('works on what it was assigned, decides nothing and passes nothing on', () => {
    expect(abilities(below().appeal, firm('receiver'))).toEqual(['acknowledge', 'recuse']);
    expect(abilities(below().appeal, firm('leader'))).toEqual(['recuse']);
    const acknowledged = steps.acknowledge(below());
    expect(abilities(acknowledged.appeal, firm('handler'))).toEqual(['contact', 'answer', 'recuse']);
    const drafted = steps.answer(acknowledged);
    expect(at(steps.approve(drafted))).toBe('awaiting-rating');
  });

  test('helps where it was asked', () => {
    const invited = steps.invite(working(), units.firm);
    expect(abilities(invited.appeal, firm('receiver'))).toEqual(['report', 'recuse']);
  });
});

describe('whoever assigned a case', () => {
  const deep = () =>
    steps.subAssign(steps.subAssign(walks['dispatched:offered'](), units.community), units.grid);
  const to = (unit: { id: number }) => command('sub-assign', { unit: unit.id });

  test('can take it back or give it to another below, also when it was taken', () => {
    for (const history of [deep(), steps.acknowledge(deep())]) {
      const back = step(history, receiver, to(units.street));
      expect(orderOf(back)).toMatchObject({ holder: units.street, unit: units.street });
      expect(at(back)).toBe(at(history));
      expect(orderOf(step(history, receiver, to(units.firm))).holder).toEqual(units.firm);
    }
  });

  test('reaches no further than its own tree, and nobody above the lead reaches in', () => {
    expect(attempt(deep(), staff('receiver', units.community), to(units.street))).toEqual({
      refused: 'unit-outside',
    });
    expect(attempt(deep(), staff('receiver', units.district), to(units.district))).toEqual({
      refused: 'not-yours',
    });
  });
});

describe('recusal', () => {
  test('is of one person, for good, and leaves the case to colleagues', () => {
    const stepped = step(working(), staff('handler', units.street), command('recuse', { text }));
    expect(abilities(stepped.appeal, staff('handler', units.street))).toEqual([]);
    expect(abilities(stepped.appeal, staff('handler', units.street, '-b'))).toContain('answer');
    const rework = steps.rate(steps.approve(step(stepped, receiver, answer())), 1);
    expect(abilities(rework.appeal, staff('handler', units.street))).toEqual([]);
  });
  const answer = () => command('answer', { outcome: 'solved', text });

  test('leaves a call-back to somebody else, too', () => {
    const caller = staff('call-back', units.city);
    const stepped = step(walks['awaiting-rating'](), caller, command('recuse', { text }));
    expect(abilities(stepped.appeal, caller)).toEqual([]);
  });
});

test('a matter’s closure standard: what was done is shown, what was not needs no picture of it', () => {
  const photo = '018f4e2a-7c31-4b6e-9d55-2f1f0a3b4c5e';
  const dispatched = step(filed(), centre, command('dispatch', { unit: units.urban.id, matter: 'exhaust' }));
  const taken = steps.acknowledge(dispatched);
  const handler = staff('handler', units.urban);
  const whole = {
    outcome: 'solved' as const,
    text,
    legalBasis: text,
    site: '园中路8号',
    before: [photo],
    after: [photo],
  };
  const contacted = steps.contact(taken);
  expect(attempt(taken, handler, command('answer', whole))).toEqual({ refused: 'evidence-missing' });
  expect(Array.isArray(attempt(contacted, handler, command('answer', whole)))).toBe(true);
  for (const lacking of [{ before: [] }, { after: [] }, { site: undefined }, { legalBasis: undefined }]) {
    const given = command('answer', { ...whole, ...lacking });
    expect(attempt(contacted, handler, given)).toEqual({ refused: 'evidence-missing' });
  }
  const explained = command('answer', { outcome: 'explained', text, legalBasis: text });
  expect(Array.isArray(attempt(contacted, handler, explained))).toBe(true);
  expect(abilities(contacted.appeal, citizen)).not.toContain('answer');
});
