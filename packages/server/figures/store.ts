import type { Measure } from '@suban/domain/indicators/measures.ts';
import type { Sql, Tx } from '../platform/database.ts';

export type Total = { measure: Measure; key: string; n: number };

/** Sums along one dimension over whole days of the city, [from, to): a row a key and day. */
export function totals(
  sql: Sql,
  dimension: string,
  measures: readonly Measure[],
  from: number,
  to: number,
): Promise<Total[]> {
  return sql.query<Total>(
    `select m.measure, d.key, sum(m.n::int8)::int8 as n
     from figure_day d cross join lateral jsonb_each_text(d.sums) as m(measure, n)
     where d.dimension = $1 and d.day >= $2 and d.day < $3 and m.measure = any($4) group by m.measure, d.key`,
    [dimension, new Date(from), new Date(to), measures],
    'figures-total',
  );
}

/** A period [from, to) to the hour, and the whole days in it: those from `days[0]` to before `days[1]`. */
export type Hours = { readonly from: number; readonly to: number; readonly days: readonly [number, number] };

/** The sums of some keys of one dimension over a period, whosever they are: by its days, and by the hour at its ends. */
export function totalsOf(
  sql: Sql,
  dimension: string,
  keys: readonly string[],
  measures: readonly Measure[],
  { from, to, days }: Hours,
): Promise<{ measure: Measure; n: number }[]> {
  const [first, end] = days[0] < days[1] ? days : [to, to];
  return sql.query(
    `select measure, sum(n)::int8 as n from (
       select m.measure, m.n::int8 as n from figure_day d cross join lateral jsonb_each_text(d.sums) as m(measure, n)
       where d.dimension = $1 and d.key = any($2) and d.day >= $6 and d.day < $7 and m.measure = any($3)
       union all
       select f.measure, f.n from figure f
       where f.dimension = $1 and f.key = any($2) and f.measure = any($3) and f.hour >= $4 and f.hour < least($5, $6)
       union all
       select f.measure, f.n from figure f
       where f.dimension = $1 and f.key = any($2) and f.measure = any($3) and f.hour >= $7 and f.hour < $5) s
     group by measure`,
    [dimension, keys, measures, ...[from, to, first, end].map((at) => new Date(at))],
    'figures-total-keys',
  );
}

export type Hourly = { measure: Measure; hour: number; n: number };
export function hourly(sql: Sql, measures: readonly Measure[], from: number, to: number): Promise<Hourly[]> {
  return sql.query<Hourly>(
    `select measure, hour, n from figure where dimension = 'city' and key = '' and measure = any($1) and hour >= $2 and hour < $3 order by hour`,
    [measures, new Date(from), new Date(to)],
    'figures-hourly',
  );
}

export function openBy(sql: Sql, dimension: 'city' | 'unit' | 'area'): Promise<{ key: string; n: number }[]> {
  return sql.query('select key, n from open_now where dimension = $1', [dimension], 'open-by');
}

export async function followUpCount(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*) as n from (select from appeal where follow_up and state <> 'closed' limit 1000) f`,
    [],
    'follow-ups-count',
  );
  return row?.n ?? 0;
}
