import { expect, test } from 'vitest';
import { classifier } from './classify.ts';
import { documentOf } from './document.ts';
import { loadModel, storeModel } from './weights.ts';

test.each([
  ['工地欠薪三个月', '包工头拖欠我们十几个人的工资，劳动监察也没有结果', '劳动和社会保障'],
  ['', '河水又黑又臭，旁边的化工厂夜里偷排废水', '环境保护'],
  ['小学周末还在补课', '班主任让学生去她家里补课，每次收费一百元', '教育文体'],
  ['', '住院三天，医生开了一堆药，医院的收费看不明白', '卫生计生'],
  ['小区道路破损', '路灯不亮，下水道堵塞，市政设施没人维护', '城乡建设'],
])('the committed weights know %s %s', (title, body, label) => {
  const answer = classifier()(title, body);
  expect(answer.label).toBe(label);
  expect(answer.confidence).toBeGreaterThan(0.5);
  for (const word of answer.reason) expect(title + body).toContain(word);
  expect(answer.reason.length).toBeGreaterThan(0);
});

test('nothing to read is nothing to be sure of', () => {
  const { confidence, reason } = classifier()('', '');
  expect(confidence).toBeLessThan(0.5);
  expect(reason).toEqual([]);
});

test('a text cut into words is read like the same text uncut', () => {
  const cut = classifier()('', '工地 欠薪   包工头 拖欠 民工 工资');
  const uncut = classifier()('工地欠薪', '包工头拖欠了民工的工资');
  expect(cut.label).toBe(uncut.label);
});

test('a title missing is looked for at the start', () => {
  expect(documentOf('', '路灯 坏了   一直 没人 修', new Set())).toEqual({
    title: ['路灯', '坏', '了'],
    body: ['一直', '没', '人', '修'],
    written: false,
  });
  expect(documentOf('的 路灯', '坏', new Set(['的']))).toEqual({
    title: ['路灯'],
    body: ['坏'],
    written: true,
  });
});

test('weights that do not fit are refused', () => {
  const stored = storeModel({
    labels: ['甲', '乙'],
    empty: new Set(),
    mixer: new Float64Array(6),
    views: [{ bias: new Float64Array(2), layer: null, blocks: [] }],
    writtenScale: 1,
  });
  expect(loadModel(stored).labels).toEqual(['甲', '乙']);
  expect(() => loadModel({ ...stored, mixer: [1] })).toThrow('do not fit');
  const layer = { weights: [1, 2], bias: [0, 0] };
  expect(() => loadModel({ ...stored, views: [{ bias: [0, 0], layer, blocks: [] }] })).toThrow('do not fit');
});

test('the same text is answered less surely as people write it than freed of its empty words', () => {
  const answer = classifier()('', '小学周末还在补课，班主任让我们的孩子去她的家里补课了');
  const freed = classifier()('', '小学 周末 补课 班主任 孩子 家里 补课');
  expect(answer.label).toBe(freed.label);
  expect(answer.confidence).toBeLessThan(freed.confidence);
});
