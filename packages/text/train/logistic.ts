/** A logistic regression on standardised features; the constant is the last weight. */
export type Logistic = {
  readonly mean: readonly number[];
  readonly spread: readonly number[];
  readonly weights: readonly number[];
};

const RATE = 0.3;
const MOMENTUM = 0.9;
const ROUNDS = 400;
const RIDGE = 1e-3;

/** Full-batch gradient descent with momentum: few features, so it is exact enough and the same each time. */
export function fitLogistic(rows: readonly (readonly number[])[], wanted: readonly (0 | 1)[]): Logistic {
  const width = rows[0]?.length ?? 0;
  const at = (i: number) => rows.map((row) => row[i] ?? 0);
  const mean = Array.from({ length: width }, (_, i) => average(at(i)));
  const spread = mean.map((m, i) => Math.sqrt(average(at(i).map((v) => (v - m) ** 2))) || 1);
  const scaled = rows.map((row) => [...row.map((v, i) => (v - (mean[i] ?? 0)) / (spread[i] ?? 1)), 1]);
  const weights = new Float64Array(width + 1);
  const speed = new Float64Array(width + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(width + 1);
    for (const [k, row] of scaled.entries()) {
      const sum = row.reduce((total, v, i) => total + v * (weights[i] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-sum)) - (wanted[k] ?? 0);
      for (const [i, v] of row.entries()) slope[i] = (slope[i] ?? 0) + error * v;
    }
    for (const [i, g] of slope.entries()) {
      const ridge = i < width ? RIDGE * (weights[i] ?? 0) : 0;
      speed[i] = MOMENTUM * (speed[i] ?? 0) + g / rows.length + ridge;
      weights[i] = (weights[i] ?? 0) - RATE * (speed[i] ?? 0);
    }
  }
  return { mean, spread, weights: [...weights] };
}

const average = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / (values.length || 1);

/** The chance that a right one scores above a wrong one; ties count half. */
export function areaUnderCurve(right: readonly number[], wrong: readonly number[]): number {
  const all = [...right.map((v) => ({ v, mine: true })), ...wrong.map((v) => ({ v, mine: false }))].sort(
    (a, b) => a.v - b.v,
  );
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.v === all[from]?.v) to++;
    ranks += (all.slice(from, to).filter(({ mine }) => mine).length * (from + to + 1)) / 2;
    from = to;
  }
  return (ranks - (right.length * (right.length + 1)) / 2) / (right.length * wrong.length);
}
