import { expect, test } from 'vitest';
import { together } from './together.ts';

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

test('alone, a call is done by itself; in a rush calls go together, in order, no more at once than allowed', async () => {
  const goes: number[][] = [];
  let [running, most] = [0, 0];
  const call = together(
    async (list: readonly number[]) => {
      goes.push([...list]);
      running += 1;
      most = Math.max(most, running);
      await pause(5);
      running -= 1;
      return list.map((n) => n * 10);
    },
    { atOnce: 2, most: 3 },
  );
  expect(await call(0)).toBe(0);
  const numbers = Array.from({ length: 10 }, (_, i) => i + 1);
  expect(await Promise.all(numbers.map(call))).toEqual(numbers.map((n) => n * 10));
  expect(goes).toEqual([[0], [1, 2, 3], [4, 5, 6], [7, 8, 9], [10]]);
  expect(most).toBe(2);
});

test('a call that cannot be done fails alone', async () => {
  const tried: number[][] = [];
  const call = together(
    (list: readonly number[]) => {
      tried.push([...list]);
      return list.includes(2) ? Promise.reject(new Error('not two')) : Promise.resolve(list);
    },
    { atOnce: 1, most: 10 },
  );
  const results = await Promise.allSettled([1, 2, 3].map(call));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(tried).toEqual([[1, 2, 3], [1], [2], [3]]);
  expect(await call(4)).toBe(4);
});
