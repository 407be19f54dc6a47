import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Filed } from '../testing/client.ts';
import { createStory, department, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

const day = 86_400_000;
let city: TestCity;
let story: ReturnType<typeof createStory>;

beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
});
afterAll(() => city.close());

const predicted = async (filed: Filed) => (await city.citizen.follow(filed)).prediction;
// All of it is filed in one week.
const paces = () =>
  city.services.database.owner.query<{ key: string; open: number; answered: number[]; gone: number[] }>(
    'select * from pace',
  );
const underway = async () => (await city.counts())['public.pace_open'];

test('how such appeals went is what a citizen is told, once enough were answered', async () => {
  const all: Filed[] = [];
  for (let n = 0; n < 31; n += 1) all.push(await story.dispatched());
  const [waiting, ...others] = all;
  expect(await predicted(waiting!)).toBeNull();
  // One goes to another unit, one is taken back, the rest are answered on the second and third day.
  const [moved, withdrawn] = [others.pop()!, others.pop()!];
  await story.sendBack(moved);
  await story.decideSendBack(moved, true);
  await story.dispatch(moved, department);
  expect((await city.citizen.does(withdrawn, 'withdraw')).status).toBe(200);
  for (const [n, filed] of others.entries()) {
    if (n === 0 || n === 14) city.clock.advance(day);
    await story.handled(filed);
  }
  await city.drain();
  expect(others).toHaveLength(28);
  // The least is 30.
  expect(await predicted(waiting!)).toBeNull();
  for (let n = 0; n < 2; n += 1) await story.answered();
  await city.drain();
  const next = await story.dispatched();
  await city.drain();
  const told = await predicted(next);
  expect(told).toMatchObject({ cases: 30, like: 'matter-and-unit' });
  const days = (iso: string) => (Date.parse(iso) - city.clock.now()) / day;
  expect(days(told!.from)).toBeGreaterThan(0);
  expect(days(told!.at)).toBeGreaterThanOrEqual(days(told!.from));
  expect(days(told!.to)).toBeGreaterThan(days(told!.at));
  expect(days(told!.to)).toBeLessThan(4);

  const of = (await paces()).find(({ key }) => key.includes(`@${city.unit(street).id}/`));
  expect(of).toMatchObject({ open: 2 });
  expect(of!.answered.reduce((sum, n) => sum + n, 0)).toBe(30);
  expect(of!.gone.reduce((sum, n) => sum + n, 0)).toBe(1);
  // The street's waiting one and the next, and the one that moved.
  expect(await underway()).toBe(3);
  // It has waited longer than any of them took: nothing is known.
  expect(await predicted(moved)).toBeNull();
  // Answered is answered: nothing is predicted any more.
  expect(await predicted(others[0]!)).toBeNull();
});

test('a prediction reads few rows however many weeks and groups there are', async () => {
  const { owner } = city.services.database;
  await owner.query(`insert into pace select 'k' || n, w, 0, array_fill(1, array[48]), array_fill(0, array[48])
    from generate_series(1, 400) n, generate_series(2800, 2930) w`);
  await owner.query('analyze pace');
  const plan = await owner.query<Record<string, string>>(
    `explain (analyze, buffers, costs off) select p.* from unnest(array['k1','k2','k3','k4','k5']) as k(key)
     cross join lateral (select * from pace where key = k.key and week >= 2904 offset 0) p`,
  );
  const lines = plan.map((row) => Object.values(row)[0] ?? '');
  const buffers = Number(
    /shared hit=(\d+)/.exec(lines.find((line) => line.includes('shared hit')) ?? '')?.[1],
  );
  expect(lines.join('\n')).toContain('pace_pkey');
  expect(buffers).toBeLessThan(200);
});
