import { crewOf } from '@suban/demo-city/accounts.ts';
import { suggestion } from '@suban/domain/api-suggestions.ts';
import { parseNumber } from '@suban/domain/ids.ts';
import { cityCalibration } from '@suban/text/suggest/calibration.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { rebuildLearnt } from '../commands/rebuild.ts';
import { judgedBands } from '../people/learnt-store.ts';
import { read } from '../testing/client.ts';
import { createStory, department, sendingBack, street, streetMatter } from '../testing/story.ts';
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

const rows = <T extends Record<string, unknown>>(text: string) => city.services.database.owner.query<T>(text);
const shown = async ({ number }: { number: string }) =>
  (await city.as('dispatcher').case(number)).suggestions;
/** No word of it is in the catalogue. */
const wording = {
  title: '榕须垂到头顶',
  text: '园岭街道这棵老榕的气根垂得很低，骑车经过勾住帽子，榕须打到眼镜，盼望修一修榕须。',
};
const file = (fields: Record<string, unknown> = wording) => story.file(fields);

test('after a few decisions about a wording it is suggested, and says how many went there', async () => {
  const before = await file();
  await city.drain();
  const first = (await shown(before))[0];
  for (let i = 0; i < 3; i += 1) {
    await story.dispatch(i === 0 ? before : await file(), department, '010301');
    await city.drain();
  }
  const after = await file();
  await city.drain();
  const best = (await shown(after))[0];
  expect(best).toMatchObject({ matter: { code: '010301' }, went: 3 });
  expect(best?.unit.name).toBe(city.unit(department).name);
  expect(best?.matter.words.join()).toContain('气根');
  const earlier = first?.matter.code === '010301' ? first.matter.confidence : 0;
  expect(best?.matter.confidence ?? 0).toBeGreaterThan(earlier);
  // The citizen and the operator are told the same by the same words.
  const asked = await city.citizen.post('/api/suggest', { text: `${wording.title}。${wording.text}` });
  expect(read(asked, 200, suggestion).matters[0]).toMatchObject({ code: '010301' });
});

test('a suggestion whose unit was found not responsible falls, and then another is suggested', async () => {
  const lamp = {
    title: '路灯不亮',
    text: '园岭街道路灯不亮三天了，路灯坏了没人修。',
    place: { address: '园岭街道园岭新村12栋门口' },
  };
  const [start] = await suggestionsFor(lamp);
  const matter = start?.matter.code ?? '';
  const unitCode =
    [...city.services.reference().units.values()].find(({ id }) => id === start?.unit.id)?.code ?? '';
  const other = unitCode === department ? street : department;
  let last = start?.matter.confidence ?? 0;
  const names: string[] = [];
  for (let i = 0; i < 2; i += 1) {
    const filed = await story.file(lamp);
    await story.dispatch(filed, unitCode, matter);
    await city.as(crewOf(unitCode).receiver).must(filed.number, 'send-back', sendingBack(city));
    await story.decideSendBack(filed, true);
    await story.dispatch(filed, other, matter);
    await city.drain();
    const [best] = await suggestionsFor(lamp);
    names.push(best?.unit.name ?? '');
    const ofFirst = (await suggestionsFor(lamp)).find(({ unit }) => unit.id === start?.unit.id);
    expect(ofFirst?.matter.confidence ?? 0).toBeLessThan(last);
    last = ofFirst?.matter.confidence ?? 0;
  }
  expect(names.at(-1)).toBe(city.unit(other).name);
});

async function suggestionsFor(fields: Record<string, unknown>) {
  const filed = await story.file(fields);
  await city.drain();
  return shown(filed);
}

test('what it is not sure of is not suggested on the board, but a person may look at it', async () => {
  const vague = await file({ title: '有事', text: '你们好，有一件事情想说一说，请回复我，谢谢大家。' });
  const clear = await file({
    title: '占道经营',
    text: '园岭街道路口每天占道经营，流动摊贩占道经营堵住人行道。',
  });
  await city.drain();
  expect(await city.as('dispatcher').case(vague.number)).toMatchObject({ suggestion: null, unsure: true });
  expect(await city.as('dispatcher').case(clear.number)).toMatchObject({ unsure: false });
  await story.dispatch(vague);
  await city.drain();
  expect(await city.as('dispatcher').case(vague.number)).toMatchObject({ unsure: false });
});

test('nothing is learnt from a complaint about a unit, nor from what the system does', async () => {
  const before = await rows('select sum(texts) as n from learnt_matter');
  const filed = await city.as('operator').post('/api/desk/appeals', {
    requestId: crypto.randomUUID(),
    text: '投诉园岭街道办事处处理占道经营推诿，多次反映没有人管。',
    channel: 'hotline',
    accused: city.unit(street).id,
    contact: { phone: '13900001234' },
    photos: [],
  });
  const { number } = z.object({ number: z.string() }).parse(filed.body);
  await city.as('dispatcher').must(number, 'dispatch', { unit: city.unit('SZ-FT').id, matter: streetMatter });
  await city.drain();
  expect(await rows('select sum(texts) as n from learnt_matter')).toEqual(before);
});

test('what is shown follows the city’s own record: suggestions that were wrong make the next ones less sure', async () => {
  const lamp = { title: '窨井盖丢失', text: '园岭街道园岭新村路口窨井盖丢失，井盖不见了，请补上井盖。' };
  type Stored = { confidence: number; base: number; unit: number };
  const stored = async ({ number }: { number: string }) =>
    (
      await city.services.database.owner.query<{ first: Stored }>(
        'select options -> 0 as first from suggestion where appeal = $1',
        [parseNumber(number)?.id],
      )
    )[0]?.first;
  const earlier = await file(lamp);
  await city.drain();
  const before = await stored(earlier);
  expect(before?.base).toBeGreaterThan(0.8);
  // Others as sure as this are found to be somebody else's.
  for (let i = 0; i < 8; i += 1) {
    const other = await file({
      title: '占道经营',
      text: '园岭街道路口每天占道经营，流动摊贩占道经营堵住人行道。',
    });
    await story.dispatch(other, 'SZ-LH-GY');
  }
  await city.drain();
  const record = await judgedBands(city.services.database.owner);
  expect(record.reduce((sum, { judged }) => sum + judged, 0)).toBeGreaterThanOrEqual(8);
  const later = await file(lamp);
  await city.drain();
  const after = await stored(later);
  expect(after?.unit).toBe(before?.unit);
  expect(after?.confidence).toBeLessThan((before?.confidence ?? 0) - 0.05);
  expect(after?.confidence).toBeCloseTo(cityCalibration(record)(after?.base ?? 0), 9);
  expect((await shown(later))[0]?.matter.confidence).toBe(after?.confidence);
});

test('rebuilt from the events it is the same, and what was shown stays as it was', async () => {
  const all = () =>
    Promise.all([
      rows('select matter, texts, words from learnt_matter order by 1'),
      rows('select matter, area, unit, kept, refused from learnt_unit order by 1, 2, 3'),
      rows('select * from suggestion_outcome order by cohort, appeal'),
      rows('select * from suggestion_figure order by 1, 2, 3, 4'),
      rows('select * from suggestion_base order by 1, 2'),
      rows('select * from suggestion order by cohort, appeal'),
    ]);
  const before = await all();
  expect(before.every((table) => table.length > 0)).toBe(true);
  await rebuildLearnt(city.services, () => {});
  expect(await all()).toEqual(before);
  // Processes that had read what was there before go on with what is there now.
  const again = await file();
  await city.drain();
  expect((await shown(again))[0]).toMatchObject({ matter: { code: '010301' }, went: 3 });
});

test('the kept counts are bounded and hold no words', async () => {
  const [row] = await rows<{ words: string }>('select words::text as words from learnt_matter limit 1');
  expect(row?.words).not.toMatch(/\p{Script=Han}/u);
});
