import type { Rings } from './reference-store.ts';

type Ring = Rings[number];
type Position = [long: number, lat: number];

/** Twice the area a closed ring encloses, in square degrees: above 0 where it runs anticlockwise. */
export const signedArea = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

/**
 * A shape's rings as the coordinates of a GeoJSON MultiPolygon. Outer rings run anticlockwise and begin a polygon, the
 * clockwise ones that follow are its holes (RFC 7946, 3.1.6).
 */
export function polygonsOf(rings: Rings): Position[][][] {
  const polygons: Position[][][] = [];
  for (const ring of rings) {
    const positions = ring.map(([long, lat]): Position => [long, lat]);
    const last = polygons.at(-1);
    if (last && signedArea(ring) < 0) last.push(positions);
    else polygons.push([positions]);
  }
  return polygons;
}
