import type { Document } from '../classify/document.ts';
import { eachGram, type Source, wordsIn } from '../classify/grams.ts';
import type { View } from '../classify/model.ts';
import { buildReader } from '../classify/reading.ts';
import { type Block, buildGatherer } from '../classify/vector.ts';
import { RARITY_STEP } from '../classify/weights.ts';
import { trainNetworks } from './networks.ts';
import { type Sparse, trainSvm } from './svm.ts';

/**
 * How a view is trained. `least`: in how many messages a gram must be. By support vector machines, `bayes` telling whether
 * each gram counts by how much it tells a label from the rest; or as so many `networks`, whose answers are averaged.
 */
export type ViewPlan = {
  readonly blocks: readonly (Source & { readonly share: number })[];
  readonly least: number;
} & ({ readonly cost: number; readonly bayes: boolean } | { readonly networks: number });

/** Documents and the index of each one's label. */
export type Examples = { readonly documents: readonly Document[]; readonly labels: Uint8Array };

/** Trains one view: its vocabulary and weights. */
export function trainView(plan: ViewPlan, { documents, labels }: Examples, count: number): View {
  const blocks = plan.blocks.map((source) => vocabularyOf(source, plan.least, documents));
  const x = matrixOf(blocks, documents);
  if ('cost' in plan) return trainLinear(plan, blocks, x, labels, count);
  const { weights, bias, layer } = trainNetworks(x, labels, count, plan.networks);
  let from = 0;
  return {
    bias,
    layer,
    blocks: blocks.map((block) => {
      const start = from;
      from += block.keys.length * bias.length;
      return { ...block, weights: weights.slice(start, from) };
    }),
  };
}

/** One support vector machine a label, against all others. */
function trainLinear(
  plan: { readonly cost: number; readonly bayes: boolean },
  blocks: readonly Block[],
  x: Sparse,
  labels: Uint8Array,
  count: number,
): View {
  const weights = blocks.map((block) => new Float32Array(block.keys.length * count));
  const bias = new Float64Array(count);
  for (let label = 0; label < count; label += 1) {
    const target = Int8Array.from(labels, (own) => (own === label ? 1 : -1));
    const linear = plan.bayes ? trainByRatio(x, target, plan.cost) : trainSvm(x, target, plan.cost);
    bias[label] = linear.bias;
    let from = 0;
    for (const [index, block] of blocks.entries()) {
      for (let row = 0; row < block.keys.length; row += 1) {
        const part = weights[index];
        if (part) part[row * count + label] = linear.weights[from + row] ?? 0;
      }
      from += block.keys.length;
    }
  }
  return {
    bias,
    layer: null,
    blocks: blocks.map((block, index) => ({ ...block, weights: weights[index] ?? new Float32Array(0) })),
  };
}

/** The grams that at least `least` documents have, in the order of their hashes; rarity = ln((1 + N) / (1 + n)) + 1. */
function vocabularyOf(
  source: Source & { readonly share: number },
  least: number,
  documents: readonly Document[],
): Block {
  const frequency = new Map<number, number>();
  for (const document of documents) {
    const own = new Set<number>();
    eachGram(wordsIn(document, source.part), source, (hash) => own.add(hash));
    for (const hash of own) frequency.set(hash, (frequency.get(hash) ?? 0) + 1);
  }
  const keys = Uint32Array.from([...frequency].filter(([, n]) => n >= least).map(([hash]) => hash)).sort();
  const rarity = Float32Array.from(keys, (key) => {
    const exact = Math.log((1 + documents.length) / (1 + (frequency.get(key) ?? 0))) + 1;
    return Math.round(exact / RARITY_STEP) * RARITY_STEP;
  });
  return { ...source, keys, rarity };
}

function matrixOf(blocks: readonly Block[], documents: readonly Document[]): Sparse {
  const reader = buildReader(blocks);
  const gatherers = blocks.map((block) => buildGatherer(block));
  const start = new Uint32Array(documents.length + 1);
  const column: number[] = [];
  const value: number[] = [];
  for (const [index, document] of documents.entries()) {
    let from = 0;
    reader.read(document);
    for (const [k, { count, take }] of gatherers.entries()) {
      reader.eachRow(k, count);
      const { size, rows, values } = take();
      for (let at = 0; at < size; at += 1) {
        column.push(from + (rows[at] ?? 0));
        value.push(values[at] ?? 0);
      }
      from += blocks[k]?.keys.length ?? 0;
    }
    start[index + 1] = column.length;
  }
  const columns = blocks.reduce((sum, { keys }) => sum + keys.length, 0);
  return {
    rows: documents.length,
    columns,
    start,
    column: Uint32Array.from(column),
    value: Float64Array.from(value),
  };
}

/** Each column is multiplied by its naive-Bayes log-count ratio first (Wang and Manning, ACL 2012), and the weights too, so that plain rows go in. */
function trainByRatio(x: Sparse, target: Int8Array, cost: number) {
  const ratio = logCountRatio(x, target);
  const value = x.value.map((entry, k) => entry * (ratio[x.column[k] ?? 0] ?? 0));
  const { weights, bias } = trainSvm({ ...x, value }, target, cost);
  return { weights: weights.map((weight, column) => weight * (ratio[column] ?? 0)), bias };
}

function logCountRatio(x: Sparse, target: Int8Array): Float64Array {
  const inside = new Float64Array(x.columns).fill(1);
  const outside = new Float64Array(x.columns).fill(1);
  for (let row = 0; row < x.rows; row += 1) {
    const counts = (target[row] ?? 0) > 0 ? inside : outside;
    for (let k = x.start[row] ?? 0; k < (x.start[row + 1] ?? 0); k += 1) {
      const column = x.column[k] ?? 0;
      counts[column] = (counts[column] ?? 0) + (x.value[k] ?? 0);
    }
  }
  const sum = (counts: Float64Array) => counts.reduce((total, n) => total + n, 0);
  const base = Math.log(sum(inside) / sum(outside));
  return inside.map((n, column) => Math.log(n / (outside[column] ?? 1)) - base);
}
