import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMatcher } from './automaton.ts';

const tiny = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('路', '灯', '不'), minLength: 1, maxLength });

test('finds exactly what a naive search finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(tiny(4), { maxLength: 8 }), tiny(30), (words, text) => {
      const naive = words.flatMap((needle, word) =>
        [...text].flatMap((_, start) =>
          text.startsWith(needle, start) ? [{ word, start, end: start + needle.length }] : [],
        ),
      );
      const found = buildMatcher(words)(text);
      expect(new Set(found.map((hit) => JSON.stringify(hit)))).toEqual(
        new Set(naive.map((hit) => JSON.stringify(hit))),
      );
      expect(found.length).toBe(naive.length);
    }),
    { numRuns: 500 },
  );
});
