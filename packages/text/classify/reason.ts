import type { Document } from './document.ts';
import { wordsIn } from './grams.ts';
import type { Model, Scorer } from './model.ts';
import type { Vector } from './vector.ts';

/** The words of the message scored last that spoke most for a label, strongest first. */
export type Explain = (document: Document, label: number) => readonly string[];

const MOST = 5;

/** A word is worth naming when it weighs at least this share of the strongest one. */
const WORTH_NAMING = 0.25;

/**
 * Prepares the explanation of a model's answers. What a gram adds to the label's logit, beyond what it adds to the
 * average label's, is divided among its characters; a word weighs what its characters weigh at all its places.
 * One-character words are left out: they explain nothing alone. Views with a second layer are too: what a gram does
 * there hangs on all the others.
 */
export function buildExplainer(model: Model, scorer: Scorer): Explain {
  const labels = model.labels.length;
  const width = model.views.length * labels + 1;
  const pull = (label: number, score: number): number => {
    let average = 0;
    for (let other = 0; other < labels; other += 1) average += model.mixer[other * width + score] ?? 0;
    return (model.mixer[label * width + score] ?? 0) - average / labels;
  };
  const linear = [...scorer.blocks.entries()].filter(([, { view }]) => !model.views[view]?.layer);
  const ready = linear.map(([index, block]) => ({
    ...block,
    index,
    source: block,
    // What a known gram adds to the logit at each of its places; only the message's own rows are ever set.
    worth: new Float64Array(block.block.keys.length),
    pulls: model.labels.map((_, label) =>
      model.labels.map((__, scored) => pull(label, block.view * labels + scored)),
    ),
  }));

  return (document, label) => {
    const words = wordsIn(document, 'whole');
    const weights = new Float64Array(words.length);
    const owners = ownersOf(words);
    for (const { index, block, source, worth, pulls } of ready) {
      if (source.vector) setWorth(worth, source.vector, block.weights, pulls[label] ?? []);
      scorer.eachRow(index, (row, at, length) => {
        const share = (worth[row] ?? 0) / length;
        for (let place = at; place < at + length; place += 1) {
          const word = block.unit === 'word' ? place : (owners[place] ?? 0);
          weights[word] = (weights[word] ?? 0) + share;
        }
      });
    }
    return strongest(words, weights);
  };
}

function setWorth(
  worth: Float64Array,
  { size, rows, values, times }: Vector,
  weights: Float32Array,
  pulls: readonly number[],
): void {
  for (let k = 0; k < size; k += 1) {
    const row = rows[k] ?? 0;
    let sum = 0;
    for (let scored = 0; scored < pulls.length; scored += 1)
      sum += (pulls[scored] ?? 0) * (weights[row * pulls.length + scored] ?? 0);
    worth[row] = (sum * (values[k] ?? 0)) / (times[k] ?? 1);
  }
}

/** For each character of the joined words, the index of its word. */
function ownersOf(words: readonly string[]): Uint32Array {
  const owners = new Uint32Array(words.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [index, { length }] of words.entries()) {
    owners.fill(index, at, at + length);
    at += length;
  }
  return owners;
}

function strongest(words: readonly string[], weights: Float64Array): string[] {
  const totals = new Map<string, number>();
  for (const [index, word] of words.entries())
    if (word.length > 1) totals.set(word, (totals.get(word) ?? 0) + (weights[index] ?? 0));
  const ranked = [...totals].filter(([, weight]) => weight > 0).sort((a, b) => b[1] - a[1]);
  const least = (ranked[0]?.[1] ?? 0) * WORTH_NAMING;
  return ranked
    .filter(([, weight]) => weight >= least)
    .slice(0, MOST)
    .map(([word]) => word);
}
