import { fieldOrders } from '@suban/domain/api-field.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '../testing/client.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
/** The most pressing first: each was dispatched a minute after the one before. */
const numbers: string[] = [];
beforeAll(async () => {
  city = await createTestCity();
  const story = createStory(city);
  for (let i = 0; i < 12; i += 1) {
    numbers.push((await story.dispatched()).number);
    city.clock.advance(60_000);
  }
});
afterAll(() => city.close());

const page = async (query = '') =>
  read(await city.as('yl-handler').get(`/api/desk/field${query}`), 200, fieldOrders);

test('what a unit has in hand goes along page by page, each once, the most pressing first', async () => {
  const first = await page();
  expect(first.orders.map(({ number }) => number)).toEqual(numbers.slice(0, 10));
  const second = await page(`?cursor=${first.next}`);
  expect(second.orders.map(({ number }) => number)).toEqual(numbers.slice(10));
  expect(second.next).toBeNull();
});

test('another unit takes nothing of it along, and a cursor that is none is refused', async () => {
  const { orders } = read(await city.as('cg-handler').get('/api/desk/field'), 200, fieldOrders);
  expect(orders).toEqual([]);
  expect((await city.as('yl-handler').get('/api/desk/field?cursor=x')).status).toBe(400);
});
