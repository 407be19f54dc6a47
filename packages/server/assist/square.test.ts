import { squarePage } from '@suban/domain/api-square.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fields, type Filed, read } from '../testing/client.ts';
import { createStory, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let story: ReturnType<typeof createStory>;

beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
});
afterAll(() => city.close());

const shown = async (query = '') => read(await city.citizen.get(`/api/square${query}`), 200, squarePage);
const words = '我叫王小明，电话13812345678，家住园岭新村3栋2单元501室，楼道的灯坏了三天，6栋和七号楼也坏了。';

async function closed(fields: Fields = {}): Promise<Filed> {
  const filed = await story.answered({ text: words, ...fields });
  await city.citizen.rates(filed, 5);
  return filed;
}

test('only who agreed is shown, closed and answered, with nobody’s name, number or home', async () => {
  await closed();
  await story.answered({ open: true });
  await closed({ open: true, confidential: true });
  await closed({ open: true, kind: 'tip-off' });
  await city.drain();
  expect((await shown()).items).toEqual([]);

  await closed({ open: true });
  await city.drain();
  const { items, next } = await shown();
  expect(next).toBeNull();
  expect(items).toMatchObject([
    {
      area: { name: city.unit(street).name },
      unit: { name: city.unit(street).name },
      answer: '已更换损坏的灯具，路灯恢复照明。',
      solved: true,
      stars: 5,
    },
  ]);
  const told = JSON.stringify(items);
  for (const secret of ['小明', '13812345678', '501', '13900001234', '6栋', '七号楼'])
    expect(told).not.toContain(secret);
  expect(told).toContain('楼道的灯坏了三天');
});

test('who is dissatisfied is not shown until it is closed anew', async () => {
  const before = (await shown()).items.length;
  const filed = await story.answered({ open: true });
  await city.citizen.rates(filed, 1);
  await city.drain();
  expect((await shown()).items).toHaveLength(before);
  await story.handled(filed);
  await city.citizen.rates(filed, 4);
  await city.drain();
  const [newest] = (await shown()).items;
  expect(newest).toMatchObject({ stars: 4, solved: true });
});

test('sorted out by district, street and section; pages join without a gap', async () => {
  for (let n = 0; n < 14; n += 1) {
    city.clock.advance(1000);
    await closed({ open: true });
  }
  await city.drain();
  const all: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof shown>> = await shown(cursor ? `?cursor=${cursor}` : '');
    all.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  expect(all).toHaveLength(16);
  expect(new Set(all).size).toBe(16);
  const at = city.unit(street);
  const count = async (query: string) => (await shown(query)).items.length;
  expect(await count(`?area=${at.id}`)).toBe(12);
  expect(await count(`?area=${at.parent}`)).toBe(12);
  expect(await count(`?area=${at.parent}&section=01`)).toBe(12);
  expect(await count(`?area=${at.parent}&section=05`)).toBe(0);
  expect(await count(`?area=${city.unit('SZ-LH').id}`)).toBe(0);
  expect((await city.citizen.get('/api/square?area=x')).status).toBe(400);
  expect((await city.citizen.get('/api/square?cursor=x')).status).toBe(400);
});

test('a page reads few rows however full the square is, also of a district with little in it', async () => {
  const { owner } = city.services.database;
  await owner.query(`insert into square (cohort, appeal, kind, section, area, district, answered_at, published_at)
    select 202501, n, 'help', '01', ${city.unit(street).id},
      case when n % 1000 = 0 then ${city.unit(street).parent} else ${city.unit('SZ-LH').id} end, now(), '2025-01-01'::timestamptz + n * interval '1 minute'
    from generate_series(1, 40000) n`);
  await owner.query('analyze square');
  const plan = await owner.query<Record<string, string>>(
    `explain (analyze, buffers, costs off) select * from square where published_at is not null
     and (published_at, cohort, appeal) < ('2025-01-20', 202501, 1) and district = ${city.unit(street).parent} and section = '01'
     order by published_at desc, cohort desc, appeal desc limit 13`,
  );
  const lines = plan.map((row) => Object.values(row)[0] ?? '');
  const buffers = /shared hit=(\d+)/.exec(lines.find((line) => line.includes('shared hit')) ?? '')?.[1];
  expect(Number(buffers)).toBeLessThan(40);
});
