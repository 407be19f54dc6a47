import type { Measure } from '@suban/domain/indicators/measures.ts';
import { type Cursor, type KeyRow, pageSize } from '../appeal/rows-store.ts';
import type { Sql, Tx } from '../platform/database.ts';

/** What counts are narrowed to. Moments in ms: from one to before another. */
export type CountedFilter = {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly units?: readonly number[] | undefined;
  readonly areas?: readonly number[] | undefined;
  readonly matter?: string | undefined;
  readonly channel?: string | undefined;
  readonly kind?: string | undefined;
};

type Bind = (value: unknown) => string;

function conditions(filter: CountedFilter, bind: Bind): string[] {
  const equal = (column: string, value: unknown) =>
    value === undefined ? [] : [`${column} = ${bind(value)}`];
  return [
    ...(filter.from === undefined ? [] : [`hour >= ${bind(new Date(filter.from))}`]),
    ...(filter.to === undefined ? [] : [`hour < ${bind(new Date(filter.to))}`]),
    ...(filter.units === undefined ? [] : [`unit = any(${bind(filter.units)}::int8[])`]),
    ...(filter.areas === undefined ? [] : [`area = any(${bind(filter.areas)}::int8[])`]),
    ...equal('matter', filter.matter),
    ...equal('channel', filter.channel),
    ...equal('kind', filter.kind),
  ];
}

/**
 * The very appeals behind a number, newest count first, each once: where it counts several times, by the last of them.
 * Each unit's are walked along its own index, a page of each; what row-level security hides is passed over.
 * @param states those the appeals are to be in now; none: all
 */
export function countedKeys(
  tx: Tx,
  measure: Measure,
  filter: CountedFilter,
  states: readonly string[],
  cursor: Cursor,
): Promise<KeyRow[]> {
  const values: unknown[] = [new Date(cursor[0]), cursor[1], cursor[2], measure];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { units, ...others } = filter;
  const given = conditions(others, bind);
  const last = [...given, ...(units === undefined ? [] : conditions({ units }, bind))];
  const of = (alias: string, list: readonly string[]) => list.map((each) => `and ${alias}.${each}`).join(' ');
  const state = states.length === 0 ? '' : `and a.state = any(${bind(states)})`;
  const page = (unit: string) => `
    select c.cohort, c.appeal as id, c.hour as sort from counted c
    where c.measure = $4 ${unit} ${of('c', given)} and (c.hour, c.cohort, c.appeal) < ($1, $2, $3)
      and exists (select from appeal a where a.cohort = c.cohort and a.id = c.appeal ${state})
      and not exists (select from counted x where x.cohort = c.cohort and x.appeal = c.appeal and x.measure = $4 ${of('x', last)}
        and (x.hour, x.unit, x.matter, x.kind) > (c.hour, c.unit, c.matter, c.kind))
    order by c.hour desc, c.cohort desc, c.appeal desc limit ${pageSize + 1}`;
  return tx.query<KeyRow>(
    units === undefined
      ? page('')
      : `select k.* from unnest(${bind(units)}::int8[]) as u(unit) cross join lateral (${page('and c.unit = u.unit')}) as k
         order by k.sort desc, k.cohort desc, k.id desc limit ${pageSize + 1}`,
    values,
  );
}

/** Sums of every measure over whatever it is narrowed to: a unit's, and of that a matter's, and of that a channel's. */
export function countedTotals(sql: Sql, filter: CountedFilter): Promise<{ measure: Measure; n: number }[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = conditions(filter, bind);
  return sql.query(
    `select measure, sum(n)::int8 as n from counted ${where.length === 0 ? '' : `where ${where.join(' and ')}`} group by measure`,
    values,
  );
}
