import type { Document } from './document.ts';
import { buildReader, type Reader } from './reading.ts';
import { type Block, buildGatherer, type Vector } from './vector.ts';

/** A block with what each of its grams adds to each of the view's sums: `weights[row × sums + sum]`. */
export type WeightedBlock = Block & { readonly weights: Float32Array };

/** A second layer: sums below zero count as zero, then `weights[sum × labels + label]` and `bias` give the scores. */
export type Layer = {
  readonly weights: Float64Array | Float32Array;
  readonly bias: Float64Array | Float32Array;
};

/**
 * One way of reading a message. Its sums start from `bias`. Without a second layer there is one a label, and they are the
 * scores: a linear classifier.
 */
export type View = {
  readonly blocks: readonly WeightedBlock[];
  readonly bias: Float64Array;
  readonly layer: Layer | null;
};

/**
 * Several views whose scores a mixer turns into one logit a label:
 * `mixer[label × (views × labels + 1) + view × labels + scored label]`, the last of each row being a constant.
 */
export type Model = {
  readonly labels: readonly string[];
  readonly empty: ReadonlySet<string>;
  readonly views: readonly View[];
  readonly mixer: Float64Array;
  /** What the logits of a text as people write it are multiplied by (see {@link Document}): below 1, it is less sure of those. */
  readonly writtenScale: number;
};

/** A block ready to be read with. `vector` is that of the message scored last; `view` is the index of its view. */
export type ReadyBlock = { readonly view: number; readonly block: WeightedBlock; vector: Vector | null };

/** `score` gives every view's score for every label, view by view; the next call overwrites them and what was read. */
export type Scorer = {
  readonly blocks: readonly ReadyBlock[];
  readonly eachRow: Reader['eachRow'];
  readonly score: (document: Document) => Float64Array;
};

/** Prepares the views' tables once. */
export function buildScorer(views: readonly View[], labels: number): Scorer {
  const scores = new Float64Array(views.length * labels);
  const readings = views.map(({ bias, layer }) => ({ bias, layer, sums: bias.slice() }));
  const blocks = views.flatMap((view, index) =>
    view.blocks.map((block): ReadyBlock => ({ view: index, block, vector: null })),
  );
  const reader = buildReader(blocks.map(({ block }) => block));
  const gatherers = blocks.map(({ block }) => buildGatherer(block));
  const score = (document: Document): Float64Array => {
    reader.read(document);
    for (const { bias, sums } of readings) sums.set(bias);
    for (const [index, { count, take }] of gatherers.entries()) {
      reader.eachRow(index, count);
      const ready = blocks[index];
      const reading = readings[ready?.view ?? 0];
      if (!ready || !reading) continue;
      ready.vector = take();
      addTo(reading.sums, ready.block.weights, ready.vector);
    }
    for (const [index, { layer, sums }] of readings.entries())
      scores.set(layer ? throughLayer(sums, layer) : sums, index * labels);
    return scores;
  };
  return { blocks, eachRow: reader.eachRow, score };
}

function addTo(sums: Float64Array, weights: Float32Array, { size, rows, values }: Vector): void {
  const count = sums.length;
  for (let k = 0; k < size; k += 1) {
    const value = values[k] ?? 0;
    const base = (rows[k] ?? 0) * count;
    for (let sum = 0; sum < count; sum += 1)
      sums[sum] = (sums[sum] ?? 0) + value * (weights[base + sum] ?? 0);
  }
}

/** The scores that a view's sums come to. */
export function throughLayer(sums: Float64Array, { weights, bias }: Layer): Float64Array {
  const labels = bias.length;
  const scores = Float64Array.from(bias);
  for (const [index, sum] of sums.entries()) {
    if (sum <= 0) continue;
    for (let label = 0; label < labels; label += 1)
      scores[label] = (scores[label] ?? 0) + sum * (weights[index * labels + label] ?? 0);
  }
  return scores;
}

/** The probability of each label given the views' scores: a softmax over the mixer's logits, times `scale`. */
export function probabilitiesOf(
  mixer: Float64Array,
  scores: Float64Array,
  labels: number,
  scale = 1,
): Float64Array {
  const width = scores.length + 1;
  const logits = new Float64Array(labels);
  for (let label = 0; label < labels; label += 1) {
    let logit = mixer[label * width + scores.length] ?? 0;
    for (let k = 0; k < scores.length; k += 1) logit += (mixer[label * width + k] ?? 0) * (scores[k] ?? 0);
    logits[label] = logit * scale;
  }
  const highest = Math.max(...logits);
  let total = 0;
  for (let label = 0; label < labels; label += 1) {
    logits[label] = Math.exp((logits[label] ?? 0) - highest);
    total += logits[label] ?? 0;
  }
  return logits.map((strength) => strength / total);
}
