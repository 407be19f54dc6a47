import type { Prepared, PreparedQuestion } from './prepare.ts';

/**
 * How telling a pair or triple of characters is: its inverse document frequency by hash, for those that many texts
 * hold. The rest count as `rarest`. Hashes only: it holds no word of anybody.
 */
export type Rarity = ReadonlyMap<number, number>;

/** Beyond this it is chance whether a gram was seen in training. */
export const rarest = 6;

export type RelevanceModel = {
  readonly rarity: Rarity;
  readonly mean: readonly number[];
  readonly spread: readonly number[];
  /** One for each feature, and the constant last. */
  readonly weights: readonly number[];
};

export const rarityOf = (rarity: Rarity, gram: string): number => rarity.get(hashOf(gram)) ?? rarest;

/** FNV-1a, 32 bits. */
export function hashOf(gram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

type Grams = ReadonlyMap<string, number>;

/** The rarity-weighted share of `of` that also stands in `within`: 0 … 1. */
export function cover(of: Grams, within: Grams, rarity: Rarity): number {
  let shared = 0;
  let all = 0;
  for (const gram of of.keys()) {
    const weight = rarityOf(rarity, gram);
    all += weight;
    if (within.has(gram)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

function cosine(a: Grams, b: Grams, rarity: Rarity): number {
  let dot = 0;
  let lengths = 0;
  for (const [gram, times] of a) {
    const weight = rarityOf(rarity, gram) * (1 + Math.log(times));
    lengths += weight * weight;
    const other = b.get(gram);
    if (other) dot += weight * rarityOf(rarity, gram) * (1 + Math.log(other));
  }
  let others = 0;
  for (const [gram, times] of b) others += (rarityOf(rarity, gram) * (1 + Math.log(times))) ** 2;
  return dot === 0 ? 0 : dot / Math.sqrt(lengths * others);
}

/** What the pair is judged by, the same in training and in use. Roots, because the first shared words tell most. */
export function features(question: PreparedQuestion, reply: Prepared, rarity: Rarity): number[] {
  const { title, whole } = question;
  const both = cosine(whole.two, reply.two, rarity);
  const head = cosine(title.two, reply.two, rarity);
  const told = cover(title.two, reply.two, rarity);
  const length = Math.log(reply.text.length + 5);
  return [
    Math.sqrt(both),
    Math.sqrt(head),
    Math.sqrt(told),
    Math.sqrt(cover(whole.two, reply.two, rarity)),
    Math.sqrt(cover(reply.two, whole.two, rarity)),
    Math.sqrt(cosine(whole.three, reply.three, rarity)),
    Math.sqrt(cover(title.three, reply.three, rarity)),
    Math.sqrt(cover(reply.three, whole.three, rarity)),
    length,
    Math.log(whole.text.length + 5),
    both * length,
    told * length,
  ];
}

/** How likely the reply belongs to the question rather than to another one of the same topic: 0 … 1. */
export function relevance(question: PreparedQuestion, reply: Prepared, model: RelevanceModel): number {
  const { mean, spread, weights } = model;
  const sum = features(question, reply, model.rarity).reduce(
    (total, value, i) => total + ((weights[i] ?? 0) * (value - (mean[i] ?? 0))) / (spread[i] || 1),
    weights.at(-1) ?? 0,
  );
  return 1 / (1 + Math.exp(-sum));
}
