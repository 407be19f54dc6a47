import { randomUUID } from 'node:crypto';
import { fileRequest } from '@suban/domain/collect/requests.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../appeal/verify.ts';
import { plainFiling, withId } from '../testing/client.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { fileAppeal } from './file-appeal.ts';

let city: TestCity;
beforeAll(async () => {
  city = await createTestCity();
});
afterAll(() => city.close());

const appeals = async () =>
  (await city.services.database.owner.query<{ n: number }>('select count(*) as n from appeal'))[0]?.n ?? 0;

test('in a rush every appeal is filed once, however often its request comes, and each is answered its own number', async () => {
  const before = await appeals();
  const ids = Array.from({ length: 40 }, () => randomUUID());
  const answers = await Promise.all(
    [...ids, ...ids.toReversed()].map((id) => city.citizen.post('/api/appeals', withId(plainFiling, id))),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  const numbers = answers.map(({ body }) => (body as { number: string }).number);
  expect(numbers.slice(40).toReversed()).toEqual(numbers.slice(0, 40));
  expect(new Set(numbers).size).toBe(40);
  expect(await appeals()).toBe(before + 40);
});

test('one that cannot be filed is refused alone; those that came with it are filed', async () => {
  const request = (id: string) => fileRequest.parse(withId(plainFiling, id));
  const arrival = (externalId: string) => ({
    channel: 'import' as const,
    actor: { kind: 'system' as const },
    externalId,
  });
  await fileAppeal(city.services, request(randomUUID()), arrival('taken'));
  const before = await appeals();
  const results = await Promise.allSettled(
    ['one', 'taken', 'two'].map((id) => fileAppeal(city.services, request(randomUUID()), arrival(id))),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await appeals()).toBe(before + 2);
});

test('afterwards the record holds', async () => {
  await city.drain();
  expect((await verify(city.services)).faults).toEqual([]);
});
