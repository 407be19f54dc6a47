import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { verify } from '../appeal/verify.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { startWorkers } from '../testing/workers.ts';

// A city and processes of its own.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const lamps = {
  text: '园岭街道紫荆中路的路灯全黑了，从望澜花园到十字路口这一段，晚上走路看不见。',
  title: '紫荆中路路灯不亮',
  place: { address: '园岭街道紫荆中路望澜花园' },
} as const;
const many = 40;

let city: TestCity;
beforeAll(async () => {
  city = await createTestCity();
});
afterAll(() => city.close());

const count = async (text: string): Promise<number> =>
  (await city.services.database.owner.query<{ n: number }>(`select count(*)::int8 as n from ${text}`))[0]
    ?.n ?? 0;
const merged = () => count(`appeal_event where type = 'merged'`);

async function settle(done: () => Promise<boolean>): Promise<void> {
  for (let i = 0; !(await done()); i += 1) {
    expect(i, 'not done within 90 s').toBeLessThan(1_800);
    await sleep(50);
  }
}

test('what citizens named is followed once, and each is compared once, however often workers are killed in the middle of it', async () => {
  const master = await city.citizen.file(lamps);
  await city.drain();
  for (let i = 0; i < many; i += 1) await city.citizen.file({ ...lamps, sameAs: master.number });
  const workers = startWorkers(city, 1);
  await workers.ready;
  for (const reached of [1, 10, 25]) {
    await settle(async () => (await merged()) >= reached);
    await workers.kill();
    await workers.start();
  }
  // That a follower came is told its master by a job of its own, which the last merge has yet to bring.
  const followers = async () => (await city.as('dispatcher').case(master.number)).followers;
  await settle(
    async () => (await followers()) >= many && (await count('graphile_worker._private_jobs')) === 0,
  );
  await workers.stop();
  await city.drain();
  expect(await merged()).toBe(many);
  expect(await followers()).toBe(many);
  // Each keeps the likeliest eight before it, the one it named among them, and none twice.
  expect(await count(`(select distinct cohort, appeal from similar_match) as m`)).toBe(many);
  expect(await count('similar_match')).toBeGreaterThanOrEqual(many);
  expect((await verify(city.services)).faults).toEqual([]);
});
