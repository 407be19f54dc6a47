import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import type { Sql, Tx } from '../platform/database.ts';

/** Under a token so many appeals are kept, the newest. */
export const keptByToken = 24;
/** So many of those that share most tokens are compared in full. */
export const mostCompared = 50;

/** A token's list holds both parts of a key in one number, which only PostgreSQL takes apart. */
const base = '1000000000000';

export type Indexed = {
  readonly key: AppealKey;
  readonly packed: Uint8Array;
  readonly tokens: readonly number[];
};

/** Files appeals under their tokens; filed again they are filed once. */
export async function addIndexed(tx: Tx, list: readonly Indexed[]): Promise<void> {
  if (list.length === 0) return;
  await tx.query(
    `insert into similar_appeal (cohort, appeal, packed, tokens)
     select v.cohort, v.appeal, decode(v.packed, 'base64'), v.tokens::int4[]
     from unnest($1::int4[], $2::int8[], $3::text[], $4::text[]) as v(cohort, appeal, packed, tokens)
     on conflict (cohort, appeal) do update set packed = excluded.packed, tokens = excluded.tokens`,
    [
      list.map(({ key }) => key.cohort),
      list.map(({ key }) => key.id),
      list.map(({ packed }) => Buffer.from(packed).toString('base64')),
      list.map(({ tokens }) => `{${tokens.join(',')}}`),
    ],
    'similar-add',
  );
  const postings = list.flatMap(({ key, tokens }) => tokens.map((token) => ({ key, token })));
  // In the order of the tokens, so that an erasure meanwhile and this never wait for one another crosswise.
  await tx.query(
    `insert into similar_token as t (token, newest)
     select v.token, (array_agg(v.cohort::int8 * ${base} + v.appeal order by v.cohort desc, v.appeal desc))[1:${keptByToken}]
     from unnest($1::int4[], $2::int4[], $3::int8[]) as v(token, cohort, appeal) group by v.token order by v.token
     on conflict (token) do update set newest = (select (array_agg(k order by k desc))[1:${keptByToken}]
       from (select distinct unnest(t.newest || excluded.newest) as k) as both_lists)`,
    [
      postings.map(({ token }) => token),
      postings.map(({ key }) => key.cohort),
      postings.map(({ key }) => key.id),
    ],
    'similar-tokens-add',
  );
}

export type Candidate = { readonly cohort: number; readonly id: number; readonly packed: Buffer };

/**
 * Those that share most of the tokens and may be seen, the newest first of those that share as many. At most as many
 * index entries and appeals are read as there are tokens and `mostCompared`, however many there are in all.
 * @param but the appeal that looks for others, or null
 */
export async function candidates(
  sql: Sql,
  tokens: readonly number[],
  but: AppealKey | null,
): Promise<Candidate[]> {
  const found = await sql.query<{ cohort: number; id: number }>(
    `select (k / ${base})::int4 as cohort, k % ${base} as id from similar_token t cross join unnest(t.newest) as k
     where t.token = any($1::int4[]) and k <> $2::int8 * ${base} + $3::int8
     group by k order by count(*) desc, k desc limit ${mostCompared}`,
    [tokens, but?.cohort ?? 0, but?.id ?? 0],
    'similar-candidates',
  );
  return found.length === 0 ? [] : packedOf(sql, found);
}

/** How several appeals are kept; what is not read yet, erased or not to be seen is left out. */
export function packedOf(
  sql: Sql,
  keys: readonly { readonly cohort: number; readonly id: number }[],
): Promise<Candidate[]> {
  return sql.query<Candidate>(
    `select s.cohort, s.appeal as id, s.packed from unnest($1::int4[], $2::int8[]) as k(cohort, id)
     cross join lateral (select * from similar_appeal where cohort = k.cohort and appeal = k.id offset 0) s`,
    [keys.map(({ cohort }) => cohort), keys.map(({ id }) => id)],
    'similar-packed',
  );
}

/** Under each of these tokens the newest appeals that have it, each as one number made of both parts of its key. */
export async function newestUnder(
  sql: Sql,
  tokens: readonly number[],
): Promise<ReadonlyMap<number, readonly bigint[]>> {
  const rows = await sql.query<{ token: number; newest: Buffer }>(
    'select token, array_send(newest) as newest from similar_token where token = any($1::int4[])',
    [tokens],
    'similar-newest',
  );
  return new Map(rows.map(({ token, newest }) => [token, numbersIn(newest)]));
}

/** PostgreSQL's binary form of an array of one dimension: 20 bytes, then each element's length (4) and value (8). */
function numbersIn(sent: Buffer): bigint[] {
  const count = Math.max(0, (sent.length - 20) / 12);
  return Array.from({ length: count }, (_, i) => sent.readBigInt64BE(24 + 12 * i));
}

const baseBig = BigInt(base);
export const joinedKey = ({ cohort, id }: AppealKey): bigint => BigInt(cohort) * baseBig + BigInt(id);
export const keyIn = (joined: bigint): AppealKey => ({
  cohort: cohortOf(Number(joined / baseBig)),
  id: appealId(Number(joined % baseBig)),
});

/** How an appeal is kept; null where it is not read yet, erased or not to be seen. */
export async function indexedOf(
  sql: Sql,
  { cohort, id }: AppealKey,
): Promise<{ readonly packed: Buffer } | null> {
  const [row] = await sql.query<{ packed: Buffer }>(
    'select packed from similar_appeal where cohort = $1 and appeal = $2',
    [cohort, id],
    'similar-own',
  );
  return row ?? null;
}

/** Waits for a batch under way. What each was most like when it was filed stays. */
export async function clearIndexed(tx: Tx): Promise<void> {
  await tx.query('truncate similar_appeal, similar_token');
}

export type Match = { readonly of: AppealKey; readonly other: AppealKey; readonly chance: number };

export async function saveMatches(tx: Tx, list: readonly Match[]): Promise<void> {
  if (list.length === 0) return;
  await tx.query(
    `insert into similar_match (cohort, appeal, other_cohort, other, chance)
     select * from unnest($1::int4[], $2::int8[], $3::int4[], $4::int8[], $5::float4[])
     on conflict (cohort, appeal, other_cohort, other) do update set chance = excluded.chance`,
    [
      list.map(({ of }) => of.cohort),
      list.map(({ of }) => of.id),
      list.map(({ other }) => other.cohort),
      list.map(({ other }) => other.id),
      list.map(({ chance }) => chance),
    ],
    'similar-matches-save',
  );
}

export type MatchRow = { cohort: number; id: number; other_cohort: number; other: number; chance: number };

/** What several appeals were most like, the likeliest first. */
export function matchesOf(sql: Sql, keys: readonly AppealKey[]): Promise<MatchRow[]> {
  return sql.query<MatchRow>(
    `select m.cohort, m.appeal as id, m.other_cohort, m.other, m.chance from unnest($1::int4[], $2::int8[]) as k(cohort, id)
     join similar_match m on m.cohort = k.cohort and m.appeal = k.id order by m.chance desc, m.other_cohort desc, m.other desc`,
    [keys.map(({ cohort }) => cohort), keys.map(({ id }) => id)],
    'similar-matches',
  );
}
