import { setTimeout as sleep } from 'node:timers/promises';
import { crewOf } from '@suban/demo-city/accounts.ts';
import { defaultSettings } from '@suban/domain/settings.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { startWorkers } from '../testing/workers.ts';
import type { Filed } from '../testing/client.ts';
import { wantsPerson } from '../people/wants-person.ts';

// Each test has a city and processes of its own.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

/** Its duty is the subdistrict's; its keyword is in no other matter. */
const matter = '010101';
const plain = {
  title: '占道经营',
  text: '园岭街道园岭新村路口流动摊贩占道经营，每天傍晚占道经营，人行道走不过去。',
  place: { address: '园岭街道园岭新村12栋门口' },
  kind: 'help',
} as const;
let city: TestCity;
beforeEach(async () => {
  city = await createTestCity();
});
afterEach(() => city.close());

const sql = <T extends Record<string, unknown>>(text: string, values: readonly unknown[] = []) =>
  city.services.database.owner.query<T>(text, values);

/** Written as the settings page saves it, in force at once. */
async function turnOn(confidence = 0.5): Promise<void> {
  const body = { ...defaultSettings, automaticDispatch: [{ matter, confidence }] };
  await sql(`insert into setting (version, from_at, body) overriding system value values (1, $1, $2)`, [
    new Date(city.clock.now() - 1),
    JSON.stringify(body),
  ]);
  await sql('update reference_version set version = version + 1');
  await expect.poll(() => city.services.reference().settingsNow.version, { timeout: 30_000 }).toBe(1);
}

const events = async ({ number }: Filed) => (await city.as('dispatcher').case(number)).timeline;
const dispatches = async (filed: Filed) => (await events(filed)).filter(({ what }) => what === 'dispatched');

async function settle(done: () => Promise<boolean>): Promise<void> {
  for (let i = 0; !(await done()); i += 1) {
    expect(i, 'not done within 60 s').toBeLessThan(1_200);
    await sleep(50);
  }
}
const jobs = async () =>
  (
    await sql<{ n: number }>(
      `select count(*)::int8 as n from graphile_worker.jobs where task_identifier = 'dispatch-automatically'`,
    )
  )[0]?.n ?? 0;

test('off until it is turned on; then once, by the system, citing rule and version, and the unit may send it back', async () => {
  const before = await city.citizen.file(plain);
  await turnOn();
  const filed = await city.citizen.file(plain);
  await city.drain();
  expect(await jobs()).toBe(1);
  const workers = startWorkers(city, 1);
  await workers.ready;
  await settle(async () => (await dispatches(filed)).length > 0 && (await jobs()) === 0);
  await workers.stop();
  expect(await dispatches(before)).toEqual([]);
  const [done, ...more] = await dispatches(filed);
  expect(more).toEqual([]);
  expect(done).toMatchObject({ by: 'system', data: { rule: 'automatic-dispatch' } });
  const view = await city.as('dispatcher').case(filed.number);
  expect(view).toMatchObject({ state: 'dispatched', matter: { code: matter }, rules: 1 });
  await city.as(crewOf('SZ-FT-YL').receiver).must(filed.number, 'acknowledge');
  expect((await city.as(crewOf('SZ-FT-YL').receiver).case(filed.number)).abilities).toContain('send-back');
  // What the system did teaches it nothing.
  await city.drain();
  expect(await sql('select * from learnt_unit')).toEqual([]);
});

test('done once, however often workers are killed in the middle of it', async () => {
  await turnOn();
  const filed: Filed[] = [];
  for (let i = 0; i < 40; i += 1) filed.push(await city.citizen.file(plain));
  const count = async () =>
    (await sql<{ n: number }>(`select count(*)::int8 as n from appeal_event where type = 'dispatched'`))[0]
      ?.n ?? 0;
  const workers = startWorkers(city, 1);
  await workers.ready;
  for (const reached of [1, 10, 20]) {
    await settle(async () => (await count()) >= reached);
    await workers.kill();
    await workers.start();
  }
  await settle(async () => (await count()) >= filed.length && (await jobs()) === 0);
  await workers.stop();
  expect(await count()).toBe(filed.length);
  for (const each of filed.slice(0, 5)) expect(await dispatches(each)).toHaveLength(1);
});

test('what is confidential, has no place, or speaks of danger or of officials waits for a person', async () => {
  await turnOn();
  const kept = [
    await city.citizen.file({ ...plain, confidential: true }),
    await city.citizen.file({
      ...plain,
      place: undefined,
      title: '占道经营',
      text: '路口流动摊贩占道经营，每天占道经营走不过去。',
    }),
    await city.citizen.file({ ...plain, text: `${plain.text}摊位的煤气罐漏气，非常危险。` }),
    await city.citizen.file({
      ...plain,
      kind: 'complaint',
      text: `${plain.text}城管局推诿，执法人员不作为。`,
    }),
  ];
  const gone = await city.citizen.file(plain);
  await city.drain();
  expect(await jobs()).toBe(1);
  for (const each of kept) expect(await dispatches(each)).toEqual([]);
  expect(gone.number).toBeTypeOf('string');
});

test.each([
  ['help', '路灯不亮', false],
  ['help', '电线垂下来漏电', true],
  ['help', '孩子被猥亵', true],
  ['complaint', '街道办推诿，一直没有人管', true],
  ['complaint', '楼下餐馆油烟扰民', false],
  ['consultation', '派出所工作人员态度很好，请问几点下班', false],
] as const)('%s %s: for a person %s', (kind, body, expected) => {
  expect(wantsPerson({ title: '', body }, kind, defaultSettings)).toBe(expected);
});
