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
  return (title, body, learnt) => {
    const document = documentOf(title, body, topics.empty);
    const words = wordsIn(title, body);
    const told = learnt.scores(learntWords(document));
    const likely = affinity(topics.of(document));
    const values = new Float64Array(matters.length * features);
    for (const [index, { code }] of matters.entries()) {
      const at = index * features;
      values[at] = words.get(index)?.score ?? 0;
      values[at + 1] = likely[index] ?? 0;
      values[at + 2] = told.get(code)?.score ?? 0;
      values[at + 3] = often(learnt, code, matters.length);
    }
    return { values, words, learnt: told, document };
  };
}

/** The words of a text as they are learnt. */
export const wordsToLearn = (title: string, body: string): LearntWords =>
  learntWords(documentOf(title, body, topicReader().empty));

/** How much oftener than its share a matter is decided on, as a logarithm; 0 while nothing is learnt. */
function often(learnt: LearntIndex, matter: string, matters: number): number {
  return Math.log((learnt.texts(matter) + 1) / (learnt.texts() / matters + 1));
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
  return (likely: Float64Array): Float64Array =>
    Float64Array.from(shares, (share) => {
      let sum = 0;
      for (let l = 0; l < labels; l += 1) sum += (likely[l] ?? 0) * (share[l] ?? 0);
      return Math.log(sum + 0.02);
    });
}
