import { expect, test } from 'vitest';
import { throughLayer } from '../classify/model.ts';
import { trainNetworks } from './networks.ts';

test('networks tell what no line parts: one of two, but not both nor neither', () => {
  const kinds = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ];
  const rows = Array.from({ length: 2000 }, (_, index) => kinds[index % 4] ?? []);
  const x = {
    rows: rows.length,
    columns: 2,
    start: Uint32Array.from({ length: rows.length + 1 }, (_, row) => 2 * row),
    column: Uint32Array.from({ length: 2 * rows.length }, (_, k) => k % 2),
    value: Float64Array.from(rows.flat(), (value) => 6 * value - 3),
  };
  const labels = Uint8Array.from(rows, ([a, b]) => (a === b ? 0 : 1));
  const { weights, bias, layer } = trainNetworks(x, labels, 2, 2);
  const said = kinds.map((kind) => {
    const sums = bias.map((start, sum) =>
      kind.reduce(
        (all, value, column) => all + (6 * value - 3) * (weights[column * bias.length + sum] ?? 0),
        start,
      ),
    );
    const [no = 0, yes = 0] = throughLayer(sums, layer);
    return yes > no ? 1 : 0;
  });
  expect(said).toEqual([0, 1, 1, 0]);
});
