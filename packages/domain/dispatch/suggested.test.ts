import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AppealEvent } from '../events.ts';
import { units } from '../testing/city.ts';
import { at, filed, type History, steps, walks } from '../testing/histories.ts';
import { type Suggested, suggestedAfter, verdictOf } from './suggested.ts';

const none = { first: null, failed: false };
const judged = ({ recorded }: History, unit: number | null): Suggested =>
  recorded.reduce<Suggested>((before, { event }) => suggestedAfter(before, event), { unit, ...none });
const verdict = (history: History, unit: number | null = units.street.id) => verdictOf(judged(history, unit));

test('right is what was dispatched as suggested and stayed there', () => {
  expect(verdict(filed())).toBe('open');
  for (const walk of ['dispatched:offered', 'dispatched:working', 'awaiting-rating', 'closed'] as const) {
    expect(verdict(walks[walk]())).toBe('right');
    expect(verdict(walks[walk](), units.water.id)).toBe('wrong');
    expect(verdict(walks[walk](), null)).toBe('wrong');
  }
});

test('what the unit sent back was no success, whoever was right in the end', () => {
  const sentBack = walks['dispatched:send-back-pending']();
  expect(verdict(sentBack)).toBe('wrong');
  expect(verdict(steps.decideSendBack(sentBack, false))).toBe('wrong');
  const again = steps.dispatch(steps.decideSendBack(sentBack, true), units.urban);
  expect(verdict(again)).toBe('wrong');
  // Where it went the second time was not the first suggestion either.
  expect(verdict(again, units.urban.id)).toBe('wrong');
});

test('a district’s centre can be what is suggested; passing it on judges no other suggestion', () => {
  const passed: AppealEvent = { type: 'passed-to-centre', data: { centre: units.districtCentre } };
  const toCentre = suggestedAfter({ unit: units.districtCentre.id, ...none }, passed);
  expect(verdictOf(toCentre)).toBe('right');
  expect(verdictOf(suggestedAfter({ unit: units.street.id, ...none }, passed))).toBe('open');
});

test('what is answered at once or withdrawn is not judged', () => {
  for (const walk of ['answered-at-once', 'referred', 'withdrawn'] as const) {
    const history = walks[walk]();
    expect([at(history), verdict(history)]).toEqual([walk, 'open']);
  }
});

test('once wrong it stays wrong, and once judged it is never open again', () => {
  const events = fc.constantFrom(
    ...Object.values(walks).flatMap((walk) => walk().recorded.map(({ event }) => event)),
  );
  const rank = { open: 0, right: 1, wrong: 2 } as const;
  fc.assert(
    fc.property(
      fc.array(events, { maxLength: 30 }),
      fc.constantFrom(units.street.id, units.urban.id, null),
      (list, unit) => {
        let before: Suggested = { unit, ...none };
        const ranks = list.map((event) => {
          before = suggestedAfter(before, event);
          return rank[verdictOf(before)];
        });
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      },
    ),
  );
});
