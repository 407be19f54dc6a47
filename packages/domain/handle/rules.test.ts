import { describe, expect, test } from 'vitest';
import { abilities } from '../decide.ts';
import { staff, units } from '../testing/city.ts';
import { at, attempt, command, type History, orderOf, step, steps, walks } from '../testing/histories.ts';

const text = '请核实处理。';
const minute = 60_000;
const types = (history: History) => history.recorded.map(({ event }) => event.type);
const accepted = (decision: ReturnType<typeof attempt>) => Array.isArray(decision);

describe('handle', () => {
  test('the first receiver leads: whoever it assigns below, it reviews and gets the rework', () => {
    const below = steps.subAssign(
      steps.subAssign(walks['dispatched:offered'](), units.community),
      units.grid,
    );
    expect(orderOf(below)).toMatchObject({ unit: units.street, holder: units.grid });
    const review = steps.answer(steps.acknowledge(below));
    expect(abilities(review.appeal, staff('leader', units.grid))).toEqual(['recuse']);
    const rework = steps.rate(steps.approve(review), 1);
    expect(orderOf(rework)).toMatchObject({ unit: units.street, holder: units.street });
  });

  test('a failed call is recorded and is no contact; the first that succeeds is', () => {
    const acknowledged = walks['dispatched:acknowledged']();
    const handler = staff('handler', units.street);
    const failed = step(acknowledged, handler, command('contact', { method: 'phone', reached: false, text }));
    expect(types(failed).at(-1)).toBe('contacted');
    expect(orderOf(failed)).toEqual(orderOf(acknowledged));
    const reached = step(failed, handler, command('contact', { method: 'phone', reached: true, text }));
    const again = step(reached, handler, command('contact', { method: 'visit', reached: true, text }));
    expect(orderOf(again)).toMatchObject({ state: 'working', contactedAt: reached.now });
  });

  test('a second person reviews, also of those who hold both posts', () => {
    const review = walks['dispatched:in-review']();
    const drafter = { ...staff('handler', units.street), roles: ['handler', 'leader'] as const };
    const colleague = { ...drafter, account: staff('handler', units.street, '-b').account };
    const approve = command('review', { approve: true });
    expect(attempt(review, drafter, approve)).toEqual({ refused: 'own-review' });
    expect(at(step(review, colleague, approve))).toBe('awaiting-rating');
  });

  test.each([
    ['dispatched:acknowledged', walks['dispatched:acknowledged']],
    ['dispatched:working', walks['dispatched:working']],
  ] as const)('a returned answer leaves the order where its facts say, %s', (where, walk) => {
    const returned = step(
      steps.answer(walk()),
      staff('leader', units.street),
      command('review', { approve: false, text }),
    );
    expect(at(returned)).toBe(where);
    expect(orderOf(returned).draftedBy).toBeNull();
  });

  test('an answer that refuses needs a basis, one that promises a day ahead', () => {
    const working = walks['dispatched:working']();
    const handler = staff('handler', units.street);
    expect(
      accepted(
        attempt(working, handler, command('answer', { outcome: 'cannot-now', text, legalBasis: text })),
      ),
    ).toBe(true);
    expect(
      accepted(
        attempt(
          working,
          handler,
          command('answer', { outcome: 'partly', text, promisedAt: '2026-04-01T09:00:00+08:00' }),
        ),
      ),
    ).toBe(true);
    const now = working.now + minute;
    const promisedAt = new Date(now).toISOString();
    expect(attempt(working, handler, command('answer', { outcome: 'partly', text, promisedAt }))).toEqual({
      refused: 'promise-past',
    });
  });
});
