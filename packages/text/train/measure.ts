/** What a classifier said of a message whose label is known. */
export type Answer = { readonly probabilities: Float64Array; readonly label: number };

/** Shares between 0 and 1. `accuracyAt80`: of the most confident 80 %. `calibrationError`: ECE over ten equal bands of confidence. */
export type Measures = {
  readonly messages: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly accuracyAt80: number;
  readonly calibrationError: number;
  readonly f1: readonly number[];
};

const COVERAGE = 0.8;
const BANDS = 10;
const DIGITS = 4;
const rounded = (share: number): number => Number(share.toFixed(DIGITS));

/** Measures answers over `count` labels. Without answers every share is 0. */
export function measure(answers: readonly Answer[], count: number): Measures {
  const judged = answers.map(({ probabilities, label }) => {
    const confidence = Math.max(...probabilities);
    const said = probabilities.indexOf(confidence);
    return { confidence, said, label, right: said === label ? 1 : 0 };
  });
  const share = (list: readonly { right: number }[]) =>
    list.reduce((sum, { right }) => sum + right, 0) / Math.max(1, list.length);
  const surest = judged.toSorted((a, b) => b.confidence - a.confidence);
  const f1 = Array.from({ length: count }, (_, label) => {
    const hits = judged.filter((one) => one.said === label && one.label === label).length;
    const named = judged.filter((one) => one.said === label).length;
    const there = judged.filter((one) => one.label === label).length;
    return rounded(named + there > 0 ? (2 * hits) / (named + there) : 0);
  });
  return {
    messages: answers.length,
    accuracy: rounded(share(judged)),
    macroF1: rounded(f1.reduce((sum, value) => sum + value, 0) / Math.max(1, count)),
    accuracyAt80: rounded(share(surest.slice(0, Math.round(COVERAGE * surest.length)))),
    calibrationError: rounded(calibrationError(judged)),
    f1,
  };
}

function calibrationError(judged: readonly { confidence: number; right: number }[]): number {
  const gaps = new Float64Array(BANDS);
  for (const { confidence, right } of judged) {
    const band = Math.min(BANDS - 1, Math.floor(confidence * BANDS));
    gaps[band] = (gaps[band] ?? 0) + confidence - right;
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, judged.length);
}
