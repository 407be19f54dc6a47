import type { Kind, Urgency } from '@suban/domain/appeal.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import type { Pace } from '@suban/domain/predict/pace.ts';
import type { Sql, Tx } from '../platform/database.ts';

/** An appeal on its way to its first answer. */
export type Underway = {
  readonly key: AppealKey;
  readonly filedAt: number;
  readonly kind: Kind;
  readonly urgency: Urgency;
  readonly matter: string | null;
  readonly unit: number | null;
};

type UnderwayRow = Omit<Underway, 'key' | 'filedAt'> & { cohort: number; appeal: number; filed_at: number };

export function readUnderway(tx: Tx, keys: readonly AppealKey[]): Promise<UnderwayRow[]> {
  return tx.query<UnderwayRow>(
    `select o.* from unnest($1::int4[], $2::int8[]) as k(cohort, appeal)
     join pace_open o on o.cohort = k.cohort and o.appeal = k.appeal`,
    [keys.map((k) => k.cohort), keys.map((k) => k.id)],
    'pace-underway',
  );
}

export async function saveUnderway(
  tx: Tx,
  list: readonly Underway[],
  ended: readonly AppealKey[],
): Promise<void> {
  if (ended.length > 0)
    await tx.query(
      `delete from pace_open o using unnest($1::int4[], $2::int8[]) as k(cohort, appeal)
       where o.cohort = k.cohort and o.appeal = k.appeal`,
      [ended.map((k) => k.cohort), ended.map((k) => k.id)],
      'pace-ended',
    );
  if (list.length === 0) return;
  await tx.query(
    `insert into pace_open (cohort, appeal, filed_at, kind, urgency, matter, unit)
     select * from unnest($1::int4[], $2::int8[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::int8[])
     on conflict (cohort, appeal) do update
     set kind = excluded.kind, urgency = excluded.urgency, matter = excluded.matter, unit = excluded.unit`,
    [
      list.map(({ key }) => key.cohort),
      list.map(({ key }) => key.id),
      list.map(({ filedAt }) => new Date(filedAt)),
      list.map(({ kind }) => kind),
      list.map(({ urgency }) => urgency),
      list.map(({ matter }) => matter),
      list.map(({ unit }) => unit),
    ],
    'pace-underway-save',
  );
}

/** The counts of one group in one week of filing. */
export type PaceRow = Pace & { readonly key: string; readonly week: number };

export function readPaces(tx: Tx, cells: readonly { key: string; week: number }[]): Promise<PaceRow[]> {
  return tx.query<PaceRow>(
    `select p.* from unnest($1::text[], $2::int4[]) as k(key, week) join pace p on p.key = k.key and p.week = k.week`,
    [cells.map(({ key }) => key), cells.map(({ week }) => week)],
    'pace-read',
  );
}

export async function savePaces(tx: Tx, rows: readonly PaceRow[]): Promise<void> {
  if (rows.length === 0) return;
  // An array of arrays would have to be as long everywhere: each list goes over as its own text.
  const list = (counts: readonly number[]) => `{${counts.join()}}`;
  await tx.query(
    `insert into pace (key, week, open, answered, gone)
     select key, week, open, answered::int4[], gone::int4[]
     from unnest($1::text[], $2::int4[], $3::int4[], $4::text[], $5::text[]) as v(key, week, open, answered, gone)
     on conflict (key, week) do update set open = excluded.open, answered = excluded.answered, gone = excluded.gone`,
    [
      rows.map(({ key }) => key),
      rows.map(({ week }) => week),
      rows.map(({ open }) => open),
      rows.map(({ answered }) => list(answered)),
      rows.map(({ gone }) => list(gone)),
    ],
    'pace-save',
  );
}

/** The weeks of these groups from one on: as many rows at most as there are weeks, a group. */
export function pacesSince(sql: Sql, keys: readonly string[], week: number): Promise<PaceRow[]> {
  return sql.query<PaceRow>(
    `select p.* from unnest($1::text[]) as k(key)
     cross join lateral (select * from pace where key = k.key and week >= $2 offset 0) p`,
    [keys, week],
    'pace-since',
  );
}
