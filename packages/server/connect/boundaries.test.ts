import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mapShapes } from '@suban/domain/api-figures.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepReference } from '../people/reference.ts';
import { places } from '../people/places.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { exportBoundaries, importBoundaries, readBoundaries } from './boundaries.ts';

let city: TestCity;
let folder: string;
beforeAll(async () => {
  city = await createTestCity();
  folder = await mkdtemp(join(tmpdir(), 'suban-boundaries-'));
});
afterAll(async () => {
  await city.close();
  await rm(folder, { recursive: true });
});

type Position = [number, number];
/** A square, clockwise: not the way RFC 7946 wants an outer ring. */
const square = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];
const feature = (code: string, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties: { code },
  geometry: { type, coordinates },
});
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
/** An island, and a larger mainland with a lake in it. */
const islands = feature('SZ-FT-YL', 'MultiPolygon', [
  [square(114.5, 22.5, 0.1)],
  [square(114, 22, 0.4), square(114.1, 22.1, 0.1)],
]);
const plain = feature('SZ-FT-LH', 'Polygon', [square(115, 23, 0.2)]);

async function write(text: string): Promise<string> {
  const path = join(folder, 'boundaries.geojson');
  await writeFile(path, text);
  return path;
}

/** The city as a process sees it that starts now. */
async function fresh() {
  const kept = await keepReference(city.services.database.owner, city.clock.now);
  kept.stop();
  return kept.current();
}

test('boundaries take the place of the map: parts, holes, and whose a point is', async () => {
  const { missing, ...read } = await importBoundaries(city.services, await write(collection(islands, plain)));
  expect(read).toEqual({ shapes: 2, points: 20 });
  expect(missing).toContain('SZ-LH-SG');
  const reference = await fresh();
  const areaAt = (long: number, lat: number) => places(reference).areaOf('', { lat, long })?.code;
  expect(areaAt(114.55, 22.55)).toBe('SZ-FT-YL');
  expect(areaAt(114.05, 22.05)).toBe('SZ-FT-YL');
  expect(areaAt(114.15, 22.15)).toBeUndefined();
  expect(areaAt(115.1, 23.1)).toBe('SZ-FT-LH');
  const again = JSON.stringify(exportBoundaries(reference));
  expect(await importBoundaries(city.services, await write(again))).toEqual({ missing, ...read });
  expect(JSON.stringify(exportBoundaries(await fresh()))).toBe(again);
});

test('the map that pages load has the largest part first, its hole within it', async () => {
  await importBoundaries(city.services, await write(collection(islands, plain)));
  await expect
    .poll(
      async () => {
        const { features } = mapShapes.parse((await city.citizen.get('/api/map')).body);
        const own = features.find(({ properties }) => properties.unit === city.unit('SZ-FT-YL').id);
        return own?.geometry.coordinates.map((polygon) => polygon.map((ring) => ring[0]));
      },
      { timeout: 5_000 },
    )
    .toEqual([
      [
        [114, 22],
        [114.1, 22.1],
      ],
      [[114.5, 22.5]],
    ]);
});

const tooFine = square(114, 22, 1).flatMap((corner) => Array.from({ length: 9_000 }, () => corner));
const ring = [...tooFine, [114, 22]];
test.each([
  ['boundaries-unreadable', 'no json'],
  ['boundaries-unreadable', collection()],
  ['boundaries-unreadable', collection(feature('SZ-FT-YL', 'Point', [114, 22]))],
  ['boundaries-unreadable', collection(feature('SZ-FT-YL', 'Polygon', [square(114, 22, 1).slice(1)]))],
  ['boundaries-unreadable', collection(feature('SZ-FT-YL', 'Polygon', [square(800_000, 2_000_000, 1)]))],
  ['boundaries-unknown-unit', collection(plain, feature('SZ-FT', 'Polygon', [square(114, 22, 1)]))],
  ['boundaries-unknown-unit', collection(feature('nowhere', 'Polygon', [square(114, 22, 1)]))],
  ['boundaries-twice', collection(plain, plain)],
  ['boundaries-too-detailed', collection(feature('SZ-FT-YL', 'Polygon', [ring]))],
])('%s changes nothing', async (code, text) => {
  expect(() => readBoundaries(city.services.reference(), text)).toThrow(expect.objectContaining({ code }));
  const before = exportBoundaries(await fresh());
  await expect(importBoundaries(city.services, await write(text))).rejects.toMatchObject({ code });
  expect(exportBoundaries(await fresh())).toEqual(before);
});
