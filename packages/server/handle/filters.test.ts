import { randomUUID } from 'node:crypto';
import { problem } from '@suban/domain/api.ts';
import { deskPage, savedFilters } from '@suban/domain/api-desk.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '../testing/client.ts';
import { createStory, street, streetMatter } from '../testing/story.ts';
import { createTestCity, monday, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let numbers: { lamp: string; praise: string; old: string };
beforeAll(async () => {
  city = await createTestCity();
  const story = createStory(city);
  const old = await story.file({ title: '旧的路灯' });
  // Its time to be dispatched is over by now.
  city.clock.set(monday + 5 * 86_400_000);
  const lamp = await story.file({ title: '路灯不亮' });
  const praise = await story.file({ title: '表扬路灯班组', kind: 'praise' });
  numbers = { old: old.number, lamp: lamp.number, praise: praise.number };
  await city.as('dispatcher').must(lamp.number, 'classify', {
    matter: streetMatter,
    kind: 'help',
    urgency: 'ordinary',
  });
  await city.sweep();
});
afterAll(() => city.close());

const found = async (query: string) => {
  const page = read(await city.as('dispatcher').get(`/api/desk/${query}`), 200, deskPage);
  const names = Object.entries(numbers);
  return page.items.map(({ number }) => names.find(([, own]) => own === number)?.[0] ?? number).toSorted();
};

describe('a filter', () => {
  const cases = (): [string, string[]][] => {
    const yl = city.unit(street).id;
    const centre = city.unit('SZ-DISPATCH').id;
    return [
      ['', ['lamp', 'old', 'praise']],
      ['kind=praise', ['praise']],
      ['light=red', ['old']],
      ['light=green', ['lamp', 'praise']],
      [`matter=${streetMatter}`, ['lamp']],
      ['channel=web', ['lamp', 'old', 'praise']],
      ['channel=letter', []],
      [`area=${yl}`, ['lamp', 'old', 'praise']],
      [`area=${city.unit('SZ-FT').id}`, ['lamp', 'old', 'praise']],
      [`area=${city.unit('SZ-LH').id}`, []],
      ['area=999999', []],
      [`unit=${centre}`, ['lamp', 'old', 'praise']],
      [`unit=${yl}`, []],
      ['to=2026-03-02', ['old']],
      ['from=2026-03-03', ['lamp', 'praise']],
      ['from=2026-03-03&kind=praise&light=green', ['praise']],
      ['from=2026-03-03&light=red', []],
    ];
  };
  test('leaves of a queue, and of a search, exactly what it names', async () => {
    for (const [filter, left] of cases()) {
      expect([filter, await found(`queues/to-dispatch?${filter}`)]).toEqual([filter, left]);
      expect([filter, await found(`search?q=路灯&${filter}`)]).toEqual([filter, left]);
    }
  });

  test('is told back by name, and refused when it is none', async () => {
    const yl = city.unit(street);
    const page = read(
      await city.as('dispatcher').get(`/api/desk/queues/to-dispatch?area=${yl.id}&matter=${streetMatter}`),
      200,
      deskPage,
    );
    expect([page.named.area?.name, page.named.matter?.code]).toEqual([yl.name, streetMatter]);
    for (const wrong of ['light=blue', 'kind=', 'from=yesterday', 'area=x', 'colour=red'])
      expect((await city.as('dispatcher').get(`/api/desk/queues/to-dispatch?${wrong}`)).status).toBe(400);
  });
});

test('a filter that few fit is looked for page by page, and finds each once', async () => {
  const key = `select cohort, id from appeal where filed_at = (select min(filed_at) from appeal)`;
  const { owner } = city.services.database;
  await owner.query(
    `insert into appeal select (jsonb_populate_record(a, jsonb_build_object('id', 900000 + n, 'kind',
       case when n % 50 = 0 then 'tip-off' else a.kind end, 'dispatch_due', a.dispatch_due + n * interval '1 second'))).*
     from appeal a, generate_series(1, 400) as n where (a.cohort, a.id) in (${key})`,
  );
  const seen: string[] = [];
  let cursor = '';
  let pages = 0;
  do {
    const answer = await city.as('dispatcher').get(`/api/desk/queues/to-dispatch?kind=tip-off${cursor}`);
    const page = read(answer, 200, deskPage);
    seen.push(...page.items.map(({ number }) => number));
    cursor = page.next ? `&cursor=${page.next}` : '';
    pages += 1;
  } while (cursor !== '' && pages < 50);
  expect(cursor).toBe('');
  expect(seen).toHaveLength(8);
  expect(new Set(seen).size).toBe(8);
});

describe('a filter that is kept', () => {
  const save = (who: string, fields: object) =>
    city.as(who).post('/api/desk/filters', {
      requestId: randomUUID(),
      name: '超期的路灯',
      place: 'to-dispatch',
      filter: { light: 'red' },
      ...fields,
    });
  const kept = async (who: string) =>
    read(await city.as(who).get('/api/desk/filters'), 200, savedFilters).items;

  test('is this person’s alone, kept once however often it is sent, and gone when removed', async () => {
    const requestId = randomUUID();
    for (let i = 0; i < 3; i += 1) expect((await save('dispatcher', { requestId })).status).toBe(201);
    const own = { id: requestId, name: '超期的路灯', place: 'to-dispatch', filter: { light: 'red' } };
    expect(await kept('dispatcher')).toEqual([own]);
    expect(await kept('ft-dispatcher')).toEqual([]);
    const remove = (who: string) =>
      city.as(who).post(`/api/desk/filters/${requestId}/remove`, { requestId: randomUUID() });
    await remove('ft-dispatcher');
    expect(await kept('dispatcher')).toEqual([own]);
    await remove('dispatcher');
    expect((await remove('dispatcher')).status).toBe(200);
    expect(await kept('dispatcher')).toEqual([]);
  });

  test('is one of twenty at most, however many are sent at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, i) => save('yl-leader', { name: `第 ${i}` })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    const refused = answers.find(({ status }) => status !== 201);
    expect(refused && read(refused, 409, problem).code).toBe('too-many-filters');
    expect(await kept('yl-leader')).toHaveLength(20);
  });

  test('is refused when it is none, and to whoever reads no appeal', async () => {
    for (const wrong of [{ name: ' ' }, { place: 'nowhere' }, { filter: { light: 1 } }, { requestId: 'x' }])
      expect((await save('dispatcher', wrong)).status).toBe(400);
    expect((await save('auditor', {})).status).toBe(403);
    expect((await city.citizen.get('/api/desk/filters')).status).toBe(401);
  });
});
