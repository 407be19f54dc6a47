import type { AppealKey } from '@suban/domain/ids.ts';
import type { Place } from '@suban/domain/indicators/measures.ts';
import type { ExclusionReason } from '@suban/domain/supervise/requests.ts';
import type { Sql, Tx } from '../platform/database.ts';
import type { CountedChange } from './projector-store.ts';

/** A case that is left out of a unit's indicators; moments in ms. */
export type ExclusionRow = Place & {
  readonly cohort: number;
  readonly appeal: number;
  readonly unit: number;
  readonly reason: ExclusionReason;
  readonly granted_at: number;
  readonly filed_at: number;
};

const keysOf = (keys: readonly AppealKey[]) => [keys.map((k) => k.cohort), keys.map((k) => k.id)];
const columns = 'cohort, appeal, unit, reason, granted_at, filed_at, kind, matter, channel, area';

export function readExclusions(sql: Sql, keys: readonly AppealKey[]): Promise<ExclusionRow[]> {
  return sql.query<ExclusionRow>(
    `select e.* from unnest($1::int4[], $2::int8[]) as k(cohort, id) join exclusion e on e.cohort = k.cohort and e.appeal = k.id`,
    keysOf(keys),
    'exclusions-read',
  );
}

export async function addExclusion(tx: Tx, row: ExclusionRow): Promise<void> {
  const { cohort, appeal, unit, reason, granted_at, filed_at, kind, matter, channel, area } = row;
  await tx.query(
    `insert into exclusion (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [cohort, appeal, unit, reason, new Date(granted_at), new Date(filed_at), kind, matter, channel, area],
    'exclusions-add',
  );
}

export async function removeExclusion(tx: Tx, { cohort, id }: AppealKey, unit: number): Promise<void> {
  await tx.query(
    'delete from exclusion where cohort = $1 and appeal = $2 and unit = $3',
    [cohort, id, unit],
    'exclusions-remove',
  );
}

/** All that is counted of some appeals. */
export function readCounted(sql: Sql, keys: readonly AppealKey[]): Promise<CountedChange[]> {
  return sql.query<CountedChange>(
    `select c.cohort, c.appeal, c.measure, c.hour, c.unit, c.kind, c.matter, c.channel, c.area, c.n
     from unnest($1::int4[], $2::int8[]) as k(cohort, id) join counted c on c.cohort = k.cohort and c.appeal = k.id`,
    keysOf(keys),
    'exclusions-counted',
  );
}

/** The newest first, from behind one of them. @param after its moment in ms, cohort, appeal and unit */
export function listExclusions(
  sql: Sql,
  after: readonly [number, number, number, number],
  limit: number,
): Promise<(ExclusionRow & { confidential: boolean })[]> {
  const [at, ...key] = after;
  return sql.query(
    `select e.*, (select a.confidential from appeal a where a.cohort = e.cohort and a.id = e.appeal) as confidential from exclusion e where (granted_at, cohort, appeal, unit) < ($1, $2, $3, $4)
     order by granted_at desc, cohort desc, appeal desc, unit desc limit $5`,
    [new Date(at), ...key, limit],
    'exclusions-list',
  );
}
