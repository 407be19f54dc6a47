import { presence } from '@suban/domain/api-desk.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Filed, read } from '../testing/client.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let filed: Filed;
beforeAll(async () => {
  city = await createTestCity();
  filed = await createStory(city).dispatched();
});
afterAll(() => city.close());

const send = (who: string, doing: string | null, number = filed.number) =>
  city.as(who).post(`/api/desk/cases/${number}/presence`, { doing });
const others = async (who: string, doing = 'viewing') =>
  read(await send(who, doing), 200, presence).others.map(({ name, doing: what }) => `${name} ${what}`);

test('two people on a case see each other and what the other does; who leaves, or falls silent, is gone', async () => {
  expect(await others('yl-receiver')).toEqual([]);
  const [receiver] = await others('yl-handler', 'answering');
  expect(receiver).toMatch(/ viewing$/);
  const [handler] = await others('yl-receiver');
  expect(handler).toMatch(/ answering$/);
  // Oneself on a second page is nobody else.
  expect(await others('yl-handler', 'answering')).toHaveLength(1);

  await send('yl-handler', null);
  expect(await others('yl-receiver')).toEqual([]);
  await send('yl-handler', 'viewing');
  city.clock.advance(20_000);
  expect(await others('yl-receiver')).toHaveLength(1);
  city.clock.advance(6_000);
  expect(await others('yl-receiver')).toEqual([]);
});

test('what was left long ago is not kept', async () => {
  const story = createStory(city);
  const more = await Promise.all([story.dispatched(), story.dispatched()]);
  for (const { number } of more) await send('yl-handler', 'viewing', number);
  city.clock.advance(60_000);
  await send('yl-handler', 'viewing');
  const rows = await city.services.database.owner.query<{ n: number }>(
    `select count(*) as n from presence p join staff s using (account) where s.username = 'yl-handler'`,
  );
  expect(rows[0]?.n).toBe(1);
});

test('only who may see the case is told who looks at it', async () => {
  await send('yl-handler', 'viewing');
  expect((await send('cg-handler', 'viewing')).status).toBe(404);
  expect((await send('auditor', 'viewing')).status).toBe(403);
  expect((await city.citizen.post(`/api/desk/cases/${filed.number}/presence`, { doing: null })).status).toBe(
    401,
  );
  expect((await send('yl-handler', 'dancing')).status).toBe(400);
});
