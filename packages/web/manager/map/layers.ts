import type { MapShapes } from '@suban/domain/api-figures.ts';

/** What MapLibre draws, as GeoJSON: cells with their shade, and the districts' borders. */
export type Place = readonly [longitude: number, latitude: number];
type Feature = MapShapes['features'][number];

/** How much of the measure's colour lies on a cell, by its class: the map's legend has the same. */
export const shadeOpacity: readonly number[] = [0.03, 0.16, 0.36, 0.66, 0.95];

/** The shapes, each with the opacity of its class. @param shadeOf the class of a unit's number */
export function shadedCells(shapes: MapShapes, shadeOf: (unit: number) => number) {
  return {
    type: 'FeatureCollection' as const,
    features: shapes.features.map((feature) => ({
      ...feature,
      id: feature.properties.unit,
      properties: {
        unit: feature.properties.unit,
        district: feature.properties.district,
        opacity: shadeOpacity[shadeOf(feature.properties.unit)] ?? 0,
      },
    })),
  };
}

const rings = ({ geometry }: Feature): readonly Place[] => geometry.coordinates.flat(2);

/** South-west and north-east of some shapes. */
export function boundsOf(features: readonly Feature[]): [Place, Place] {
  const all = features.flatMap(rings);
  const [longs, lats] = [all.map(([long]) => long), all.map(([, lat]) => lat)];
  return [
    [Math.min(...longs), Math.min(...lats)],
    [Math.max(...longs), Math.max(...lats)],
  ];
}

/** The middle of some shapes: where their name stands. */
export function centreOf(features: readonly Feature[]): Place {
  const [[west, south], [east, north]] = boundsOf(features);
  return [(west + east) / 2, (south + north) / 2];
}

/** A district's border: the sides that belong to one of its shapes only. */
function borderOf(features: readonly Feature[]): Place[][] {
  const name = ([long, lat]: Place) => `${long.toFixed(5)} ${lat.toFixed(5)}`;
  const sides = features.flatMap(({ geometry }) =>
    geometry.coordinates
      .flat()
      .flatMap((ring) => ring.slice(1).map((to, index): [Place, Place] => [ring[index] ?? to, to])),
  );
  const both = ([from, to]: [Place, Place]) => [name(from), name(to)].sort().join('|');
  const times = new Map<string, number>();
  for (const side of sides) times.set(both(side), (times.get(both(side)) ?? 0) + 1);
  return sides.filter((side) => times.get(both(side)) === 1).map((side) => [...side]);
}

/** The districts with the shapes in them, and their borders as one line each. */
export function districtsOf(shapes: MapShapes) {
  return [...Map.groupBy(shapes.features, ({ properties }) => properties.district)].map(([id, features]) => ({
    id,
    name: features[0]?.properties.districtName ?? '',
    nameEn: features[0]?.properties.districtNameEn ?? '',
    features,
  }));
}

export function borders(districts: ReturnType<typeof districtsOf>) {
  return {
    type: 'FeatureCollection' as const,
    features: districts.map(({ id, features }) => ({
      type: 'Feature' as const,
      properties: { district: id },
      geometry: {
        type: 'MultiLineString' as const,
        coordinates: borderOf(features).map((line) =>
          line.map(([long, lat]): [number, number] => [long, lat]),
        ),
      },
    })),
  };
}
