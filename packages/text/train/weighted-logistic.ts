/** One example: what is known, whether it is so, and how much it counts. */
export type Example = { readonly row: readonly number[]; readonly wanted: 0 | 1; readonly weight: number };

const ROUNDS = 25;

/**
 * A ridge logistic regression by Newton's method; the constant is the last weight and is not drawn to zero.
 *
 * @param ridge in parts of the examples' total weight
 */
export function fitWeighted(examples: readonly Example[], ridge: number): number[] {
  const width = (examples[0]?.row.length ?? 0) + 1;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = Array.from({ length: width }, () => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((w, i) => (i < width - 1 ? ridge * w : 0));
    const curve = weights.map((_, i) => weights.map((__, j) => (i !== j ? 0 : i < width - 1 ? ridge : 1e-9)));
    for (const { row, wanted, weight } of examples) {
      const values = [...row, 1];
      const chance = 1 / (1 + Math.exp(-dot(values, weights)));
      const share = weight / total;
      for (const [i, x] of values.entries()) {
        slope[i] = (slope[i] ?? 0) + share * (chance - wanted) * x;
        const line = curve[i] ?? [];
        for (const [j, y] of values.entries())
          line[j] = (line[j] ?? 0) + share * chance * (1 - chance) * x * y;
      }
    }
    for (const [i, step] of solve(curve, slope).entries()) weights[i] = (weights[i] ?? 0) - step;
  }
  return weights;
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** Gauss–Jordan elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((line, i) => [...line, right[i] ?? 0]);
  for (let column = 0; column < lines.length; column++) {
    const below = lines.slice(column);
    const pivot = below.reduce((best, line) =>
      Math.abs(line[column] ?? 0) > Math.abs(best[column] ?? 0) ? line : best,
    );
    lines[lines.indexOf(pivot)] = lines[column] ?? [];
    lines[column] = pivot.map((value) => value / (pivot[column] ?? 1));
    for (const [at, line] of lines.entries()) {
      if (at === column) continue;
      const factor = line[column] ?? 0;
      lines[at] = line.map((value, i) => value - factor * (lines[column]?.[i] ?? 0));
    }
  }
  return lines.map((line) => line.at(-1) ?? 0);
}
