import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStory, department, street, streetMatter } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

/** A street that had nothing to do with the dispute. */
const elsewhere = 'SZ-LH-GY';
let city: TestCity;
let story: ReturnType<typeof createStory>;

beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
});
afterAll(() => city.close());

test('what was decided about a matter is shown to whoever has the next such case, by whose duty and why', async () => {
  const disputed = await story.dispatched();
  await story.sendBack(disputed);
  await story.decideSendBack(disputed, false);
  await story.sendBack(disputed);
  city.clock.advance(60_000);
  await city
    .as('arbitrator')
    .must(disputed.number, 'designate', { unit: city.unit(department).id, text: '由城管部门牵头办理。' });
  await city.drain();

  const next = await story.file();
  await city.as('dispatcher').must(next.number, 'classify', { matter: streetMatter });
  const shown = [
    {
      unit: { name: city.unit(department).name },
      how: 'arbitrated',
      number: disputed.number,
      reason: '由城管部门牵头办理。',
    },
    {
      unit: { name: city.unit(street).name },
      how: 'kept',
      number: disputed.number,
      reason: '经核对职责清单作出裁决。',
    },
  ];
  expect((await city.as('dispatcher').case(next.number)).precedents).toMatchObject(shown);
  // Another unit learns what was decided, not in whose case nor in what words.
  await story.dispatch(next, elsewhere);
  expect((await story.crew(elsewhere).receiver.case(next.number)).precedents).toMatchObject([
    { how: 'arbitrated', number: null, reason: null },
    { how: 'kept', number: null, reason: null },
  ]);
  expect((await city.as('dispatcher').case(disputed.number)).precedents).toEqual([]);
});

test('before there is a case, whoever records it reads what was decided and where such cases went', async () => {
  const area = city.unit(street).id;
  const at = (query: string) => `/api/desk/precedents?${query}`;
  const told = (await city.as('operator').get(at(`matter=${streetMatter}&area=${area}`))).body;
  expect(told).toMatchObject({
    items: [{ how: 'arbitrated', reason: '由城管部门牵头办理。' }, { how: 'kept' }],
  });
  expect((told as { went: { n: number }[] }).went.every(({ n }) => n > 0)).toBe(true);
  expect((await city.as('operator').get(at('matter=nothing'))).body).toEqual({ items: [], went: [] });
  expect((await city.as('operator').get(at('matter=1&area=x'))).status).toBe(400);
  expect((await city.citizen.get(at('matter=1'))).status).toBe(401);
});
