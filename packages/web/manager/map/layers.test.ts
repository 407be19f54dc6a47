import type { MapShapes } from '@suban/domain/api-figures.ts';
import { expect, test } from 'vitest';
import { borders, boundsOf, centreOf, districtsOf, shadedCells, shadeOpacity } from './layers.ts';
import { shades } from './classes.ts';

const square = (unit: number, district: number, x: number): MapShapes['features'][number] => ({
  type: 'Feature',
  properties: {
    unit,
    district,
    name: '甲街道',
    nameEn: 'A',
    districtName: `第${district}区`,
    districtNameEn: `District ${district}`,
  },
  geometry: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [x, 0],
          [x + 1, 0],
          [x + 1, 1],
          [x, 1],
          [x, 0],
        ],
      ],
    ],
  },
});
const shapes: MapShapes = {
  type: 'FeatureCollection',
  features: [square(1, 10, 0), square(2, 10, 1), square(3, 20, 2)],
};

test('a district is its shapes, and the side two of them share is no border', () => {
  const districts = districtsOf(shapes);
  expect(districts.map(({ id, name, features }) => [id, name, features.length])).toEqual([
    [10, '第10区', 2],
    [20, '第20区', 1],
  ]);
  expect(borders(districts).features.map(({ geometry }) => geometry.coordinates.length)).toEqual([6, 4]);
  expect(boundsOf(shapes.features)).toEqual([
    [0, 0],
    [3, 1],
  ]);
  expect(centreOf(districts[0]?.features ?? [])).toEqual([1, 0.5]);
});

test('every class has a shade of its own, the more the darker', () => {
  expect(shadeOpacity).toHaveLength(shades);
  expect([...shadeOpacity].sort((a, b) => a - b)).toEqual(shadeOpacity);
  const cells = shadedCells(shapes, (unit) => (unit === 3 ? 4 : 0));
  expect(cells.features.map(({ properties }) => properties.opacity)).toEqual([0.03, 0.03, 0.95]);
});
