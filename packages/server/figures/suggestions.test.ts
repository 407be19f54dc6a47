import { casePage } from '@suban/domain/api.ts';
import { automaticFigures, suggestionFigures } from '@suban/domain/api-suggestions.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createStory, department, street, streetMatter } from '../testing/story.ts';
import { read } from '../testing/client.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

// The first suggestion loads dictionary and topic weights.
vi.setConfig({ testTimeout: 120_000 });

let city: TestCity;
let story: ReturnType<typeof createStory>;
beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
});
afterAll(() => city.close());

/** What it is about nobody can doubt; whose it is, the test says. */
const clear = {
  title: '占道经营',
  text: '园岭街道园岭新村路口流动摊贩占道经营，占道经营走不过去。',
  place: { address: '园岭街道园岭新村12栋门口' },
};
const vague = { title: '有事', text: '你们好，有一件事情想说一说，请回复我，谢谢大家。' };
const figures = async () =>
  read(await city.as('mayor').get('/api/command/suggestions'), 200, suggestionFigures);
const list = async (search: string) =>
  read(await city.as('mayor').get(`/api/command/cases?${search}`), 200, casePage).items.map(
    ({ number }) => number,
  );

test('each suggestion is judged once by its own record, and each number leads to its cases', async () => {
  const [right, sentBack, elsewhere, waits] = [
    await story.file(clear),
    await story.file(clear),
    await story.file(clear),
    await story.file(clear),
  ];
  const unsure = await story.file(vague);
  await city.drain();
  const { suggestion } = await city.as('dispatcher').case(right.number);
  expect(suggestion?.unit.id).toBe(city.unit(street).id);
  expect(suggestion?.matter.code).toBe(streetMatter);
  for (const filed of [right, sentBack]) await story.dispatch(filed);
  await story.dispatch(elsewhere, department);
  await story.dispatch(unsure, department);
  await city.drain();
  expect((await figures()).all.success).toMatchObject({ numerator: 2, denominator: 3 });
  await story.sendBack(sentBack);
  await city.drain();

  const { all, weeks, bands, matters, period } = await figures();
  expect(all).toMatchObject({
    filed: 5,
    sure: 4,
    success: { numerator: 1, denominator: 3 },
    coverage: { numerator: 4, denominator: 5 },
  });
  expect(all.success.low).toBeGreaterThan(0.01);
  expect(all.success.high).toBeLessThan(0.95);
  expect(weeks).toHaveLength(12);
  expect(weeks.at(-1)).toMatchObject({ week: '2026-03-02', filed: 5 });
  expect(bands.reduce((sum, { filed }) => sum + filed, 0)).toBe(5);
  expect(bands.reduce((sum, { hits }) => sum + hits.denominator, 0)).toBe(4);
  expect(matters[0]).toMatchObject({
    matter: { code: streetMatter },
    success: { numerator: 1, denominator: 3 },
  });

  const of = `from=${period.from}&to=${new Date(Date.parse(period.to) + 1).toISOString()}`;
  expect(await list(`suggested=right&${of}`)).toEqual([right.number]);
  expect((await list(`suggested=wrong&${of}&matter=${streetMatter}`)).toSorted()).toEqual(
    [sentBack.number, elsewhere.number].toSorted(),
  );
  expect(await list('suggested=unsure')).toEqual([unsure.number]);
  expect(await list('suggested=sure')).toHaveLength(4);
  expect(await list('suggested=sure')).toContain(waits.number);
  expect(await list(`suggested=right&matter=010102`)).toEqual([]);
});

test('an administrator sees it by matter beside the switch; who reads no figures sees neither', async () => {
  const { matters } = read(
    await city.as('system-admin').get('/api/settings/automatic'),
    200,
    automaticFigures,
  );
  const own = matters.find(({ matter }) => matter.code === streetMatter);
  expect(own?.bands.reduce((sum, { judged }) => sum + judged, 0)).toBe(3);
  expect((await city.as('dispatcher').get('/api/settings/automatic')).status).toBe(403);
  expect((await city.as('system-admin').get('/api/command/suggestions')).status).toBe(403);
  expect((await city.as('mayor').get('/api/command/cases?suggested=right&measure=filed')).status).toBe(400);
  expect((await city.as('mayor').get('/api/command/cases?suggested=perhaps')).status).toBe(400);
});
