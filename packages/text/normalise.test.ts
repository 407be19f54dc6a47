import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charCount, normalise } from './normalise.ts';

test.each([
  ['ＡＢＣ１２３（测试）！', 'ABC123(测试)!'],
  ['  小区　　路灯\t\t坏了  ', '小区 路灯 坏了'],
  ['第一行\r\n\r\n \u2028第二行\r', '第一行\n第二行'],
  ['路\u200b灯\ufeff不\u00ad亮\u0000\u001b', '路灯不亮'],
  ['電梯壞了', '電梯壞了'],
  ['半\ud800截', '半截'],
  ['e\u200d\u0301', 'é'],
  ['\u200b \n', ''],
])('%j becomes %j', (text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test('normalising twice changes nothing more, and leaves nothing invisible', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normalise(text);
      expect(normalise(once)).toBe(once);
      expect(once).not.toMatch(/[^\S \n]|\s\s|\p{Cc}(?<!\n)|\p{Cf}|\p{Cs}/u);
    }),
  );
});

test.each([
  ['', 0],
  ['路灯', 2],
  ['𠮷a', 2],
])('%j has %i characters', (text, count) => {
  expect(charCount(text)).toBe(count);
});
