import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSuggester, type SuggestMatter } from './suggest.ts';

const MATTERS: SuggestMatter[] = [
  { code: 'road', name: '路面破损', keywords: ['坑洼', '路面塌陷', '井盖'], path: ['城市管理', '道路设施'] },
  { code: 'lamp', name: '路灯故障', keywords: ['路灯', '不亮', '照明'], path: ['城市管理', '道路设施'] },
  { code: 'noise', name: '施工噪声', keywords: ['夜间施工', '工地', '噪音'], path: ['生态环境', '噪声污染'] },
  {
    code: 'music',
    name: '社会生活噪声',
    keywords: ['广场舞', '音响', '噪音'],
    path: ['生态环境', '噪声污染'],
  },
  {
    code: 'prepaid',
    name: '预付式消费',
    keywords: ['退卡', '跑路', '办卡', 'Gym'],
    path: ['市场监管', '消费纠纷'],
  },
];
const suggest = buildSuggester(MATTERS);

test.each([
  ['', '我家门口的路灯已经三天不亮了', 'lamp', ['路灯', '不亮']],
  ['', '半夜工地还在打桩，噪音很大', 'noise', ['工地', '噪音']],
  ['', '楼下跳广场舞，噪音很大', 'music', ['广场舞', '噪音']],
  ['健身房跑路', '交的钱不退', 'prepaid', ['跑路']],
  ['', 'ＧＹＭ 关门了', 'prepaid', ['gym']],
  ['', '预付式消费，商家关门', 'prepaid', ['预付式消费', '预付', '消费']],
])('%j %j suggests %s', (title, body, matter, words) => {
  const [first] = suggest(title, body);
  expect(first?.matter).toBe(matter);
  expect(first?.words.slice(0, words.length)).toEqual(words);
});

test('the title counts double', () => {
  expect(suggest('路灯', '井盖')[0]?.matter).toBe('lamp');
  expect(suggest('井盖', '路灯')[0]?.matter).toBe('road');
});

test('one hit is a guess, agreeing hits are more', () => {
  const one = suggest('', '井盖')[0]?.confidence ?? 0;
  const two = suggest('', '井盖旁边坑洼')[0]?.confidence ?? 0;
  expect(one).toBeCloseTo(0.5, 1);
  expect(two).toBeGreaterThan(0.8);
});

test('nothing known, nothing suggested', () => {
  expect(suggest('想问一下', '今天天气不错')).toEqual([]);
  expect(suggest('', '')).toEqual([]);
  expect(buildSuggester([])('路灯', '路灯')).toEqual([]);
});

test('three at most, in order, confidences a part of one, every word really there', () => {
  const part = fc.constantFrom(
    ...MATTERS.flatMap(({ name, keywords, path }) => [name, ...keywords, ...path]),
    '，',
    '今天',
    '的',
  );
  const text = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (title, body) => {
      const found = suggest(title, body);
      const confidences = found.map(({ confidence }) => confidence);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
      expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThanOrEqual(1 + 1e-9);
      for (const word of found.flatMap(({ words }) => words))
        expect(`${title}\n${body}`.toLowerCase()).toContain(word);
    }),
  );
});
