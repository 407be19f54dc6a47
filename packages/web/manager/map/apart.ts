import type { Cell, Point } from './cell.ts';

/** The gap between districts, as a share of the distance between neighbouring cells: room for their names. */
const gap = 0.3;
/** Rounds of pushing; after some twenty nothing moves by as much as a pixel. */
const rounds = 40;

type Border = { readonly one: number; readonly other: number; readonly way: Point };

/** The cells with every district moved as a whole, until it stands a gap away from each neighbour. */
export function drawnApart(cells: readonly Cell[]): Cell[] {
  const nearest = Math.min(...cells.flatMap((a) => cells.filter((b) => b !== a).map((b) => distance(a, b))));
  const borders = cells.flatMap((a) =>
    cells
      .filter((b) => a.district < b.district && distance(a, b) < nearest * 1.2)
      .map((b): Border => ({ one: a.district, other: b.district, way: wayFrom(a, b) })),
  );
  const moves = new Map(cells.map(({ district }): [number, Point] => [district, [0, 0]]));
  for (let round = 0; round < rounds; round++)
    for (const border of borders) push(moves, border, gap * nearest);
  return cells.map((cell): Cell => {
    const [dx, dy] = moves.get(cell.district) ?? [0, 0];
    const move = ([x, y]: Point): Point => [x + dx, y + dy];
    return { ...cell, corners: cell.corners.map(move), centre: move(cell.centre) };
  });
}

/** Moves both sides of a border away from it by half of what is missing to the wanted gap. */
function push(moves: Map<number, Point>, { one, other, way }: Border, wanted: number): void {
  const [a, b] = [moves.get(one) ?? [0, 0], moves.get(other) ?? [0, 0]];
  const missing = wanted - ((b[0] - a[0]) * way[0] + (b[1] - a[1]) * way[1]);
  if (missing <= 0) return;
  moves.set(one, [a[0] - (way[0] * missing) / 2, a[1] - (way[1] * missing) / 2]);
  moves.set(other, [b[0] + (way[0] * missing) / 2, b[1] + (way[1] * missing) / 2]);
}

const distance = (a: Cell, b: Cell): number =>
  Math.hypot(b.centre[0] - a.centre[0], b.centre[1] - a.centre[1]);
const wayFrom = (a: Cell, b: Cell): Point => {
  const far = distance(a, b);
  return [(b.centre[0] - a.centre[0]) / far, (b.centre[1] - a.centre[1]) / far];
};
