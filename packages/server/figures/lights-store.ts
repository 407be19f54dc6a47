import type { AppealKey } from '@suban/domain/ids.ts';
import type { Light } from '@suban/domain/limits.ts';
import type { Lit } from '@suban/domain/supervise/lit.ts';
import type { ClockName } from '@suban/domain/supervise/steps.ts';
import type { Sql, Tx } from '../platform/database.ts';

/** A clock, or the appeal itself: the worst of its clocks. */
export type LitClock = ClockName | 'any';

/** A light that is on now. `centre`: where it waits for dispatch; else `unit` leads its order. */
export type LightRow = Lit & {
  readonly cohort: number;
  readonly appeal: number;
  readonly clock: LitClock;
  /** Need not be taken while it is in dispute: only of the clock that waits for that. */
  readonly disputed: boolean;
  readonly centre: number | null;
  readonly unit: number | null;
  readonly area: number | null;
};
export type LightChange = { dimension: string; key: string; clock: string; light: string; n: number };

export function readLit(sql: Sql, keys: readonly AppealKey[]): Promise<LightRow[]> {
  return sql.query<LightRow>(
    `select l.cohort, l.appeal, l.clock, l.light, l.due, l.disputed, l.centre, l.unit, l.area
     from unnest($1::int4[], $2::int8[]) as k(cohort, appeal) join light_now l on l.cohort = k.cohort and l.appeal = k.appeal`,
    [keys.map((k) => k.cohort), keys.map((k) => k.id)],
    'lights-read',
  );
}

/** Puts these rows in the place of all there are of these appeals. Those above a lead are as its order has them. */
export async function saveLit(tx: Tx, keys: readonly AppealKey[], rows: readonly LightRow[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.query(
    `delete from light_now l using unnest($1::int4[], $2::int8[]) as k(cohort, appeal) where l.cohort = k.cohort and l.appeal = k.appeal`,
    [keys.map((k) => k.cohort), keys.map((k) => k.id)],
    'lights-away',
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into light_now (cohort, appeal, clock, light, due, disputed, centre, unit, area, lead_2, lead_3)
     select r.*, o.lead_2, o.lead_3
     from unnest($1::int4[], $2::int8[], $3::text[], $4::text[], $5::timestamptz[], $6::boolean[], $7::int8[], $8::int8[], $9::int8[])
       as r(cohort, appeal, clock, light, due, disputed, centre, unit, area)
     left join lateral (select lead_2, lead_3 from work_order o
       where o.cohort = r.cohort and o.appeal = r.appeal and o.unit = r.unit order by no desc limit 1) o on true`,
    [
      rows.map((r) => r.cohort),
      rows.map((r) => r.appeal),
      rows.map((r) => r.clock),
      rows.map((r) => r.light),
      rows.map((r) => new Date(r.due)),
      rows.map((r) => r.disputed),
      rows.map((r) => r.centre),
      rows.map((r) => r.unit),
      rows.map((r) => r.area),
    ],
    'lights-save',
  );
}

export async function addLights(tx: Tx, changes: readonly LightChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into light_count (dimension, key, clock, light, n) select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int8[])
     on conflict (dimension, key, clock, light) do update set n = light_count.n + excluded.n`,
    [
      changes.map((c) => c.dimension),
      changes.map((c) => c.key),
      changes.map((c) => c.clock),
      changes.map((c) => c.light),
      changes.map((c) => c.n),
    ],
    'lights-add',
  );
}

export type LightCount = { key: string; clock: LitClock; light: Exclude<Light, 'green'>; n: number };

/** How many lights are on now along one dimension, by clock; `any` counts each appeal once. */
export function lightCounts(sql: Sql, dimension: 'city' | 'unit' | 'area'): Promise<LightCount[]> {
  return sql.query<LightCount>(
    'select key, clock, light, n from light_count where dimension = $1 and n <> 0',
    [dimension],
    'lights-count',
  );
}
