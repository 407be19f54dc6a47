import { expect, test } from 'vitest';
import { foldsOf, nearDuplicateGroups } from './groups.ts';
import { trainSvm } from './svm.ts';

test('rows of two columns are parted by their difference', () => {
  const dense = [
    [2, 0],
    [1.5, 0.5],
    [0.5, 1.5],
    [0, 2],
  ];
  const x = {
    rows: 4,
    columns: 2,
    start: Uint32Array.from([0, 2, 4, 6, 8]),
    column: Uint32Array.from([0, 1, 0, 1, 0, 1, 0, 1]),
    value: Float64Array.from(dense.flat()),
  };
  const { weights, bias } = trainSvm(x, Int8Array.from([1, 1, -1, -1]), 10);
  const signs = dense.map(([a = 0, b = 0]) =>
    Math.sign(a * (weights[0] ?? 0) + b * (weights[1] ?? 0) + bias),
  );
  expect(signs).toEqual([1, 1, -1, -1]);
});

test('a re-post stays with its original, in one fold', () => {
  const words = Array.from('东门外的桥面上昨夜塌了一个大坑车辆无法通行');
  const groups = nearDuplicateGroups([
    { title: ['桥'], body: words },
    { title: ['又说'], body: [...words, '请', '快'] },
    { title: ['别的'], body: Array.from('幼儿园的午餐里发现了不该有的东西家长很着急') },
  ]);
  expect(groups[0]).toBe(groups[1]);
  expect(groups[2]).not.toBe(groups[0]);
  const folds = foldsOf(groups, 5);
  expect(folds[0]).toBe(folds[1]);
});
