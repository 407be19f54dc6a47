import { appealId, cohortOf } from '../packages/domain/ids.ts';
import { fileText, soughtTokens, storedTokens } from '../packages/text/similar/filed.ts';
import { pack } from '../packages/text/similar/packed.ts';
import { findSimilar } from '../packages/server/appeal/similar.ts';
import { addIndexed, candidates } from '../packages/server/appeal/similar-store.ts';
import { type Database, openDatabase } from '../packages/server/platform/database.ts';
import { migrate } from '../packages/server/platform/migrate.ts';
import { startTestPostgres } from '../packages/server/platform/postgres/test-server.ts';
import { composedMessages, percentile } from './messages.ts';

const COHORT = 202611;
/** So many composed appeals are filed as the reader files them. */
const VARIETY = 10_000;
const BATCH = 250;
const QUERIES = 500;
/** The area's ids stand for subdistricts; as many as a big city has. */
const AREAS = 74;

/**
 * The same in PostgreSQL: an index of a thousand appeals and of a million, each asked by some hundred new texts, as a page
 * asks while somebody types: from the text to the scored candidates, under row-level security.
 * What there is beyond `VARIETY` are copies with numbers of their own, written in bulk.
 */
export async function similarInDatabase(appeals: number): Promise<object> {
  const postgres = await startTestPostgres({ durable: true });
  const database = openDatabase(postgres.url);
  try {
    await migrate(database);
    const compose = composedMessages(1);
    const area = areaOf();
    const small = 1_000;
    const began = performance.now();
    await fill(database, compose, area, 0, small);
    const few = await ask(database);
    await fill(database, compose, area, small, VARIETY);
    const filedPerSecond = Math.round((VARIETY / (performance.now() - began)) * 1000);
    await multiply(database, appeals);
    const many = await ask(database);
    return { appeals, filedPerSecond, atAThousand: few, atAll: many, ...(await sizes(database)) };
  } finally {
    await database.close();
    await postgres.stop();
  }
}

function areaOf(): (name: string) => number {
  const known = new Map<string, number>();
  return (name) => {
    const id = known.get(name) ?? (known.size % AREAS) + 1;
    known.set(name, id);
    return id;
  };
}

async function fill(
  database: Database,
  compose: ReturnType<typeof composedMessages>,
  area: (name: string) => number,
  from: number,
  to: number,
): Promise<void> {
  for (let at = from; at < to; at += BATCH) {
    const list = Array.from({ length: Math.min(BATCH, to - at) }, (_, i) => {
      const text = compose();
      const filed = fileText(text, area(text.area));
      const key = { cohort: cohortOf(COHORT), id: appealId(at + i + 1) };
      return { key, packed: pack(filed), tokens: storedTokens(filed) };
    });
    await database.owner.transaction((tx) => addIndexed(tx, list));
  }
}

/** Copies of what is there, until there are as many; under each token the newest, as the reader would have it. */
async function multiply(database: Database, appeals: number): Promise<void> {
  const { owner } = database;
  const rounds = Math.ceil(appeals / VARIETY);
  for (let round = 1; round < rounds; round++) {
    await owner.query(
      `insert into similar_appeal (cohort, appeal, packed, tokens)
       select cohort, appeal + $1::int8 * $2, packed, tokens from similar_appeal where appeal <= $1`,
      [VARIETY, round],
    );
  }
  await owner.query(
    `update similar_token set newest = (select (array_agg(k + $1::int8 * r order by k + $1::int8 * r desc))[1:24]
       from unnest(newest) as k, generate_series(greatest(0, $2::int4 - 24), $2::int4 - 1) as r)`,
    [VARIETY, rounds],
  );
  await owner.query('vacuum analyze similar_appeal');
  await owner.query('vacuum full similar_token');
  await owner.query('analyze similar_token');
}

async function ask(database: Database): Promise<object> {
  const compose = composedMessages(2);
  const area = areaOf();
  const times: number[] = [];
  let offered = 0;
  for (let query = 0; query < QUERIES; query++) {
    const text = compose();
    const started = performance.now();
    const filed = fileText(text, area(text.area));
    const found = await database.scoped('all', (tx) => findSimilar(tx, filed, null));
    times.push(performance.now() - started);
    if (found.length > 0) offered += 1;
  }
  const ms = (share: number) => Math.round(percentile(times, share) * 100) / 100;
  return {
    queries: QUERIES,
    p50Ms: ms(0.5),
    p95Ms: ms(0.95),
    p99Ms: ms(0.99),
    offered,
    buffers: await buffersOf(database, compose),
  };
}

/** Pages read by the two statements of one look-up, the median and the most of some. */
async function buffersOf(database: Database, compose: ReturnType<typeof composedMessages>) {
  const each: number[] = [];
  for (let query = 0; query < 50; query++) {
    const tokens = soughtTokens(fileText(compose(), null));
    each.push(await database.scoped('all', (tx) => pagesOf(tx, tokens)));
  }
  return { median: percentile(each, 0.5), most: Math.max(...each) };
}

type Explained = { 'QUERY PLAN': { Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }[] };

async function pagesOf(
  tx: Parameters<Parameters<Database['scoped']>[1]>[0],
  tokens: readonly number[],
): Promise<number> {
  let pages = 0;
  const counting: typeof tx = {
    ...tx,
    query: async (text, values) => {
      const [row] = await tx.query<Explained>(`explain (analyze, buffers, format json) ${text}`, values);
      const plan = row?.['QUERY PLAN'][0]?.Plan;
      pages += (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
      return tx.query(text, values);
    },
  };
  await candidates(counting, tokens, null);
  return pages;
}

async function sizes(database: Database) {
  const [row] = await database.owner.query<{ appeal: number; token: number; tokens: number }>(
    `select pg_total_relation_size('similar_appeal') as appeal, pg_total_relation_size('similar_token') as token,
       (select count(*) from similar_token) as tokens`,
  );
  const mb = (bytes = 0) => Math.round(bytes / 2 ** 20);
  return { appealsMb: mb(row?.appeal), tokensMb: mb(row?.token), tokens: row?.tokens ?? 0 };
}
