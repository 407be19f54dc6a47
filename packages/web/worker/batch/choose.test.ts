import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extended, nothing, toggled } from './choose.ts';

const list = ['a', 'b', 'c', 'd', 'e'];

test('a row chosen twice is not chosen', () => {
  const once = toggled(nothing, 'b');
  expect([...once.numbers]).toEqual(['b']);
  expect([...toggled(once, 'b').numbers]).toEqual([]);
});

test('a range goes from the row chosen last, or the one stood on, up or down', () => {
  expect([...extended(toggled(nothing, 'b'), list, 'e', 'd').numbers].toSorted()).toEqual(['b', 'c', 'd']);
  expect([...extended(toggled(nothing, 'd'), list, undefined, 'b').numbers].toSorted()).toEqual([
    'b',
    'c',
    'd',
  ]);
  expect([...extended(nothing, list, 'c', 'd').numbers]).toEqual(['c', 'd']);
  // The row it began at has left the list.
  expect([...extended(toggled(nothing, 'x'), list, 'a', 'b').numbers]).toEqual(['x', 'a', 'b']);
});

test('a range holds what was chosen before, both its ends, and nothing that is not between them', () => {
  fc.assert(
    fc.property(fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.nat({ max: 4 }), (before, from, to) => {
      const start = toggled(toggled(nothing, list[before]!), list[from]!);
      const kept = new Set(start.numbers);
      const { numbers } = extended(start, list, undefined, list[to]!);
      const between = list.filter((_, i) => i >= Math.min(from, to) && i <= Math.max(from, to));
      expect(numbers).toEqual(new Set([...kept, ...between]));
    }),
  );
});
