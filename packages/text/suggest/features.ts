import { topicReader, type Topics } from '../classify/classify.ts';
import { type Document, documentOf } from '../classify/document.ts';
import { buildWordScorer, type Pointed, type SuggestMatter } from './catalogue-words.ts';
import { type LearntIndex, type LearntScore, type LearntWords, learntWords } from './learnt.ts';

/** What speaks for a matter: the catalogue's words, the topic, what was learnt, and how often it is decided on. */
export const featureNames = ['words', 'topic', 'learnt', 'often'] as const;
export const features = featureNames.length;

/** A text as it is read for suggesting. */
export type Reading = {
  /** `features` numbers a matter, matter by matter. */
  readonly values: Float64Array;
  readonly words: ReadonlyMap<number, Pointed>;
  readonly learnt: ReadonlyMap<string, LearntScore>;
  readonly document: Document;
};
export type Reader = (title: string, body: string, learnt: LearntIndex) => Reading;

/** Reads texts for one version of the catalogue (some 0.5 s for the first, which loads dictionary and topic weights). */
export function buildReader(matters: readonly SuggestMatter[]): Reader {
  const wordsIn = buildWordScorer(matters);
  const topics = topicReader();
  const affinity = buildAffinity(matters, topics);
  const often = buildOften(matters);
  const indexOf = new Map(matters.map(({ code }, index) => [code, index]));
  return (title, body, learnt) => {
    const document = documentOf(title, body, topics.empty);
    const words = wordsIn(title, body);
    const told = learnt.scores(learntWords(document));
    const likely = affinity(topics.of(document));
    const usual = often(learnt);
    const values = new Float64Array(matters.length * features);
    for (let index = 0; index < matters.length; index += 1) {
      values[index * features + 1] = likely[index] ?? 0;
      values[index * features + 3] = usual[index] ?? 0;
    }
    for (const [index, { score }] of words) values[index * features] = score;
    for (const [code, { score }] of told) {
      const index = indexOf.get(code);
      if (index !== undefined) values[index * features + 2] = score;
    }
    return { values, words, learnt: told, document };
  };
}

/** The words of a text as they are learnt. */
export const wordsToLearn = (title: string, body: string): LearntWords =>
  learntWords(documentOf(title, body, topicReader().empty));

/** How much oftener than its share each matter is decided on, as a logarithm; 0 while nothing is learnt. Kept until more is. */
function buildOften(matters: readonly SuggestMatter[]): (learnt: LearntIndex) => Float64Array {
  let known: { readonly learnt: LearntIndex; readonly at: number; readonly values: Float64Array } | undefined;
  return (learnt) => {
    const at = learnt.changes();
    if (known?.learnt === learnt && known.at === at) return known.values;
    const share = learnt.texts() / matters.length + 1;
    const values = Float64Array.from(matters, ({ code }) => Math.log((learnt.texts(code) + 1) / share));
    known = { learnt, at, values };
    return values;
  };
}

/**
 * How well a text's topics go with each matter's: no table says which topic a heading of a city's catalogue belongs to, but
 * the classifier reads the catalogue's own words as it reads a message. A matter is a mixture of its own reading and those
 * of its headings.
 */
function buildAffinity(matters: readonly SuggestMatter[], { of, empty }: Topics) {
  const read = (title: string, body: string) => of(documentOf(title, body, empty));
  const own = matters.map(({ name, keywords, path }) => read([...path, name].join(' '), keywords.join('，')));
  const labels = own[0]?.length ?? 0;
  const mean = (list: readonly Float64Array[]) =>
    Float64Array.from(
      { length: labels },
      (_, l) => list.reduce((sum, one) => sum + (one[l] ?? 0), 0) / Math.max(1, list.length),
    );
  const groupOf = ({ path }: SuggestMatter, depth: number) => path.slice(0, depth).join('/');
  const groups = [1, 2].map((depth) => {
    const lists = new Map<string, Float64Array[]>();
    for (const [index, matter] of matters.entries()) {
      const key = groupOf(matter, depth);
      lists.set(key, [...(lists.get(key) ?? []), own[index] ?? new Float64Array(labels)]);
    }
    return new Map([...lists].map(([key, list]) => [key, mean(list)]));
  });
  const usual = mean(own);
  const shares = matters.map((matter, index) => {
    const above = groups.map((group, i) => group.get(groupOf(matter, i + 1)) ?? usual);
    return mean([own[index] ?? usual, ...above]).map((share, l) => share / Math.max(usual[l] ?? 0, 1e-3));
  });
  return (likely: Float64Array): Float64Array => {
    const values = new Float64Array(shares.length);
    for (const [index, share] of shares.entries()) {
      let sum = 0;
      for (let l = 0; l < labels; l += 1) sum += (likely[l] ?? 0) * (share[l] ?? 0);
      values[index] = Math.log(sum + 0.02);
    }
    return values;
  };
}
