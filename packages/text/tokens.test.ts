import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queryTokens, searchTokens } from './tokens.ts';

const PHRASES = [
  '龙华区',
  '民治大道',
  '路灯不亮',
  '中华人民共和国',
  '预付式消费',
  '电动自行车',
  '充电桩',
  '噪音扰民',
  '的',
  '在',
];
const WORDS = ['G107', 'WiFi', '3', 'café', '粤B12345'];

/** Chinese text as it comes: real words, rare characters from anywhere in the block, one beyond the BMP. */
const chinese = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PHRASES),
      fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((c) => String.fromCodePoint(c)),
      fc.constant('𠮷'),
    ),
    {
      minLength: 2,
      maxLength: 20,
    },
  )
  .map((parts) => parts.join(''));

test('what a text contains verbatim finds it', () => {
  fc.assert(
    fc.property(chinese, fc.nat(), fc.nat(), (text, from, size) => {
      const characters = [...text];
      const start = from % (characters.length - 1);
      const end = start + 2 + (size % (characters.length - start - 1));
      const stored = new Set(searchTokens(text));
      const missing = queryTokens(characters.slice(start, end).join('')).filter(
        (token) => !stored.has(token),
      );
      expect(missing).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('so do whole words in any mixture, order and case', () => {
  const part = fc.oneof(fc.constantFrom(...PHRASES, ...WORDS), chinese);
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.nat(), (parts, pick) => {
      const stored = new Set(searchTokens(parts.join('，')));
      const query = [...parts.slice(pick % parts.length), parts[0] ?? ''].join(' ').toUpperCase();
      expect(queryTokens(query).filter((token) => !stored.has(token))).toEqual([]);
    }),
  );
});

test('tokens are distinct, short, and need no quoting', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), chinese), (text) => {
      const tokens = searchTokens(text);
      expect(new Set(tokens).size).toBe(tokens.length);
      for (const token of tokens) expect(token).toMatch(/^[^\s'"\\\0&|!:()]{1,80}$/u);
      for (const token of tokens) expect([...token].length).toBeLessThanOrEqual(40);
    }),
  );
});

test.each([
  ['派出所', ['派出所']],
  ['民治大道', ['民治', '治大', '大道']],
  ['中华人民共和国', ['中华人民共和国']],
  ['Ｇ１０７国道', ['g107', '国道']],
  ['a abc', ['a', 'abc']],
  ["路灯' & \\ !坏了", ['路灯', '坏了']],
  ['水', []],
  ['……', []],
])('the query %j asks for %j', (query, tokens) => {
  expect(queryTokens(query)).toEqual(tokens);
});

test('a word that is not there is not found', () => {
  const stored = new Set(searchTokens('中华大地上，华民路，民国建筑'));
  expect(queryTokens('中华民国').every((token) => stored.has(token))).toBe(false);
});

test('an endless word is cut alike on both sides', () => {
  const long = 'x'.repeat(500);
  expect(queryTokens(long)).toEqual(searchTokens(`网址${long}。`).filter((token) => token.startsWith('x')));
});
