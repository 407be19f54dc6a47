import { appealId, cohortOf } from '@suban/domain/ids.ts';
import { fileText, storedTokens } from '@suban/text/similar/filed.ts';
import { pack } from '@suban/text/similar/packed.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composedMessages } from '../../../bench/messages.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { findSimilar } from './similar.ts';
import { findSimilarOfEach, type Own } from './similar-of-each.ts';
import { addIndexed } from './similar-store.ts';

let city: TestCity;
beforeAll(async () => {
  city = await createTestCity();
});
afterAll(() => city.close());

/** Messages of few places, each told three times with what was said of it cut short, so that many are alike. */
function messages(count: number): Own[] {
  const compose = composedMessages(21);
  return Array.from({ length: count / 3 }, compose).flatMap(({ title, body }, i) =>
    [body, `${body.slice(0, 90)}。`, `${body}请尽快处理。`].map((words, n) => ({
      key: { cohort: cohortOf(n === 0 ? 202602 : 202603), id: appealId(3 * i + n + 1) },
      filed: fileText({ title, body: words }, i % 4),
    })),
  );
}

test('many compared at once find what each finds by itself, in the same order, across months', async () => {
  const list = messages(300);
  const { owner } = city.services.database;
  await owner.transaction((tx) =>
    addIndexed(
      tx,
      list.map(({ key, filed }) => ({ key, packed: pack(filed), tokens: storedTokens(filed) })),
    ),
  );
  const [alone, together] = await owner.transaction(async (tx) => {
    const one = [];
    for (const { key, filed } of list) one.push(await findSimilar(tx, filed, key));
    return [one, (await findSimilarOfEach(tx, list)).map(({ similar }) => similar)];
  });
  expect(together).toEqual(alone);
  expect(alone.flat().length).toBeGreaterThan(list.length);
  expect(await owner.transaction((tx) => findSimilarOfEach(tx, []))).toEqual([]);
});
