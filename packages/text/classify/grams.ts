import type { Words } from './document.ts';

/** Which part of a message is looked at; `opening` is the title and the first words of the body. */
export type Part = 'whole' | 'title' | 'opening';

/** What is counted: runs of one to `longest` characters, or single words, of one part of a message. */
export type Source = { readonly part: Part; readonly unit: 'character' | 'word'; readonly longest: number };

/** In words: about the first two sentences of a body. */
const OPENING = 50;

/** The words of the part. */
export function wordsIn(document: Words, part: Part): readonly string[] {
  if (part === 'title') return document.title;
  return [...document.title, ...(part === 'whole' ? document.body : document.body.slice(0, OPENING))];
}

// A 32-bit multiplicative hash. Of a hundred thousand known grams one in 40,000 unknown ones is taken for a known one.
const SEED = 0x2c1b3c6d;
const FACTOR = 0x9e3779b1;
const SHIFT = 15;

/** Calls `visit` with the hash of each gram, the index of its first unit and how many units (characters, words) it has. */
export function eachGram(
  words: readonly string[],
  { unit, longest }: Source,
  visit: (hash: number, at: number, length: number) => void,
): void {
  if (unit === 'word') {
    for (const [at, word] of words.entries()) visit(hashOf(word), at, 1);
    return;
  }
  const text = words.join('');
  for (let at = 0; at < text.length; at += 1) {
    let hash = SEED;
    for (let length = 1; length <= longest && at + length <= text.length; length += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at + length - 1), FACTOR);
      hash ^= hash >>> SHIFT;
      visit(hash >>> 0, at, length);
    }
  }
}

/** The hash of one word. */
export function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), FACTOR);
    hash ^= hash >>> SHIFT;
  }
  return hash >>> 0;
}
