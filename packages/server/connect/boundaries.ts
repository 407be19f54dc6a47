import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { bumpReference, type Atlas, type Rings } from '../people/reference-store.ts';
import { polygonsOf, signedArea } from '../people/shapes.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { replaceMap } from './seed-store.ts';

/** Every page with a map loads all of it: beyond this, in points, a phone waits. Streets need no more to be told apart. */
const mostPoints = 40_000;

const position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number())
  .transform(([long, lat]): [number, number] => [long, lat]);
const ring = z
  .array(position)
  .min(4)
  .refine((points) => String(points[0]) === String(points.at(-1)), 'a ring ends where it began');
const polygon = z.array(ring).min(1);
const file = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        properties: z.object({ code: z.string() }),
        geometry: z.discriminatedUnion('type', [
          z.object({ type: z.literal('Polygon'), coordinates: polygon }),
          z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
        ]),
      }),
    )
    .min(1),
});

type Shape = { readonly unit: number; readonly rings: Rings };
export type Boundaries = {
  readonly shapes: number;
  readonly points: number;
  /** Codes of subdistricts that the file leaves off the map. */
  readonly missing: readonly string[];
};

/**
 * Puts a city's official boundaries in the place of the map there is: a GeoJSON FeatureCollection (RFC 7946), a Polygon or
 * MultiPolygon in WGS 84 degrees for each subdistrict, which `properties.code` names by its unit's code. All or nothing.
 * @throws Problem `boundaries-unreadable`, `boundaries-unknown-unit`, `boundaries-twice`, `boundaries-too-detailed`
 */
export async function importBoundaries(
  { database, reference }: Pick<Services, 'database' | 'reference'>,
  path: string,
): Promise<Boundaries> {
  const shapes = readBoundaries(reference(), await readFile(path, 'utf8'));
  await database.owner.transaction(async (tx) => {
    await replaceMap(tx, shapes);
    await bumpReference(tx);
  });
  const drawn = new Set(shapes.map(({ unit }) => unit));
  const missing = [...reference().units.values()].filter(
    ({ id, level, kind }) => level === 'subdistrict' && kind === 'government' && !drawn.has(id),
  );
  return { shapes: shapes.length, points: pointsOf(shapes), missing: missing.map(({ code }) => code) };
}

/** The map there is, as a file that can be imported again. */
export function exportBoundaries({ units, cells }: Atlas): object {
  return {
    type: 'FeatureCollection',
    features: [...cells].map(([unit, rings]) => ({
      type: 'Feature',
      properties: { code: units.get(unit)?.code, name: units.get(unit)?.name },
      geometry: { type: 'MultiPolygon', coordinates: polygonsOf(rings) },
    })),
  };
}

/** @throws Problem as `importBoundaries` */
export function readBoundaries({ units }: Pick<Atlas, 'units'>, text: string): Shape[] {
  const read = file.safeParse(parsed(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Problem('boundaries-unreadable', [
      { path: issue?.path.join('.') ?? '', message: issue?.message ?? '' },
    ]);
  }
  const byCode = new Map([...units.values()].map((unit) => [unit.code, unit]));
  const known = new Set<number>();
  const shapes = read.data.features.map(({ properties: { code }, geometry }): Shape => {
    const unit = byCode.get(code);
    if (unit?.level !== 'subdistrict') throw new Problem('boundaries-unknown-unit', [named(code)]);
    if (known.has(unit.id)) throw new Problem('boundaries-twice', [named(code)]);
    known.add(unit.id);
    return {
      unit: unit.id,
      rings: inOrder(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates),
    };
  });
  const points = pointsOf(shapes);
  if (points > mostPoints)
    throw new Problem('boundaries-too-detailed', [
      { path: 'features', message: `${points} points, ${mostPoints} at most` },
    ]);
  return shapes;
}

const named = (code: string) => ({ path: 'properties.code', message: code });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const pointsOf = (shapes: readonly Shape[]): number =>
  shapes.reduce((sum, { rings }) => sum + rings.reduce((points, { length }) => points + length, 0), 0);

type Polygon = readonly Rings[number][];
const size = ([outer = []]: Polygon): number => Math.abs(signedArea(outer));

/** The largest polygon first; outer rings anticlockwise, holes clockwise, however the file had them. */
const inOrder = (polygons: readonly Polygon[]): Rings =>
  polygons
    .toSorted((a, b) => size(b) - size(a))
    .flatMap((rings) => rings.map((one, i) => (signedArea(one) > 0 === (i === 0) ? one : one.toReversed())));
