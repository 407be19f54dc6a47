import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { type Database, openDatabase } from './database.ts';
import { placeEvents, runSequencer } from './sequencer.ts';

let city: TestCity;
let database: Database;
/** Appeals whose events these tests write: the sequencer does not look at what an event says. */
let appeal = 1_000_000;

beforeAll(async () => {
  city = await createTestCity();
  ({ database } = city.services);
});
beforeEach(async () => {
  await database.owner.query('truncate appeal_event, event_position, sequencer restart identity');
  await database.owner.query('insert into sequencer default values');
});
afterAll(() => city.close());

/** As every write does: first the request's row, and with it a transaction id, then the event and its own id. */
async function write(client: Pick<Client, 'query'>): Promise<number> {
  appeal += 1;
  await client.query(
    `insert into request (id, cohort, appeal, command, version, state) values (gen_random_uuid(), 202603, $1, 'file', 1, 'received')`,
    [appeal],
  );
  const { rows } = await client.query<{ id: string }>(
    `insert into appeal_event (cohort, appeal, seq, type, at, body, prev_hash, hash) values (202603, $1, 1, 'filed', now(), '{}', '', '') returning id`,
    [appeal],
  );
  return Number(rows[0]?.id);
}

/** A transaction that has written an event and not ended yet. */
async function slow(): Promise<{ id: number; commit(): Promise<void>; rollback(): Promise<void> }> {
  const client = new Client({ connectionString: city.url });
  await client.connect();
  await client.query('begin');
  const id = await write(client);
  const end = (how: string) => async () => {
    await client.query(how);
    await client.end();
  };
  return { id, commit: end('commit'), rollback: end('rollback') };
}
const quick = () => write(database.ownerPool);
const place = () => database.owner.transaction(placeEvents);
/** The ids of placed events, by position; the positions themselves must be 1, 2, 3 … */
async function placed(): Promise<number[]> {
  const rows = await database.owner.query<{ position: number; id: number }>(
    'select position, e.id from event_position join appeal_event e using (cohort, appeal, seq) order by position',
  );
  expect(rows.map(({ position }) => position)).toEqual(rows.map((_, i) => i + 1));
  return rows.map(({ id }) => id);
}
const gaps = async () =>
  (await database.owner.query<{ gaps: { id: number }[] }>('select gaps from sequencer'))[0]?.gaps.map(
    ({ id }) => id,
  );

/** Until no id is waited for: transactions of other databases on the same server hold it back as well. */
async function givenUp(): Promise<void> {
  for (let i = 0; i < 500 && (await gaps())?.length !== 0; i += 1) {
    await place();
    await sleep(10);
  }
}

test('events are placed in the order they were written', async () => {
  const ids = [await quick(), await quick(), await quick()];
  expect(await place()).toBe(3);
  expect(await placed()).toEqual(ids);
  expect(await place()).toBe(0);
});

test('nobody waits for a slow transaction, and nobody skips it', async () => {
  const behind = await slow();
  const later = [await quick(), await quick()];
  expect(await place()).toBe(2);
  expect(await placed()).toEqual(later);
  expect(await gaps()).toEqual([behind.id]);
  expect(await place()).toBe(0);
  await behind.commit();
  expect(await place()).toBe(1);
  expect(await placed()).toEqual([...later, behind.id]);
  expect(await gaps()).toEqual([]);
});

test('several slow ones, ending in any order', async () => {
  const [first, , third] = [await slow(), await quick(), await slow()];
  const fourth = await quick();
  await place();
  await third.commit();
  await place();
  const fifth = await quick();
  await first.commit();
  await place();
  expect((await placed()).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  expect((await placed()).indexOf(third.id)).toBeLessThan((await placed()).indexOf(fifth));
  expect(fourth).toBe(4);
});

test('an id that was rolled back is given up once whoever could hold it has ended', async () => {
  const never = await slow();
  await quick();
  await place();
  expect(await gaps()).toEqual([never.id]);
  await never.rollback();
  await givenUp();
  expect(await gaps()).toEqual([]);
  await quick();
  expect(await place()).toBe(1);
  expect(await placed()).toEqual([never.id + 1, never.id + 2]);
});

test('an id is not given up while its transaction still runs, however many others end meanwhile', async () => {
  const behind = await slow();
  for (let i = 0; i < 5; i += 1) {
    await quick();
    await place();
    const other = await slow();
    await other.rollback();
    await place();
  }
  expect(await gaps()).toContain(behind.id);
  await behind.commit();
  await givenUp();
  expect(await placed()).toContain(behind.id);
  expect(await gaps()).toEqual([]);
});

test('a slow transaction that begins before a gap is seen and writes after it is not skipped either', async () => {
  const client = new Client({ connectionString: city.url });
  await client.connect();
  await client.query('begin');
  await client.query('select 1');
  const lost = await slow();
  await quick();
  await place();
  const late = await write(client);
  await quick();
  await place();
  await lost.rollback();
  await place();
  await client.query('commit');
  await client.end();
  await place();
  expect(await placed()).toContain(late);
});

test('an event whose transaction is the youngest of all, older only by its event id, is not skipped', async () => {
  const [first, second] = [
    new Client({ connectionString: city.url }),
    new Client({ connectionString: city.url }),
  ];
  for (const client of [first, second]) {
    await client.connect();
    await client.query('begin');
    // Takes the transaction ids in this order …
    await client.query('select pg_current_xact_id()');
  }
  // … and the event ids in the other: when the first commits, no completed transaction is younger than the second.
  const late = await write(second);
  await write(first);
  await first.query('commit');
  for (let i = 0; i < 3; i += 1) await place();
  await second.query('commit');
  await place();
  expect(await placed()).toContain(late);
  await Promise.all([first.end(), second.end()]);
});

test('two sequencers at once place every event once', async () => {
  const ids: number[] = [];
  const writing = (async () => {
    for (let i = 0; i < 60; i += 1) ids.push(await quick());
  })();
  const placing = async () => {
    let n = 0;
    for (let i = 0; i < 40; i += 1) n += await place();
    return n;
  };
  const [, one, two] = await Promise.all([writing, placing(), placing()]);
  const rest = await place();
  expect(one + two + rest).toBe(60);
  expect((await placed()).toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b));
});

test('of two processes one sequences; when it dies the other takes over', async () => {
  const other = openDatabase(city.url);
  const errors: unknown[] = [];
  const heard = (error: unknown) => errors.push(error);
  const running = await runSequencer(database, heard);
  const waiting = await runSequencer(other, heard);
  const until = async (n: number) => {
    for (let i = 0; i < 400 && (await placed()).length < n; i += 1)
      await new Promise((done) => {
        setTimeout(done, 10);
      });
  };
  await quick();
  await until(1);
  const [holder] = await database.owner.query<{ pid: number; n: number }>(
    `select min(pid) as pid, count(*) as n from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`,
  );
  expect(holder?.n).toBe(1);
  // As a killed process leaves it: its connection gone, its lock free.
  await database.owner.query('select pg_terminate_backend($1)', [holder?.pid]);
  await quick();
  await until(2);
  expect(await placed()).toHaveLength(2);
  await Promise.all([running.stop(), waiting.stop()]);
  await other.close();
});
