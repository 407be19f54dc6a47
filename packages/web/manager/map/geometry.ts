import type { MapShapes } from '@suban/domain/api-figures.ts';
import { drawnApart } from './apart.ts';
import type { Cell, Point } from './cell.ts';

export type District = {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string;
  readonly outline: string;
  readonly label: Point;
};
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly Cell[];
  readonly districts: readonly District[];
};

const mean = (points: readonly Point[]): Point => {
  const sum = points.reduce(([x, y], [px, py]) => [x + px, y + py], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
};

/**
 * Degrees to the page: north up, a degree of longitude as much shorter than one of latitude as it is on the ground, and
 * the districts a little apart from one another.
 * @param width of the drawing, in the SVG's own units
 * @param margin kept free on every side, for labels
 */
export function draw(shapes: MapShapes, width: number, margin: number): Drawing {
  // Of several parts the first, which is the largest, stands for the whole.
  const outlines = shapes.features.map(({ geometry }) => geometry.coordinates[0]?.[0] ?? []);
  const lats = outlines.flatMap((outline) => outline.map(([, lat]) => lat));
  const shrink = Math.cos((((Math.min(...lats) + Math.max(...lats)) / 2) * Math.PI) / 180);
  const flat = drawnApart(
    shapes.features.map(({ properties }, index): Cell => {
      const corners = (outlines[index] ?? []).slice(0, -1).map(([long, lat]): Point => [long * shrink, -lat]);
      return { ...properties, corners, centre: mean(corners) };
    }),
  );
  const all = flat.flatMap(({ corners }) => corners);
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = (width - 2 * margin) / (right - left);
  const place = ([x, y]: Point): Point => [margin + (x - left) * scale, margin + (y - top) * scale];
  const cells = flat.map(
    (cell): Cell => ({ ...cell, corners: cell.corners.map(place), centre: place(cell.centre) }),
  );
  return { width, height: (bottom - top) * scale + 2 * margin, cells, districts: districtsOf(cells) };
}

function districtsOf(cells: readonly Cell[]): District[] {
  return [...Map.groupBy(cells, ({ district }) => district)].map(([id, own]) => ({
    id,
    name: own[0]?.districtName ?? '',
    nameEn: own[0]?.districtNameEn ?? '',
    outline: outlineOf(own),
    label: labelOf(own),
  }));
}

/** Over the middle of the district's northernmost row, in the gap between that row's words and those of the row above. */
function labelOf(cells: readonly Cell[]): Point {
  const top = Math.min(...cells.map(({ centre }) => centre[1]));
  const row = cells.filter(({ centre }) => centre[1] - top < 1);
  const heights = (row[0]?.corners ?? []).map(([, y]) => y);
  // A pointed-top hexagon's rows are three quarters of its height apart.
  const between = (3 / 8) * (Math.max(...heights) - Math.min(...heights));
  return [mean(row.map(({ centre }) => centre))[0], top - between];
}

/** An SVG path along a district's border: the sides that belong to one of its cells only. */
export function outlineOf(cells: readonly Pick<Cell, 'corners'>[]): string {
  const at = ([x, y]: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const sides = cells.flatMap(({ corners }) =>
    corners.map((corner, index): [string, string] => [
      at(corner),
      at(corners[(index + 1) % corners.length] ?? corner),
    ]),
  );
  const times = new Map<string, number>();
  const name = (side: [string, string]) => [...side].sort().join('|');
  for (const side of sides) times.set(name(side), (times.get(name(side)) ?? 0) + 1);
  return sides
    .filter((side) => times.get(name(side)) === 1)
    .map(([from, to]) => `M${from}L${to}`)
    .join('');
}

export type Direction = 'left' | 'right' | 'up' | 'down';
const ways: Readonly<Record<Direction, Point>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** The next cell in a direction: near, and not far off to the side; null at the map's edge. */
export function neighbour(cells: readonly Cell[], from: Cell, direction: Direction): Cell | null {
  const [wx, wy] = ways[direction];
  let best: Cell | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    const [dx, dy] = [cell.centre[0] - from.centre[0], cell.centre[1] - from.centre[1]];
    const ahead = dx * wx + dy * wy;
    const aside = Math.abs(dx * wy) + Math.abs(dy * wx);
    const cost = ahead + 2 * aside;
    // Within 60° of straight ahead: in a honeycomb every direction then has a cell.
    if (cell.unit !== from.unit && ahead > 0 && aside <= ahead * Math.sqrt(3) && cost < least)
      [best, least] = [cell, cost];
  }
  return best;
}
