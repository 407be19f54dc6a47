import { type Layer, throughLayer } from '../classify/model.ts';
import { seededRandom } from './random.ts';
import type { Sparse } from './svm.ts';

/** Two layers as a view has them: `weights[column × sums + sum]`, `bias` a sum, and what the sums come to. */
export type Networks = {
  readonly weights: Float32Array;
  readonly bias: Float64Array;
  readonly layer: Layer;
};

// Chosen by cross-validation, like the views.
const HIDDEN = 32;
const PASSES = 16;
const BATCH = 256;
const STEP = 0.01;
/** The share of grams, and of sums, that each message is shown without while learning, so that none is relied on alone. */
const DROPPED = 0.3;
/** What of a label's certainty is spread over all labels: some rows bear a wrong one. */
const DOUBT = 0.1;

/**
 * Several networks with one hidden layer, each begun by another lot, learnt by Adam (Kingma and Ba, 2015) with dropout
 * (Srivastava et al., 2014), and put side by side so that the scores are the mean of theirs.
 */
export function trainNetworks(x: Sparse, labels: Uint8Array, count: number, networks: number): Networks {
  const sums = HIDDEN * networks;
  const weights = new Float32Array(x.columns * sums);
  const bias = new Float64Array(sums);
  const layer = { weights: new Float64Array(sums * count), bias: new Float64Array(count) };
  for (let index = 0; index < networks; index += 1) {
    const one = trainNetwork(x, labels, count, index + 1);
    const from = index * HIDDEN;
    for (let column = 0; column < x.columns; column += 1)
      weights.set(one.weights.subarray(column * HIDDEN, (column + 1) * HIDDEN), column * sums + from);
    bias.set(one.bias, from);
    layer.weights.set(
      one.top.map((weight) => weight / networks),
      from * count,
    );
    for (const [label, value] of one.topBias.entries())
      layer.bias[label] = (layer.bias[label] ?? 0) + value / networks;
  }
  return { weights, bias, layer };
}

/** Its parameters: of the hidden layer, and of the scores. */
type Network = {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly top: Float32Array;
  readonly topBias: Float32Array;
};

const partsOf = ({ weights, bias, top, topBias }: Network) => [weights, bias, top, topBias];

function trainNetwork(x: Sparse, labels: Uint8Array, count: number, seed: number): Network {
  const random = seededRandom(seed);
  const network = startNetwork(x.columns, count, random);
  const slope = emptyLike(network);
  const step = buildAdam(partsOf(network), partsOf(slope));
  const order = Uint32Array.from({ length: x.rows }, (_, row) => row);
  const steps = PASSES * Math.ceil(x.rows / BATCH);
  let taken = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    for (let from = 0; from < x.rows; from += BATCH) {
      const batch = order.subarray(from, from + BATCH);
      for (const part of partsOf(slope)) part.fill(0);
      for (const row of batch) addSlope(network, slope, x, row, labels[row] ?? 0, batch.length, random);
      step(STEP * (1 - taken / steps));
      taken += 1;
    }
  }
  return network;
}

function startNetwork(columns: number, count: number, random: () => number): Network {
  // A sum of three even lots is near enough to the bell curve; its spread is a half.
  const lot = () => random() + random() + random() - 1.5;
  return {
    weights: Float32Array.from({ length: columns * HIDDEN }, () => 0.3 * lot()),
    bias: new Float32Array(HIDDEN),
    top: Float32Array.from({ length: HIDDEN * count }, () => (2 / Math.sqrt(HIDDEN)) * lot()),
    topBias: new Float32Array(count),
  };
}

const emptyLike = ({ weights, bias, top, topBias }: Network): Network => ({
  weights: new Float32Array(weights.length),
  bias: new Float32Array(bias.length),
  top: new Float32Array(top.length),
  topBias: new Float32Array(topBias.length),
});

function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** Adds one row's part of the cross-entropy's gradient. */
function addSlope(
  network: Network,
  slope: Network,
  x: Sparse,
  row: number,
  label: number,
  rows: number,
  random: () => number,
): void {
  const shown = shownOf(x, row, random);
  const sums = Float64Array.from(network.bias);
  for (const { from, value } of shown)
    for (let k = 0; k < HIDDEN; k += 1) sums[k] = (sums[k] ?? 0) + value * (network.weights[from + k] ?? 0);
  for (let k = 0; k < HIDDEN; k += 1)
    sums[k] = random() < DROPPED ? 0 : Math.max(0, sums[k] ?? 0) / (1 - DROPPED);

  const error = errorOf(network, sums, label);
  const count = error.length;
  const back = new Float64Array(HIDDEN);
  for (let k = 0; k < HIDDEN; k += 1) {
    const sum = sums[k] ?? 0;
    if (sum === 0) continue;
    let pull = 0;
    for (let one = 0; one < count; one += 1) {
      const at = k * count + one;
      const by = (error[one] ?? 0) / rows;
      pull += by * (network.top[at] ?? 0);
      slope.top[at] = (slope.top[at] ?? 0) + by * sum;
    }
    back[k] = pull / (1 - DROPPED);
    slope.bias[k] = (slope.bias[k] ?? 0) + (back[k] ?? 0);
  }
  for (let one = 0; one < count; one += 1)
    slope.topBias[one] = (slope.topBias[one] ?? 0) + (error[one] ?? 0) / rows;
  for (const { from, value } of shown)
    for (let k = 0; k < HIDDEN; k += 1)
      slope.weights[from + k] = (slope.weights[from + k] ?? 0) + value * (back[k] ?? 0);
}

/** Where the weights of a row's columns begin, and their values, some left out by lot and the others raised to make up for them. */
function shownOf(x: Sparse, row: number, random: () => number) {
  const shown: { from: number; value: number }[] = [];
  for (let k = x.start[row] ?? 0; k < (x.start[row + 1] ?? 0); k += 1)
    if (random() >= DROPPED)
      shown.push({ from: (x.column[k] ?? 0) * HIDDEN, value: (x.value[k] ?? 0) / (1 - DROPPED) });
  return shown;
}

/** The probability given to each label, less the one wanted. */
function errorOf({ top, topBias }: Network, sums: Float64Array, label: number): Float64Array {
  const scores = throughLayer(sums, { weights: top, bias: topBias });
  const highest = Math.max(...scores);
  const strengths = Float64Array.from(scores, (score) => Math.exp(score - highest));
  const total = strengths.reduce((sum, strength) => sum + strength, 0);
  return strengths.map(
    (strength, one) => strength / total - DOUBT / strengths.length - (one === label ? 1 - DOUBT : 0),
  );
}

function buildAdam(parts: readonly Float32Array[], slopes: readonly Float32Array[]) {
  const states = parts.map((part) => ({
    mean: new Float32Array(part.length),
    square: new Float32Array(part.length),
  }));
  let turn = 0;
  return (size: number): void => {
    turn += 1;
    const forMean = 1 - 0.9 ** turn;
    const forSquare = 1 - 0.99 ** turn;
    for (const [index, { mean, square }] of states.entries()) {
      const part = parts[index];
      const slope = slopes[index];
      if (!part || !slope) continue;
      for (let k = 0; k < part.length; k += 1) {
        const by = slope[k] ?? 0;
        const m = (mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * by);
        const s = (square[k] = 0.99 * (square[k] ?? 0) + 0.01 * by * by);
        part[k] = (part[k] ?? 0) - (size * (m / forMean)) / (Math.sqrt(s / forSquare) + 1e-8);
      }
    }
  };
}
