import type { Measure } from '@suban/domain/indicators/measures.ts';
import type { Sql, Tx } from '../platform/database.ts';

/** What figures are kept along, one at a time. */
export const dimensions = ['city', 'unit', 'area', 'matter', 'channel', 'kind'] as const;
export type Dimension = (typeof dimensions)[number];

export type Total = { measure: Measure; key: string; n: number };

/**
 * Sums along one dimension over whole days of the city, [from, to). Those of the last thirty days are kept, a row a key;
 * of other days, and just after midnight until something is counted, they are added up, a row a key and day.
 */
export function totals(
  sql: Sql,
  dimension: Dimension,
  measures: readonly Measure[],
  from: number,
  to: number,
): Promise<Total[]> {
  return sql.query<Total>(
    `select m.measure, d.key, m.n::int8 as n
     from figure_last_days d cross join lateral jsonb_each_text(d.sums) as m(measure, n)
     where d.dimension = $1 and m.measure = any($4) and m.n <> '0' and ${kept(2)} = 1
     union all
     select m.measure, d.key, sum(m.n::int8)::int8 as n
     from figure_day d cross join lateral jsonb_each_text(d.sums) as m(measure, n)
     where d.dimension = $1 and d.day >= $2 and d.day < $3 and m.measure = any($4) and ${kept(2)} = 0
     group by m.measure, d.key`,
    [dimension, new Date(from), new Date(to), measures],
    'figures-total',
  );
}

/**
 * How often `figure_last_days` is of the days from parameter `$n` to before the one after it, once or never: counted, for an
 * `exists` would be joined and both ways be taken.
 */
const kept = (n: number): string =>
  `(select count(*) from last_days where since = $${n} and until = $${n + 1})`;

/** A period [from, to) to the hour, and the whole days in it: those from `days[0]` to before `days[1]`. */
export type Hours = { readonly from: number; readonly to: number; readonly days: readonly [number, number] };

/** The sums of some keys of one dimension over a period, whosever they are: its days as `totals` does, and by the hour at its ends. */
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
       select m.measure, m.n::int8 as n from figure_last_days d cross join lateral jsonb_each_text(d.sums) as m(measure, n)
       where d.dimension = $1 and d.key = any($2) and m.measure = any($3) and ${kept(6)} = 1
       union all
       select m.measure, m.n::int8 as n from figure_day d cross join lateral jsonb_each_text(d.sums) as m(measure, n)
       where d.dimension = $1 and d.key = any($2) and d.day >= $6 and d.day < $7 and m.measure = any($3) and ${kept(6)} = 0
       union all
       select f.measure, f.n from figure f
       where f.dimension = $1 and f.key = any($2) and f.measure = any($3) and f.hour >= $4 and f.hour < least($5, $6) and $4 < $6::timestamptz
       union all
       select f.measure, f.n from figure f
       where f.dimension = $1 and f.key = any($2) and f.measure = any($3) and f.hour >= $7 and f.hour < $5 and $7 < $5::timestamptz) s
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

/** What one measure comes to along one dimension on one day of the city. @param day its beginning, ms */
export function totalsOfDay(
  sql: Sql,
  dimension: Dimension,
  measure: Measure,
  day: number,
): Promise<{ key: string; n: number }[]> {
  return sql.query(
    `select key, (sums ->> $2)::int8 as n from figure_day where dimension = $1 and day = $3 and sums ->> $2 <> '0'`,
    [dimension, measure, new Date(day)],
    'figures-total-day',
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
