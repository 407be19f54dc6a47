import type { Tx } from '../platform/database.ts';

export type FigureChange = { measure: string; dimension: string; key: string; hour: number; n: number };
export type OpenChange = { dimension: string; key: string; n: number };

/** Adds a batch's changes. Sorted by key, so that two processes never wait for each other crosswise. */
export async function addFigures(tx: Tx, changes: readonly FigureChange[]): Promise<void> {
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

export async function clearFigures(tx: Tx): Promise<void> {
  await tx.query('truncate figure, open_now');
}
