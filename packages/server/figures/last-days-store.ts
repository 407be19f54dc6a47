import type { Sql, Tx } from '../platform/database.ts';
import { dimensions } from './store.ts';

/** Whole days of the city, [from, to), ms. */
export type Days = { readonly from: number; readonly to: number };

/** Which days `figure_last_days` is of. */
export async function readLastDays(sql: Sql): Promise<Days | null> {
  const [row] = await sql.query<Days>(
    'select since as "from", until as "to" from last_days',
    [],
    'last-days',
  );
  return row ?? null;
}

/** From the days `known` to the later ones `next`: takes away what is only in the former, adds what is only in the latter. */
export async function moveLastDays(tx: Tx, known: Days, next: Days): Promise<void> {
  await tx.query(
    `insert into last_days (since, until) values ($1, $2)
     on conflict (one) do update set since = excluded.since, until = excluded.until`,
    [new Date(next.from), new Date(next.to)],
    'last-days-move',
  );
  await tx.query(
    `insert into figure_last_days (dimension, key, sums)
     select dimension, key, jsonb_object_agg(measure, n)
     from (
       select d.dimension, d.key, m.key as measure, sum(case when d.day < $3 then -m.value::int8 else m.value::int8 end)::int8 as n
       from figure_day d cross join lateral jsonb_each_text(d.sums) as m
       where d.dimension = any($1) and (d.day >= $2 and d.day < least($3, $4) or d.day >= greatest($3, $4) and d.day < $5)
       group by 1, 2, 3) s
     group by dimension, key
     on conflict (dimension, key) do update set sums = figure_last_days.sums || (
       select jsonb_object_agg(key, coalesce((figure_last_days.sums ->> key)::int8, 0) + value::int8) from jsonb_each_text(excluded.sums))`,
    [dimensions, ...[known.from, known.to, next.from, next.to].map((at) => new Date(at))],
    'last-days-leave-and-enter',
  );
}
