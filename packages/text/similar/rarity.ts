import { KEY_SPACE } from './phonetics.ts';

/** How rare the keys of texts are, in the texts counted so far. */
export type Rarity = {
  /** ln²(texts / texts with the key): what it is worth that two texts share it. */
  weight(key: number): number;
  /** Whether so few texts have it that it is likely part of a name. */
  isRare(key: number): boolean;
  /** One more text, with these distinct keys. */
  count(keys: Iterable<number>): void;
};

/** How many texts were counted, and how many of them have each key. */
export type KeyCounts = { readonly texts: number; readonly withKey: ReadonlyMap<number, number> };

/** A key that more than this share of texts have is a common word, no name. */
const RARE_SHARE = 0.02;

/**
 * Starts from counts made beforehand and learns from every text counted, so that a city's own everyday names
 * (its districts, its main roads) soon weigh little. Takes 2 MB whatever it has counted.
 */
export function startRarity(before: KeyCounts): Rarity {
  let texts = before.texts;
  const withKey = new Uint32Array(KEY_SPACE);
  for (const [key, count] of before.withKey) withKey[key] = count;
  return {
    weight: (key) => Math.log((texts + 2) / ((withKey[key] ?? 0) + 1)) ** 2,
    isRare: (key) => (withKey[key] ?? 0) <= texts * RARE_SHARE,
    count(keys) {
      texts += 1;
      for (const key of keys) withKey[key] = (withKey[key] ?? 0) + 1;
    },
  };
}
