import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createStory } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { catchUp } from './catch-up.ts';
import { type Database, openDatabase, type Tx } from './database.ts';
import { forget, lag, type Placed, readBatch, type Reader, runReader } from './reader.ts';

let city: TestCity;
let database: Database;
let events: number;
beforeAll(async () => {
  city = await createTestCity();
  ({ database } = city.services);
  const story = createStory(city);
  for (let i = 0; i < 4; i += 1) await city.citizen.rates(await story.answered(), 5);
  await city.drain();
  events = Number(
    (await database.owner.query<{ n: number }>('select count(*) as n from appeal_event'))[0]?.n,
  );
  await database.owner.query('create table heard (position int8 not null)');
});
beforeEach(async () => {
  await database.owner.query('truncate heard');
});
afterAll(() => city.close());

const write = (tx: Tx, list: readonly Placed[]) =>
  tx.query('insert into heard select unnest($1::int8[])', [list.map(({ position }) => position)]);
const heard = async () =>
  (await database.owner.query<{ position: number }>('select position from heard order by position')).map(
    ({ position }) => position,
  );
const whole = () => Array.from({ length: events }, (_, i) => i + 1);
const until = async (check: () => Promise<boolean>) => {
  for (let i = 0; i < 500 && !(await check()); i += 1)
    await new Promise((done) => {
      setTimeout(done, 10);
    });
};

test('each event once, in order, with all that it says', async () => {
  const seen: Placed[] = [];
  const reader: Reader = {
    name: 'plain',
    async handle(tx, list) {
      seen.push(...list);
      await write(tx, list);
    },
  };
  await catchUp(database, [reader]);
  expect(seen.map(({ position }) => position)).toEqual(whole());
  expect(await heard()).toEqual(whole());
  const first = seen.filter(({ key }) => key.id === seen[0]?.key.id);
  expect(first.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(await readBatch(database.owner.transaction, reader)).toBe(0);
});

test('a reader killed in the middle of a batch reads it again whole, and writes nothing twice', async () => {
  let dying = 3;
  const reader: Reader = {
    name: 'dying',
    async handle(tx, list) {
      await write(tx, list);
      dying -= 1;
      if (dying >= 0) throw new Error('killed after it wrote');
    },
  };
  for (let i = 0; i < 3; i += 1)
    await expect(readBatch(database.owner.transaction, reader)).rejects.toThrow('killed');
  expect(await heard()).toEqual([]);
  await catchUp(database, [reader]);
  expect(await heard()).toEqual(whole());
});

test('a running reader that fails says so and goes on', async () => {
  let failures = 2;
  const errors: unknown[] = [];
  const reader: Reader = {
    name: 'failing',
    async handle(tx, list) {
      await write(tx, list);
      failures -= 1;
      if (failures >= 0) throw new Error('not this time');
    },
  };
  const running = await runReader(database, reader, (error) => errors.push(error));
  await until(async () => (await heard()).length > 0);
  await running.stop();
  expect(errors).toHaveLength(2);
  expect(await heard()).toEqual(whole());
});

test('two processes: one reads, the other takes over when it dies, and every event is read once', async () => {
  const other = openDatabase(city.url);
  const by: string[] = [];
  const reader = (who: string): Reader => ({
    name: 'shared',
    async handle(tx, list) {
      by.push(who);
      await write(tx, list);
    },
  });
  const ignore = () => {};
  const [one, two] = [
    await runReader(database, reader('one'), ignore),
    await runReader(other, reader('two'), ignore),
  ];
  await until(async () => (await heard()).length === events);
  expect(await heard()).toEqual(whole());
  const [first] = by;
  await database.owner.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`,
  );
  await city.citizen.file();
  await catchUp(database, []);
  await until(async () => (await heard()).length > events);
  expect(await heard()).toEqual([...whole(), events + 1]);
  expect(first).toBeDefined();
  await Promise.all([one.stop(), two.stop()]);
  await other.close();
  events += 1;
});

test('two at the same batch, without the lock: the row of the reader keeps them apart', async () => {
  const reader: Reader = {
    name: 'twice',
    async handle(tx, list) {
      await new Promise((done) => {
        setTimeout(done, 20);
      });
      await write(tx, list);
    },
  };
  const read = await Promise.all(
    Array.from({ length: 4 }, () => readBatch(database.owner.transaction, reader)),
  );
  expect(read.filter((n) => n > 0)).toEqual([events]);
  expect(await heard()).toEqual(whole());
});

test('how far each is behind is known, and a reader sent back reads all again', async () => {
  const reader: Reader = {
    name: 'again',
    handle: async (tx, list) => {
      await write(tx, list);
    },
  };
  await catchUp(database, [reader]);
  expect((await lag(database)).readers).toMatchObject({ again: 0 });
  await database.owner.transaction((tx) => forget(tx, 'again'));
  expect((await lag(database)).readers).toMatchObject({ again: events });
  await catchUp(database, [reader]);
  expect(await heard()).toEqual([...whole(), ...whole()].toSorted((a, b) => a - b));
});
