import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnApart } from './apart.ts';
import { breaksOf, shadeOf, shades } from './classes.ts';
import type { Cell, Point } from './cell.ts';
import { draw, neighbour, outlineOf } from './geometry.ts';

const properties = {
  district: 1,
  name: '甲街道',
  nameEn: 'A',
  districtName: '甲区',
  districtNameEn: 'A District',
};
const square = (x: number, y: number): Point[] => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
];
const cell = (unit: number, x: number, y: number): Cell => ({
  ...properties,
  unit,
  corners: square(x, y),
  centre: [x + 0.5, y + 0.5],
});

test('north is up, the margin is kept and a degree of longitude is shorter than one of latitude', () => {
  const ring = [
    [114, 22],
    [114.1, 22],
    [114.1, 22.1],
    [114, 22.1],
    [114, 22],
  ].map(([a = 0, b = 0]): [number, number] => [a, b]);
  const drawing = draw(
    {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { ...properties, unit: 7 },
          geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
        },
      ],
    },
    120,
    10,
  );
  const [southWest, , northEast] = drawing.cells[0]?.corners ?? [];
  expect(southWest?.[0]).toBeCloseTo(10);
  expect(northEast?.[0]).toBeCloseTo(110);
  expect(northEast?.[1]).toBeCloseTo(10);
  expect((southWest?.[1] ?? 0) - 10).toBeCloseTo(100 / Math.cos((22.05 * Math.PI) / 180));
});

test('the side two cells share is no border', () => {
  expect(outlineOf([cell(1, 0, 0)]).match(/M/g)).toHaveLength(4);
  expect(outlineOf([cell(1, 0, 0), cell(2, 1, 0)]).match(/M/g)).toHaveLength(6);
});

test('arrow keys go to the next cell and stop at the edge', () => {
  const cells = [cell(1, 0, 0), cell(2, 1, 0), cell(3, 2, 0), cell(4, 1, 1)];
  const [first, middle] = cells;
  if (!first || !middle) throw new Error('no cells');
  expect(neighbour(cells, first, 'right')?.unit).toBe(2);
  expect(neighbour(cells, middle, 'down')?.unit).toBe(4);
  expect(neighbour(cells, first, 'left')).toBeNull();
});

test('shades follow the values and never number more than the legend has', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500)), fc.nat(500), fc.nat(500), (values, a, b) => {
      const breaks = breaksOf(values);
      expect(shadeOf(0, breaks)).toBe(0);
      expect(shadeOf(Math.max(a, b), breaks)).toBeGreaterThanOrEqual(shadeOf(Math.min(a, b), breaks));
      expect(shadeOf(500, breaks)).toBeLessThan(shades);
    }),
  );
  expect(breaksOf([1, 2, 3, 4, 5, 6, 7, 8])).toEqual([1, 3, 5, 7]);
  expect(breaksOf([1, 1, 1, 1, 1, 2, 15])).toEqual([1, 2, 15]);
});

test('districts are drawn apart and stay whole', () => {
  const cells = [
    cell(1, 0, 0),
    cell(2, 1, 0),
    { ...cell(3, 2, 0), district: 2 },
    { ...cell(4, 1, 1), district: 2 },
  ];
  const [a, b, c, d] = drawnApart(cells).map(({ centre }) => centre);
  if (!a || !b || !c || !d) throw new Error('no cells');
  expect([b[0] - a[0], b[1] - a[1]]).toEqual([1, 0]);
  expect(c[0] - d[0]).toBeCloseTo(1);
  expect(c[1] - d[1]).toBeCloseTo(-1);
  expect(c[0] - b[0]).toBeCloseTo(1.3);
  expect(d[1] - b[1]).toBeCloseTo(1.3);
});
