import type { AppealKey } from '@suban/domain/ids.ts';
import type { Life } from '@suban/domain/indicators/life.ts';
import type { Sql, Tx } from '../platform/database.ts';
import type { Days } from './last-days-store.ts';

/** @property day when the city's day began that the hour lies in */
export type FigureChange = {
  measure: string;
  dimension: string;
  key: string;
  hour: number;
  day: number;
  n: number;
};
export type OpenChange = { dimension: string; key: string; n: number };
/** A count and whose appeal it was. `matter` is '' before the appeal is classified. */
export type CountedChange = {
  cohort: number;
  appeal: number;
  measure: string;
  hour: number;
  unit: number;
  kind: string;
  matter: string;
  channel: string;
  area: number | null;
  n: number;
};

/**
 * Adds a batch's changes. Sorted by key, so that two processes never wait for each other crosswise.
 * @param last the days of which sums are kept
 */
export async function addFigures(tx: Tx, changes: readonly FigureChange[], last: Days): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into figure (measure, dimension, key, hour, n)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::int8[])
     on conflict (measure, dimension, hour, key) do update set n = figure.n + excluded.n`,
    [
      changes.map((c) => c.measure),
      changes.map((c) => c.dimension),
      changes.map((c) => c.key),
      changes.map((c) => new Date(c.hour)),
      changes.map((c) => c.n),
    ],
    'figures-add',
  );
  await addDays(tx, changes);
  await addLastDays(
    tx,
    changes.filter(({ day }) => day >= last.from && day < last.to),
  );
}

/** All measures of a key in one row. */
function summed(
  changes: readonly FigureChange[],
  keyOf: (change: FigureChange) => string,
): (FigureChange & { sums: string })[] {
  return [...Map.groupBy(changes, keyOf).values()].flatMap((list) => {
    const [first] = list;
    const sums: Record<string, number> = {};
    for (const { measure, n } of list) sums[measure] = (sums[measure] ?? 0) + n;
    return first ? [{ ...first, sums: JSON.stringify(sums) }] : [];
  });
}

/** The same by the day. */
async function addDays(tx: Tx, changes: readonly FigureChange[]): Promise<void> {
  const rows = summed(changes, ({ dimension, day, key }) => `${dimension}|${day}|${key}`);
  await tx.query(
    `insert into figure_day (dimension, day, key, sums)
     select * from unnest($1::text[], $2::timestamptz[], $3::text[], $4::jsonb[])
     on conflict (dimension, day, key) do update set sums = figure_day.sums || (
       select jsonb_object_agg(key, coalesce((figure_day.sums ->> key)::int8, 0) + value::int8) from jsonb_each_text(excluded.sums))`,
    [
      rows.map((row) => row.dimension),
      rows.map((row) => new Date(row.day)),
      rows.map((row) => row.key),
      rows.map((row) => row.sums),
    ],
    'figures-add-days',
  );
}

/** And of the last thirty days together. */
async function addLastDays(tx: Tx, changes: readonly FigureChange[]): Promise<void> {
  const rows = summed(changes, ({ dimension, key }) => `${dimension}|${key}`);
  await tx.query(
    `insert into figure_last_days (dimension, key, sums)
     select * from unnest($1::text[], $2::text[], $3::jsonb[])
     on conflict (dimension, key) do update set sums = figure_last_days.sums || (
       select jsonb_object_agg(key, coalesce((figure_last_days.sums ->> key)::int8, 0) + value::int8) from jsonb_each_text(excluded.sums))`,
    [rows.map((row) => row.dimension), rows.map((row) => row.key), rows.map((row) => row.sums)],
    'figures-add-last-days',
  );
}

/** Adds what each appeal counts; what comes to nothing leaves no row. */
export async function addCounted(tx: Tx, changes: readonly CountedChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into counted (cohort, appeal, measure, hour, unit, kind, matter, channel, area, n)
     select * from unnest($1::int4[], $2::int8[], $3::text[], $4::timestamptz[], $5::int8[], $6::text[], $7::text[], $8::text[], $9::int8[], $10::int8[])
     on conflict (cohort, appeal, measure, hour, unit, matter, kind) do update set n = counted.n + excluded.n`,
    [
      changes.map((c) => c.cohort),
      changes.map((c) => c.appeal),
      changes.map((c) => c.measure),
      changes.map((c) => new Date(c.hour)),
      changes.map((c) => c.unit),
      changes.map((c) => c.kind),
      changes.map((c) => c.matter),
      changes.map((c) => c.channel),
      changes.map((c) => c.area),
      changes.map((c) => c.n),
    ],
    'counted-add',
  );
  const taken = changes.filter(({ n }) => n < 0);
  if (taken.length === 0) return;
  await tx.query(
    `delete from counted c using unnest($1::int4[], $2::int8[], $3::text[]) as k(cohort, appeal, measure)
     where c.cohort = k.cohort and c.appeal = k.appeal and c.measure = k.measure and c.n = 0`,
    [taken.map((c) => c.cohort), taken.map((c) => c.appeal), taken.map((c) => c.measure)],
    'counted-away',
  );
}

export async function readLives(
  sql: Sql,
  keys: readonly AppealKey[],
): Promise<{ cohort: number; appeal: number; life: Life }[]> {
  return sql.query(
    `select l.cohort, l.appeal, l.life from unnest($1::int4[], $2::int8[]) as k(cohort, appeal)
     join counted_life l on l.cohort = k.cohort and l.appeal = k.appeal`,
    [keys.map((k) => k.cohort), keys.map((k) => k.id)],
    'lives-read',
  );
}

export async function saveLives(
  tx: Tx,
  lives: readonly { readonly key: AppealKey; readonly life: Life }[],
): Promise<void> {
  if (lives.length === 0) return;
  await tx.query(
    `insert into counted_life (cohort, appeal, life) select * from unnest($1::int4[], $2::int8[], $3::jsonb[])
     on conflict (cohort, appeal) do update set life = excluded.life`,
    [
      lives.map(({ key }) => key.cohort),
      lives.map(({ key }) => key.id),
      lives.map(({ life }) => JSON.stringify(life)),
    ],
    'lives-save',
  );
}

export async function addOpen(tx: Tx, changes: readonly OpenChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into open_now (dimension, key, n) select * from unnest($1::text[], $2::text[], $3::int8[])
     on conflict (dimension, key) do update set n = open_now.n + excluded.n`,
    [changes.map((c) => c.dimension), changes.map((c) => c.key), changes.map((c) => c.n)],
    'open-add',
  );
}

/** Waits for a verification under way, and meanwhile keeps only the projector waiting, not those who read. */
export async function clearFigures(tx: Tx): Promise<void> {
  await tx.query('lock table counted_life in access exclusive mode');
  await tx.query(
    `truncate figure, figure_day, figure_last_days, last_days, open_now, light_now, light_count, exclusion, counted,
     counted_life`,
  );
}
