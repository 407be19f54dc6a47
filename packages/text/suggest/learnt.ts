import { type Document } from '../classify/document.ts';
import { hashOf } from '../classify/grams.ts';

/** The words of a text as they are learnt: distinct hashes, so that no sentence, name or number can be read back. */
export type LearntWords = readonly number[];

/** What carries a number is somebody's or somewhere's: it says nothing about the next appeal. */
const NUMBER = /\d/u;

export function learntWords({ title, body }: Document): LearntWords {
  const hashes = new Set<number>();
  for (const word of [...title, ...body]) if (!NUMBER.test(word)) hashes.add(hashOf(word));
  return [...hashes];
}

/** What was learnt of one matter: how many texts were decided to be about it, and in how many of them each word stood. */
export type LearntMatter = { readonly texts: number; readonly words: Readonly<Record<string, number>> };

/** As many words of a matter are kept; beyond them all its counts are halved, which also lets old wordings fade. */
const MOST_WORDS = 600;

/** Nothing learnt yet. */
export const unlearnt: LearntMatter = { texts: 0, words: {} };

/**
 * A matter's counts after one more text (`by` 1), or after one that turned out not to be about it (−1). The same texts in
 * the same order give the same counts, and no more than 600 words, whatever comes.
 */
export function learn(before: LearntMatter, words: LearntWords, by: 1 | -1): LearntMatter {
  const texts = Math.max(0, before.texts + by);
  const counts = new Map(Object.entries(before.words));
  for (const word of words) {
    const key = String(word);
    const n = (counts.get(key) ?? 0) + by;
    if (n > 0) counts.set(key, n);
    else counts.delete(key);
  }
  let after = { texts, counts };
  while (after.counts.size > MOST_WORDS) after = halved(after);
  return { texts: after.texts, words: Object.fromEntries(after.counts) };
}

function halved({ texts, counts }: { texts: number; counts: Map<string, number> }) {
  const kept = [...counts].flatMap(([word, n]): [string, number][] => (n > 1 ? [[word, n / 2]] : []));
  return { texts: texts / 2, counts: new Map(kept) };
}

/** All that was learnt, ready to be asked for any text; changed in place as matters are learnt further. */
export type LearntIndex = {
  /** Replaces what is known of a matter. */
  readonly set: (matter: string, learnt: LearntMatter) => void;
  /** How many texts were learnt in all, and of one matter. */
  readonly texts: (matter?: string) => number;
  /** Another number whenever anything was set. */
  readonly changes: () => number;
  /** What the words say for each matter in which any of them was learnt, with the hashes that say it, strongest first. */
  readonly scores: (words: LearntWords) => ReadonlyMap<string, LearntScore>;
};
export type LearntScore = { readonly score: number; readonly strongest: () => readonly number[] };

/** How many texts' worth of the city's own habits stand against the few texts of one matter. */
const PRIOR_TEXTS = 4;
/** Texts that stand for all that were never learnt: the first few decisions are told apart from the rest of the world. */
const OTHER_TEXTS = 50;
/** A word's say: however often it was seen it does not decide alone, and its absence says little. */
const MOST_SAY = 4;
/** A word said of this share of all texts or more says nothing of any. */
const COMMON_SHARE = 0.15;
const MOST_REASONS = 5;

type Say = { readonly word: number; readonly say: number };

const summed = (list: readonly Say[], length: number): LearntScore => ({
  score: list.reduce((sum, { say }) => sum + say, 0) / length,
  strongest: () =>
    list
      .toSorted((a, b) => b.say - a.say || a.word - b.word)
      .slice(0, MOST_REASONS)
      .map(({ word }) => word),
});

export function buildLearntIndex(): LearntIndex {
  const texts = new Map<string, LearntMatter>();
  const postings = new Map<number, Map<string, number>>();
  let total = 0;
  let changes = 0;

  const take = (matter: string, { texts: n, words }: LearntMatter): void => {
    total -= n;
    for (const word of Object.keys(words)) postings.get(Number(word))?.delete(matter);
    texts.delete(matter);
  };
  const set = (matter: string, learnt: LearntMatter): void => {
    changes += 1;
    take(matter, texts.get(matter) ?? unlearnt);
    if (learnt.texts <= 0) return;
    total += learnt.texts;
    texts.set(matter, learnt);
    for (const [word, n] of Object.entries(learnt.words)) {
      const list = postings.get(Number(word)) ?? new Map<string, number>();
      postings.set(Number(word), list.set(matter, n));
    }
  };
  const scores = (words: LearntWords): Map<string, LearntScore> => {
    const says = new Map<string, Say[]>();
    for (const word of words) {
      const list = postings.get(word);
      if (!list) continue;
      let seen = 0;
      for (const n of list.values()) seen += n;
      const usual = (seen + 0.5) / (total + OTHER_TEXTS);
      if (usual > COMMON_SHARE) continue;
      for (const [matter, n] of list) {
        const own = (n + PRIOR_TEXTS * usual) / ((texts.get(matter)?.texts ?? 0) + PRIOR_TEXTS);
        const say = Math.min(MOST_SAY, Math.log(own / usual));
        if (say <= 0) continue;
        const known = says.get(matter);
        if (known) known.push({ word, say });
        else says.set(matter, [{ word, say }]);
      }
    }
    // Long texts have more words of every matter.
    const length = Math.sqrt(Math.max(1, words.length));
    return new Map([...says].map(([matter, list]) => [matter, summed(list, length)]));
  };
  return {
    set,
    texts: (matter) => (matter === undefined ? total : (texts.get(matter)?.texts ?? 0)),
    changes: () => changes,
    scores,
  };
}
