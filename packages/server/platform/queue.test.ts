import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { job, runQueue } from './queue.ts';

let city: TestCity;
let errors: unknown[];
let running: { stop(): Promise<void> }[];
beforeEach(async () => {
  city = await createTestCity();
  [errors, running] = [[], []];
});
afterEach(async () => {
  for (const one of running) await one.stop();
  await city.close();
});

const sql = (text: string, values: readonly unknown[] = []) =>
  city.services.database.owner.query<Record<string, unknown>>(text, values);
const enqueue = (n: number) =>
  sql(`select graphile_worker.add_job('note', json_build_object('n', $1::int), max_attempts => 5)`, [n]);
const left = async () => (await sql('select count(*) as n from graphile_worker._private_jobs'))[0]?.['n'];
const until = async (check: () => boolean | Promise<boolean>) => {
  for (let i = 0; i < 1_500 && !(await check()); i += 1) await sleep(10);
  expect(await check()).toBe(true);
};
/** Long enough that whoever looks for dead ones no longer takes it for just begun. */
const long = 6_500;
const noting = (handle: (n: number) => Promise<void> | void) =>
  job('note', z.object({ n: z.int() }), async ({ n }) => handle(n));
/** A process's workers; dead ones are looked for ten times a second. */
async function work(handle: (n: number) => Promise<void> | void) {
  running.push(
    await runQueue(city.services.database, city.url, [noting(handle)], (error) => errors.push(error), 100),
  );
}

test('a job is done once, soon after it is there, and is gone', async () => {
  const done: number[] = [];
  await work((n) => {
    done.push(n);
  });
  const started = performance.now();
  for (let n = 0; n < 20; n += 1) await enqueue(n);
  await until(() => done.length >= 20);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  await until(async () => (await left()) === 0);
});

test('a job that fails is told of and done again', async () => {
  const tries: number[] = [];
  await work((n) => {
    tries.push(n);
    if (tries.length === 1) throw new Error('the first time it fails');
  });
  await enqueue(7);
  await until(() => tries.length === 2);
  expect(errors.map(String).join()).toContain('the first time it fails');
  await until(async () => (await left()) === 0);
});

test('a job given something else than it takes does nothing and is told of', async () => {
  const done: number[] = [];
  await work((n) => {
    done.push(n);
  });
  await sql(`select graphile_worker.add_job('note', '{"n":"seven"}')`);
  await until(() => errors.length > 0);
  expect(done).toEqual([]);
});

test('the job of a worker that died is taken over', async () => {
  await enqueue(1);
  await sql(
    `update graphile_worker._private_jobs set locked_by = 'pool-that-died', locked_at = now() - interval '10 seconds'`,
  );
  const done: number[] = [];
  await work((n) => {
    done.push(n);
  });
  await until(async () => (await left()) === 0);
  expect(done).toEqual([1]);
});

test('the long job of a worker that lives is left to it, whoever looks for dead ones', async () => {
  const starts: number[] = [];
  const slow = async (n: number) => {
    starts.push(n);
    await sleep(long);
  };
  await work(slow);
  await work(slow);
  await enqueue(1);
  await until(async () => starts.length > 0 && (await left()) === 0);
  expect(starts).toEqual([1]);
  expect(errors).toEqual([]);
});

test('also when the connection that says it lives was cut', async () => {
  const starts: number[] = [];
  await work(async (n) => {
    starts.push(n);
    await sleep(long);
  });
  await sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'suban-jobs' and datname = current_database()`,
  );
  await until(() => errors.length > 0);
  await sleep(300);
  await enqueue(1);
  await until(async () => starts.length > 0 && (await left()) === 0);
  expect(starts).toEqual([1]);
});
