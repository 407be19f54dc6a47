import { seededRandom } from './random.ts';

/** Sparse rows, compressed: row i's entries stand at `start[i] … start[i + 1]` of `column` and `value`. */
export type Sparse = {
  readonly rows: number;
  readonly columns: number;
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly value: Float64Array;
};

/** A linear decision: the sum of `weights` over a row's entries, plus `bias`. */
export type Linear = { readonly weights: Float64Array; readonly bias: number };

/** When no row is further than this from its best, passes have nothing left to gain. */
const TOLERANCE = 0.1;
const MAX_PASSES = 60;

/**
 * A linear support vector machine with squared hinge loss by dual coordinate descent with shrinking (Hsieh et al.,
 * “A dual coordinate descent method for large-scale linear SVM”, ICML 2008). `target` is +1 or −1, `cost` what a
 * wrong row costs. The bias is one more column of ones, regularised like the others.
 */
export function trainSvm(x: Sparse, target: Int8Array, cost: number): Linear {
  const solver = buildSolver(x, target, cost);
  const random = seededRandom(1);
  const order = Uint32Array.from({ length: x.rows }, (_, row) => row);
  let active = x.rows;
  let limit = Infinity;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    shuffle(order, active, random);
    const seen = solver.pass(order, active, limit);
    active = seen.active;
    if (seen.high - seen.low > TOLERANCE) {
      limit = seen.high <= 0 ? Infinity : seen.high;
    } else if (active === x.rows) {
      break;
    } else {
      active = x.rows;
      limit = Infinity;
    }
  }
  return { weights: solver.weights, bias: solver.bias() };
}

function shuffle(order: Uint32Array, length: number, random: () => number): void {
  for (let at = length - 1; at > 0; at -= 1) swap(order, at, Math.floor(random() * (at + 1)));
}

function swap(order: Uint32Array, a: number, b: number): void {
  const kept = order[a] ?? 0;
  order[a] = order[b] ?? 0;
  order[b] = kept;
}

function buildSolver({ rows, columns, start, column, value }: Sparse, target: Int8Array, cost: number) {
  const diagonal = 1 / (2 * cost);
  const weights = new Float64Array(columns);
  const alpha = new Float64Array(rows);
  const curvature = new Float64Array(rows).fill(1 + diagonal);
  for (let row = 0; row < rows; row += 1)
    for (let k = start[row] ?? 0; k < (start[row + 1] ?? 0); k += 1)
      curvature[row] = (curvature[row] ?? 0) + (value[k] ?? 0) ** 2;
  let bias = 0;

  const decision = (from: number, to: number): number => {
    let sum = bias;
    for (let k = from; k < to; k += 1) sum += (weights[column[k] ?? 0] ?? 0) * (value[k] ?? 0);
    return sum;
  };
  const step = (from: number, to: number, by: number): void => {
    bias += by;
    for (let k = from; k < to; k += 1) {
      const at = column[k] ?? 0;
      weights[at] = (weights[at] ?? 0) + by * (value[k] ?? 0);
    }
  };

  /** Visits the first `active` rows; those surely right for good are moved behind them. `high`, `low`: of the projected gradients. */
  const pass = (order: Uint32Array, rows: number, limit: number) => {
    let active = rows;
    let high = -Infinity;
    let low = Infinity;
    for (let at = 0; at < active; at += 1) {
      const row = order[at] ?? 0;
      const from = start[row] ?? 0;
      const to = start[row + 1] ?? 0;
      const sign = target[row] ?? 0;
      const before = alpha[row] ?? 0;
      const gradient = sign * decision(from, to) - 1 + before * diagonal;
      if (before === 0 && gradient > limit) {
        active -= 1;
        swap(order, at, active);
        at -= 1;
        continue;
      }
      const projected = before === 0 ? Math.min(gradient, 0) : gradient;
      high = Math.max(high, projected);
      low = Math.min(low, projected);
      if (projected === 0) continue;
      const after = Math.max(before - gradient / (curvature[row] ?? 1), 0);
      alpha[row] = after;
      step(from, to, (after - before) * sign);
    }
    return { high, low, active };
  };

  return { weights, bias: () => bias, pass };
}
