import { type BytesIn, type BytesOut, bytesOf } from '../events/bytes.ts';
import { KEY_SPACE } from './phonetics.ts';

/** How rare the keys of texts are, in the texts counted so far. */
export type Rarity = {
  /** ln²(texts / texts with the key): what it is worth that two texts share it. */
  weight(key: number): number;
  /** Whether so few texts have it that it is likely part of a name. */
  isRare(key: number): boolean;
  /** One more text, with these distinct keys. */
  count(keys: Iterable<number>): void;
  save(out: BytesOut): void;
  restore(from: BytesIn): void;
};

/** How many texts were counted, and how many of them have each key. */
export type KeyCounts = { readonly texts: number; readonly withKey: ReadonlyMap<number, number> };

/** A key that more than this share of texts have is a common word, no name. */
const RARE_SHARE = 0.02;

/**
 * Starts from counts made beforehand and learns from every text counted, so that a city's own everyday names
 * (its districts, its main roads) soon weigh little. Takes 6 MB whatever it has counted.
 */
export function startRarity(before: KeyCounts): Rarity {
  let texts = before.texts;
  const withKey = new Uint32Array(KEY_SPACE);
  // A weight is asked for thousands of times an appeal, a count changed a hundred times: the logarithm is taken there.
  const logs = new Float64Array(KEY_SPACE);
  let logTexts = Math.log(texts + 2);
  const set = (key: number, count: number): void => {
    withKey[key] = count;
    logs[key] = Math.log(count + 1);
  };
  for (const [key, count] of before.withKey) set(key, count);
  return {
    weight: (key) => (logTexts - (logs[key] ?? 0)) ** 2,
    isRare: (key) => (withKey[key] ?? 0) <= texts * RARE_SHARE,
    count(keys) {
      texts += 1;
      logTexts = Math.log(texts + 2);
      for (const key of keys) set(key, (withKey[key] ?? 0) + 1);
    },
    save(out) {
      out.f64(texts);
      out.bytes(bytesOf(withKey));
    },
    restore(from) {
      texts = from.f64();
      logTexts = Math.log(texts + 2);
      new Uint32Array(from.bytes().buffer).forEach((count, key) => set(key, count));
    },
  };
}
