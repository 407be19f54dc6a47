import type { Document } from './document.ts';
import { buildReader, type Reader } from './reading.ts';
import { type Block, buildGatherer, type Vector } from './vector.ts';

/** A block with what each of its grams says for each label: `weights[row × labels + label]`. */
export type WeightedBlock = Block & { readonly weights: Float32Array };

/** One way of reading a message: a linear classifier over its blocks. */
export type View = { readonly blocks: readonly WeightedBlock[]; readonly bias: Float64Array };

/**
 * Several views whose scores a mixer turns into one logit a label:
 * `mixer[label × (views × labels + 1) + view × labels + scored label]`, the last of each row being a constant.
 */
export type Model = {
  readonly labels: readonly string[];
  readonly empty: ReadonlySet<string>;
  readonly views: readonly View[];
  readonly mixer: Float64Array;
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
  const blocks = views.flatMap((view, index) =>
    view.blocks.map((block): ReadyBlock => ({ view: index, block, vector: null })),
  );
  const reader = buildReader(blocks.map(({ block }) => block));
  const gatherers = blocks.map(({ block }) => buildGatherer(block));
  const score = (document: Document): Float64Array => {
    reader.read(document);
    for (const [index, view] of views.entries()) scores.set(view.bias, index * labels);
    for (const [index, { count, take }] of gatherers.entries()) {
      reader.eachRow(index, count);
      const ready = blocks[index];
      if (!ready) continue;
      ready.vector = take();
      addScores(scores, ready.view * labels, labels, ready.block.weights, ready.vector);
    }
    return scores;
  };
  return { blocks, eachRow: reader.eachRow, score };
}

function addScores(
  scores: Float64Array,
  from: number,
  labels: number,
  weights: Float32Array,
  { size, rows, values }: Vector,
): void {
  for (let k = 0; k < size; k += 1) {
    const value = values[k] ?? 0;
    const base = (rows[k] ?? 0) * labels;
    for (let label = 0; label < labels; label += 1)
      scores[from + label] = (scores[from + label] ?? 0) + value * (weights[base + label] ?? 0);
  }
}

/** The probability of each label given the views' scores: a softmax over the mixer's logits. */
export function probabilitiesOf(mixer: Float64Array, scores: Float64Array, labels: number): Float64Array {
  const width = scores.length + 1;
  const logits = new Float64Array(labels);
  for (let label = 0; label < labels; label += 1) {
    let logit = mixer[label * width + scores.length] ?? 0;
    for (let k = 0; k < scores.length; k += 1) logit += (mixer[label * width + k] ?? 0) * (scores[k] ?? 0);
    logits[label] = logit;
  }
  const highest = Math.max(...logits);
  let total = 0;
  for (let label = 0; label < labels; label += 1) {
    logits[label] = Math.exp((logits[label] ?? 0) - highest);
    total += logits[label] ?? 0;
  }
  return logits.map((strength) => strength / total);
}
