import { indicatorNames } from '@suban/domain/indicators/rates.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf, type Score, sizeOf } from './bands.ts';

const rate = { numerator: 0, denominator: 0, value: null, low: null, high: null };
const score = (id: number, level: Score['level'], kind: Score['kind'], dispatched30: number): Score => ({
  unit: { id, name: `单位${id}`, nameEn: `Unit ${id}`, phone: null },
  level,
  kind,
  dispatched30,
  open: 0,
  red: 0,
  yellow: 0,
  closed30: 0,
  indicators: Object.fromEntries(indicatorNames.map((name) => [name, rate])) as Score['indicators'],
  held: { minutes: 0, times: 0 },
});

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
  const bands = bandsOf([
    score(1, 'subdistrict', 'government', 40),
    score(2, 'city', 'department', 5),
    score(3, 'city', 'department', 500),
  ]);
  expect(bands.map(({ level, size }) => [level, size])).toEqual([
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
      const bands = bandsOf(scores);
      expect(bands.flatMap(({ units }) => units.map(({ unit }) => unit.id)).sort((a, b) => a - b)).toEqual(
        scores.map(({ unit }) => unit.id),
      );
      for (const band of bands) {
        for (const unit of band.units)
          expect([unit.level, unit.kind, sizeOf(unit.dispatched30)]).toEqual([
            band.level,
            band.kind,
            band.size,
          ]);
      }
    }),
  );
});
