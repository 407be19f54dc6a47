import { describe, expect, test } from 'vitest';
import { citizen, staff, units } from '../testing/city.ts';
import { at, command, type History, step, steps, walks } from '../testing/histories.ts';

const text = '请核实处理。';
const supervisor = staff('supervisor', units.supervision);
const bad = { solved: false, stars: { speed: 1, effect: 1, service: 1, feedback: 1 } };
const unhappy = command('evaluate', bad);
const types = (history: History) => history.recorded.map(({ event }) => event.type);
const rate = (stars: number, solved = true) =>
  command('evaluate', { solved, stars: { speed: stars, effect: stars, service: stars, feedback: stars } });

describe('evaluate', () => {
  test.each([
    [5, true, 'closed'],
    [3, true, 'closed'],
    [2, true, 'dispatched:offered'],
    [5, false, 'dispatched:offered'],
  ] as const)('%d stars, solved %s: %s', (stars, solved, where) => {
    expect(at(step(walks['awaiting-rating'](), citizen, rate(stars, solved)))).toBe(where);
  });

  test('a mean at the threshold is unhappy, just above it is not', () => {
    const stars = (feedback: number) =>
      command('evaluate', { solved: true, stars: { speed: 2, effect: 2, service: 3, feedback } });
    expect(at(step(walks['awaiting-rating'](), citizen, stars(3)))).toBe('dispatched:offered');
    expect(at(step(walks['awaiting-rating'](), citizen, stars(4)))).toBe('closed');
  });

  test('a citizen may contest an answer at once or a referral: back into the queue', () => {
    for (const where of ['answered-at-once', 'referred'] as const) {
      expect(at(step(walks[where](), citizen, unhappy))).toBe('received');
      expect(at(step(walks[where](), citizen, rate(5)))).toBe('closed');
    }
  });

  test('nor does an answer at once, contested, go to a unit that had rightly sent the appeal back', () => {
    const upheld = steps.decideSendBack(walks['dispatched:send-back-pending'](), true);
    const contested = step(walks['answered-at-once'](upheld), citizen, unhappy);
    expect(at(contested)).toBe('received');
    expect(contested.appeal.orders).toBe(1);
  });

  const redo = (history: History) => steps.approve(steps.answer(steps.acknowledge(history)));

  test('unhappy once: rework only; twice: one follow-up and one circular; thrice: no more of either', () => {
    const once = steps.rate(walks['awaiting-rating'](), 1);
    expect(types(once).filter((type) => type === 'follow-up-opened' || type === 'circular-issued')).toEqual(
      [],
    );
    const twice = steps.rate(redo(once), 1);
    expect(types(twice).slice(-4)).toEqual([
      'evaluated',
      'follow-up-opened',
      'circular-issued',
      'dispatched',
    ]);
    const thrice = steps.rate(redo(twice), 1);
    expect(types(thrice).slice(-2)).toEqual(['evaluated', 'dispatched']);
    expect(thrice.appeal).toMatchObject({ dissatisfied: 3, followUp: true, orders: 4 });
  });

  test('a follow-up that a supervisor opened before does not save the unit from the circular', () => {
    const opened = step(walks['awaiting-rating'](), supervisor, command('open-follow-up', { text }));
    const twice = steps.rate(redo(steps.rate(opened, 1)), 1);
    expect(types(twice).filter((type) => type === 'follow-up-opened')).toHaveLength(1);
    expect(types(twice).filter((type) => type === 'circular-issued')).toHaveLength(1);
  });

  test.each([
    ['its unit’s order', walks['awaiting-rating'](), { contacted: 'no' }],
    ['an answer at once: nobody was to contact', walks['answered-at-once'](), {}],
    [
      'one sent back before it was answered at once',
      walks['answered-at-once'](steps.decideSendBack(walks['dispatched:send-back-pending'](), true)),
      {},
    ],
    ['a follower, answered with its master', steps.share(walks.merged()), {}],
  ] as const)('whether the unit contacted is kept with the rating of %s', (_, history, kept) => {
    const given = command('evaluate', { ...bad, contacted: 'no' });
    const event = step(history, citizen, given).recorded.find((each) => each.event.type === 'evaluated');
    expect(event?.event.data).toEqual(expect.objectContaining({ solved: false, ...kept }));
    expect('contacted' in (event?.event.data ?? {})).toBe('contacted' in kept);
  });

  test('a supervisor may follow up a refusal to accept', () => {
    expect(step(walks.referred(), supervisor, command('open-follow-up', { text })).appeal.followUp).toBe(
      true,
    );
  });
});
