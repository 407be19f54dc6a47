import { probabilitiesOf } from '../classify/model.ts';

/** Rows of every view's scores on messages the views were not trained on, and the true labels. */
export type Scored = { readonly scores: readonly Float64Array[]; readonly labels: Uint8Array };

// Chosen by cross-validation: between no mixing at all and one that fits a few thousand rows too well.
const PULL_TO_AVERAGE = 0.003;
const STEPS = 200;
const STEP = 0.03;

/** How sharp the average of the views is before anything is learnt; scores are standardised. */
const SHARPNESS = 3;

/**
 * Learns how to weigh the views: multinomial logistic regression over their standardised scores, drawn towards their
 * plain average. Since it is fitted on held-out scores, its probabilities are calibrated too.
 */
export function trainMixer({ scores, labels }: Scored, count: number): Float64Array {
  const width = (scores[0]?.length ?? 0) + 1;
  const views = (width - 1) / count;
  const spread = spreadOf(scores, count, views);
  const rows = scores.map((row) => standardised(row, spread, count));
  const average = new Float64Array(width * count);
  for (let label = 0; label < count; label += 1)
    for (let view = 0; view < views; view += 1)
      average[label * width + view * count + label] = SHARPNESS / views;
  const mixer = descend(average, (at) => gradientAt(at, rows, labels, count));
  return unstandardised(mixer, spread, count);
}

/** Adam (Kingma and Ba, 2015), all rows at once, drawn back to where it starts. */
function descend(start: Float64Array, gradient: (at: Float64Array) => Float64Array): Float64Array {
  const at = start.slice();
  const mean = new Float64Array(at.length);
  const square = new Float64Array(at.length);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = gradient(at);
    for (let k = 0; k < at.length; k += 1) {
      const pull = (slope[k] ?? 0) + PULL_TO_AVERAGE * ((at[k] ?? 0) - (start[k] ?? 0));
      mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * pull;
      square[k] = 0.99 * (square[k] ?? 0) + 0.01 * pull * pull;
      const unbiased = (mean[k] ?? 0) / (1 - 0.9 ** step);
      at[k] = (at[k] ?? 0) - (STEP * unbiased) / (Math.sqrt((square[k] ?? 0) / (1 - 0.99 ** step)) + 1e-9);
    }
  }
  return at;
}

function gradientAt(
  mixer: Float64Array,
  rows: readonly Float64Array[],
  labels: Uint8Array,
  count: number,
): Float64Array {
  const width = mixer.length / count;
  const gradient = new Float64Array(mixer.length);
  for (const [index, row] of rows.entries()) {
    const probabilities = probabilitiesOf(mixer, row, count);
    for (let label = 0; label < count; label += 1) {
      const error = ((probabilities[label] ?? 0) - (labels[index] === label ? 1 : 0)) / rows.length;
      const from = label * width;
      for (let k = 0; k < width - 1; k += 1)
        gradient[from + k] = (gradient[from + k] ?? 0) + error * (row[k] ?? 0);
      gradient[from + width - 1] = (gradient[from + width - 1] ?? 0) + error;
    }
  }
  return gradient;
}

/** For each view, how far its scores lie from the row's average on average. */
function spreadOf(scores: readonly Float64Array[], count: number, views: number): Float64Array {
  const spread = new Float64Array(views);
  for (const row of scores)
    for (let view = 0; view < views; view += 1)
      for (const score of centred(row.subarray(view * count, (view + 1) * count)))
        spread[view] = (spread[view] ?? 0) + score * score;
  return spread.map((sum) => Math.sqrt(sum / (scores.length * count)) || 1);
}

function centred(values: Float64Array): Float64Array {
  const average = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - average);
}

function standardised(row: Float64Array, spread: Float64Array, count: number): Float64Array {
  const out = new Float64Array(row.length);
  for (const [view, width] of spread.entries())
    out.set(
      centred(row.subarray(view * count, (view + 1) * count)).map((score) => score / width),
      view * count,
    );
  return out;
}

/** The same mixer for scores as they come: centring and scaling are linear, so they go into its weights. */
function unstandardised(mixer: Float64Array, spread: Float64Array, count: number): Float64Array {
  const out = mixer.slice();
  const width = mixer.length / count;
  for (let label = 0; label < count; label += 1)
    for (const [view, scale] of spread.entries()) {
      const from = label * width + view * count;
      out.set(
        centred(mixer.subarray(from, from + count)).map((weight) => weight / scale),
        from,
      );
    }
  return out;
}
