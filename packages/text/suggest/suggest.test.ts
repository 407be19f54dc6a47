import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SuggestMatter } from './catalogue-words.ts';
import { wordsToLearn } from './features.ts';
import { buildLearntIndex, learn, type LearntMatter, unlearnt } from './learnt.ts';
import { buildSuggester } from './suggest.ts';

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
const nothing = buildLearntIndex();

test.each([
  ['', '我家门口的路灯已经三天不亮了', 'lamp', ['路灯', '不亮']],
  ['', '半夜工地还在打桩，噪音很大', 'noise', ['工地', '噪音']],
  ['', '楼下跳广场舞，噪音很大', 'music', ['广场舞', '噪音']],
  ['健身房跑路', '交的钱不退', 'prepaid', ['跑路']],
  ['', 'ＧＹＭ 关门了', 'prepaid', ['gym']],
  ['', '预付式消费，商家关门', 'prepaid', ['预付式消费']],
])('%j %j suggests %s', (title, body, matter, words) => {
  const [first] = suggest(title, body, nothing);
  expect(first?.matter).toBe(matter);
  expect(first?.words.slice(0, words.length)).toEqual(words);
});

test('the title counts more, and a word says less in a long text', () => {
  expect(suggest('路灯', '井盖', nothing)[0]?.matter).toBe('lamp');
  expect(suggest('井盖', '路灯', nothing)[0]?.matter).toBe('road');
  const sure = (body: string) => suggest('', body, nothing)[0]?.confidence ?? 0;
  expect(sure(`路灯${'今天说说这件事情，'.repeat(30)}`)).toBeLessThan(sure('路灯，今天说说这件事情'));
});

test('agreeing words make it surer, and a text without words has no suggestion', () => {
  const sure = (body: string) => suggest('', body, nothing)[0]?.confidence ?? 0;
  expect(sure('井盖旁边坑洼')).toBeGreaterThan(sure('井盖'));
  expect(suggest('', '。！', nothing)).toEqual([]);
  expect(buildSuggester([])('路灯', '路灯', nothing)).toEqual([]);
});

test('what people decide about a wording is suggested for it the next time, and its words are the reason', () => {
  const wording = '小朋友的滑梯断了一截，铁皮翘起来';
  const before = suggest('', wording, nothing);
  expect(before.find(({ matter }) => matter === 'music')?.confidence ?? 0).toBeLessThan(0.5);
  const learnt = buildLearntIndex();
  let music: LearntMatter = unlearnt;
  for (let i = 0; i < 3; i += 1) music = learn(music, wordsToLearn('', wording), 1);
  learnt.set('music', music);
  learnt.set('lamp', learn(learn(unlearnt, wordsToLearn('', '路灯不亮'), 1), wordsToLearn('', '灯坏了'), 1));
  const [after] = suggest('', '滑梯的铁皮翘着', learnt);
  expect(after?.matter).toBe('music');
  expect(after?.words).toContain('滑梯');
  // It was not about that after all.
  for (let i = 0; i < 3; i += 1) music = learn(music, wordsToLearn('', wording), -1);
  expect(music).toEqual(unlearnt);
});

test('what is learnt stays bounded, holds no negative count, and is the same for the same texts', () => {
  const texts = fc.array(
    fc.record({ words: fc.array(fc.nat(5_000), { maxLength: 80 }), by: fc.constantFrom(1, 1, 1, -1) }),
    {
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(texts, (list) => {
      const fold = () =>
        list.reduce(
          (before, { words, by }) => learn(before, [...new Set(words)], by === 1 ? 1 : -1),
          unlearnt,
        );
      const learnt = fold();
      expect(Object.keys(learnt.words).length).toBeLessThanOrEqual(600);
      expect(Object.values(learnt.words).every((n) => n > 0)).toBe(true);
      expect(fold()).toEqual(learnt);
    }),
  );
});

test('no word with a number is learnt, and no word can be read back', () => {
  const learnt = learn(unlearnt, wordsToLearn('', '3栋501室张先生电话13800138000'), 1);
  expect(learnt).toEqual(learn(unlearnt, wordsToLearn('', '栋室张先生电话'), 1));
  expect(Object.keys(learnt.words).every((key) => /^\d+$/.test(key))).toBe(true);
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
      const found = suggest(title, body, nothing);
      const confidences = found.map(({ confidence }) => confidence);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
      expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThanOrEqual(1 + 1e-9);
      for (const word of found.flatMap(({ words }) => words))
        expect(`${title}\n${body}`.toLowerCase()).toContain(word);
    }),
  );
});
