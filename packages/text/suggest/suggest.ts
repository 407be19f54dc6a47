import { hashOf } from '../classify/grams.ts';
import type { SuggestMatter } from './catalogue-words.ts';
import { buildReader, features, type Reading } from './features.ts';
import type { LearntIndex } from './learnt.ts';

/** `confidence` is between 0 and 1; `words` are what in the text (normalised, lower-cased) led there, strongest first. */
export type MatterSuggestion = {
  readonly matter: string;
  readonly confidence: number;
  readonly words: readonly string[];
};

/** At most three matters, best first; none for a text without words. */
export type Suggester = (title: string, body: string, learnt: LearntIndex) => readonly MatterSuggestion[];

const MOST = 3;
const MOST_WORDS = 6;
/** Less than this is no suggestion. */
const LEAST = 0.01;

/**
 * What a unit of each feature is worth, in log-odds: words of the catalogue, topic, words learnt, how often. Fitted on
 * composed messages; docs/text.md says how, and what that does not show.
 */
export const suggestWeights: readonly number[] = [2.5, 0.7, 1.95, -0.9];

/** The chance of each matter: a softmax over the weighed features, so what confidences lack is some other matter's. */
export function chances(
  { values }: Pick<Reading, 'values'>,
  weights: readonly number[] = suggestWeights,
): Float64Array {
  const odds = new Float64Array(values.length / features);
  let highest = Number.NEGATIVE_INFINITY;
  for (let matter = 0; matter < odds.length; matter += 1) {
    let sum = 0;
    for (let f = 0; f < features; f += 1) sum += (weights[f] ?? 0) * (values[matter * features + f] ?? 0);
    odds[matter] = sum;
    if (sum > highest) highest = sum;
  }
  let total = 0;
  for (let matter = 0; matter < odds.length; matter += 1) {
    const strength = Math.exp((odds[matter] ?? 0) - highest);
    odds[matter] = strength;
    total += strength;
  }
  for (let matter = 0; matter < odds.length; matter += 1) odds[matter] = (odds[matter] ?? 0) / total;
  return odds;
}

/** Makes a suggester for one version of the catalogue: it takes some 0.5 s for the first, 0.1 s later. */
export function buildSuggester(matters: readonly SuggestMatter[]): Suggester {
  const read = buildReader(matters);
  return (title, body, learnt) => {
    if (matters.length === 0) return [];
    const reading = read(title, body, learnt);
    if (reading.document.title.length + reading.document.body.length === 0) return [];
    return likeliest(chances(reading))
      .filter(({ confidence }) => confidence >= LEAST)
      .map(({ index, confidence }) => ({
        matter: matters[index]?.code ?? '',
        confidence,
        words: reasonsOf(reading, index, matters[index]?.code ?? ''),
      }));
  };
}

/** The few highest, best first, in one pass over all matters. */
function likeliest(all: Float64Array): { index: number; confidence: number }[] {
  const best: { index: number; confidence: number }[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const confidence = all[index] ?? 0;
    if (best.length === MOST && confidence <= (best[MOST - 1]?.confidence ?? 0)) continue;
    const at = best.findIndex((other) => confidence > other.confidence);
    best.splice(at < 0 ? best.length : at, 0, { index, confidence });
    best.length = Math.min(best.length, MOST);
  }
  return best;
}

/** The catalogue's words first, then those that were learnt; a word within another that is there says nothing new. */
function reasonsOf({ words, learnt, document }: Reading, index: number, matter: string): string[] {
  const named = (words.get(index)?.shares ?? [])
    .toSorted((a, b) => b.share - a.share)
    .map(({ word }) => word);
  const strongest = learnt.get(matter)?.strongest() ?? [];
  const own = new Map(
    strongest.length === 0 ? [] : [...document.title, ...document.body].map((word) => [hashOf(word), word]),
  );
  const reasons: string[] = [];
  for (const word of [...named, ...strongest.flatMap((hash) => own.get(hash) ?? [])])
    if (word.length > 1 && !reasons.some((other) => other.includes(word))) reasons.push(word);
  return reasons.slice(0, MOST_WORDS);
}
