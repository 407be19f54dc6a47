import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointIn, type Position, schematicMap } from './map.ts';
import { seeded } from './rng.ts';
import { areas } from './units/areas.ts';

const { features } = schematicMap();
const ringOf = (unit: string): Position[] =>
  features.find((cell) => cell.properties.unit === unit)?.geometry.coordinates[0] ?? [];
const edgesOf = (unit: string): string[] => {
  const ring = ringOf(unit);
  return ring.slice(1).map((end, index) => [String(ring[index]), String(end)].sort().join('|'));
};

/** The mean of a cell's six corners. */
const centreOf = (unit: string): Position => {
  const corners = ringOf(unit).slice(1);
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
};

/** On the same side of every edge: the cells are convex. */
const holds = (unit: string, [x, y]: Position): boolean => {
  const ring = ringOf(unit);
  const sides = ring.slice(1).map(([x2, y2], index) => {
    const [x1, y1] = ring[index] ?? [x2, y2];
    return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
  });
  return sides.every((side) => side > 0) || sides.every((side) => side < 0);
};

test('one closed cell for each of the 78 subdistricts, inside the frame', () => {
  expect(features.map((cell) => cell.properties.unit)).toEqual(
    areas.flatMap((area) => area.subdistricts.map((row) => row.code)),
  );
  for (const { geometry } of features) {
    const ring = geometry.coordinates[0] ?? [];
    expect(ring).toHaveLength(7);
    expect(ring[0]).toEqual(ring[6]);
    expect(ring.every(([lon, lat]) => lon > 113.75 && lon < 114.65 && lat > 22.4 && lat < 22.87)).toBe(true);
  }
});

test('no two cells overlap: all centres are at least a cell apart', () => {
  const centres = features.map((cell) => centreOf(cell.properties.unit));
  const apart = centres.flatMap(([lon, lat], index) =>
    centres
      .slice(index + 1)
      .map((other) => Math.hypot(lon - other[0], (lat - other[1]) / Math.cos((22.6 * Math.PI) / 180))),
  );
  expect(Math.min(...apart)).toBeGreaterThan(0.0519);
});

test('the cells of an area hang together by shared edges', () => {
  for (const area of areas) {
    const reached = new Set([area.subdistricts[0]?.code ?? '']);
    for (const unit of reached) {
      const edges = new Set(edgesOf(unit));
      for (const { code } of area.subdistricts)
        if (edgesOf(code).some((edge) => edges.has(edge))) reached.add(code);
    }
    expect([area.name, reached.size]).toEqual([area.name, area.subdistricts.length]);
  }
});

test('the cooperation zone stands apart from the rest', () => {
  const inset = new Set(
    features
      .filter((cell) => cell.properties.district === 'SZ-SS')
      .flatMap((cell) => edgesOf(cell.properties.unit)),
  );
  const rest = features
    .filter((cell) => cell.properties.district !== 'SZ-SS')
    .flatMap((cell) => edgesOf(cell.properties.unit));
  expect(rest.filter((edge) => inset.has(edge))).toEqual([]);
});

test('made-up points stay in their cell', () => {
  fc.assert(
    fc.property(fc.constantFrom(...features), fc.integer(), ({ properties: { unit } }, seed) => {
      expect(holds(unit, pointIn(seeded(seed), unit))).toBe(true);
    }),
  );
  expect(() => pointIn(seeded(1), 'SZ-D-CG')).toThrow(RangeError);
});
