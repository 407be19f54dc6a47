import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fields, fieldChanges, itemOf, same, undone, whatOf } from './changes.ts';

const value = fc.oneof(
  fc.integer(),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.record({ help: fc.integer(), praise: fc.integer() }, { requiredKeys: [] }),
);
const entry: fc.Arbitrary<Fields> = fc.record({
  name: value,
  phone: value,
  limits: value,
  active: fc.boolean(),
});

test('taking a change back restores what it changed and nothing else', () => {
  fc.assert(
    fc.property(entry, entry, (before, after) => {
      const item = itemOf('a', before, after);
      const back = item && undone(item, after);
      expect(back ? 'entry' in back && same(back.entry, before) : same(before, after)).toBe(true);
    }),
  );
});

test('a later change of another field stays; one of the same field is in the way and named', () => {
  fc.assert(
    fc.property(entry, entry, entry, (before, after, later) => {
      const item = itemOf('a', before, after);
      fc.pre(item !== null);
      const back = undone(item, later);
      const touched = Object.keys(item.after);
      const conflicts = touched.filter((field) => !same(later[field], after[field]));
      const wanted = Object.fromEntries(
        Object.keys(later).map((field) => [field, (touched.includes(field) ? before : later)[field]]),
      );
      expect(back).toEqual(conflicts.length > 0 ? { conflicts } : { entry: wanted });
    }),
  );
});

test('what was added is closed, never taken away', () => {
  const added = itemOf('a', null, { name: '新单位', active: true });
  expect(added).toEqual({ key: 'a', before: null, after: { name: '新单位', active: true } });
  expect(added && undone(added, { name: '改了名', active: true })).toEqual({
    entry: { name: '改了名', active: false },
  });
});

test('values are compared as JSON has them', () => {
  expect(same({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(same({ a: undefined }, {})).toBe(true);
  expect(same([1, 2], [2, 1])).toBe(false);
  expect(same(undefined, null)).toBe(true);
  expect(fieldChanges({ a: 1, b: 2 }, { a: 1, b: 3 })).toEqual([{ field: 'b', before: 2, after: 3 }]);
});

test.each([
  ['added', null, { active: true }],
  ['changed', { name: 'a' }, { name: 'b' }],
  ['retired', { active: true }, { active: false }],
  ['restored', { active: false }, { active: true }],
])('a change reads as %s', (what, before, after) => expect(whatOf({ before, after })).toBe(what));
