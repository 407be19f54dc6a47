import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf, type Sized, sizeOf } from './bands.ts';

type Score = Sized & { readonly id: number };
const score = (id: number, level: Score['level'], kind: Score['kind'], dispatched: number): Score => ({
  id,
  level,
  kind,
  dispatched,
});
const bands = (scores: readonly Score[]) => bandsOf(scores, (each) => each);

test('a size begins at its lower end', () => {
  expect([0, 29, 30, 99, 100, 299, 300].map(sizeOf)).toEqual([
    'few',
    'few',
    'small',
    'small',
    'middle',
    'middle',
    'large',
  ]);
});

test('the city stands before the subdistricts, the busy before the quiet', () => {
  const found = bands([
    score(1, 'subdistrict', 'government', 40),
    score(2, 'city', 'department', 5),
    score(3, 'city', 'department', 500),
  ]);
  expect(found.map(({ level, size }) => [level, size])).toEqual([
    ['city', 'large'],
    ['city', 'few'],
    ['subdistrict', 'small'],
  ]);
});

test('every unit stands in exactly one band, among its like', () => {
  const one = fc.record({
    level: fc.constantFrom('city', 'district', 'subdistrict'),
    kind: fc.constantFrom('government', 'department', 'enterprise'),
    n: fc.nat(1000),
  });
  fc.assert(
    fc.property(fc.array(one), (given) => {
      const scores = given.map(({ level, kind, n }, index) =>
        score(index, level as Score['level'], kind as Score['kind'], n),
      );
      const found = bands(scores);
      expect(found.flatMap(({ units }) => units.map(({ id }) => id)).sort((a, b) => a - b)).toEqual(
        scores.map(({ id }) => id),
      );
      for (const band of found) {
        for (const unit of band.units)
          expect([unit.level, unit.kind, sizeOf(unit.dispatched)]).toEqual([
            band.level,
            band.kind,
            band.size,
          ]);
      }
    }),
  );
});
