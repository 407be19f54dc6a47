import type { Measure } from '@suban/domain/indicators/measures.ts';
import type { Cursor } from '../appeal/rows-store.ts';
import { type KeyPage, walk } from '../appeal/walk-store.ts';
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
 * The very appeals behind a number, newest count first, each once: where it counts several times, by the last of them. One
 * bounded step along the measure's index, or along the unit's or the matter's; what row-level security hides is passed over.
 * @param states those the appeals are to be in now; none: all
 * @param scoped is it one unit's people who ask?
 * @param without leaves out what is counted the same by this other measure: what was excluded
 */
export function countedKeys(
  tx: Tx,
  measure: Measure,
  filter: CountedFilter,
  states: readonly string[],
  cursor: Cursor,
  scoped: boolean,
  without?: Measure,
): Promise<KeyPage> {
  const values: unknown[] = [new Date(cursor[0]), cursor[1], cursor[2], measure];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { from, to, units, matter, ...others } = filter;
  const [only] = units?.length === 1 ? units : [];
  // What the index is walked by, and what of the count is told by its own row.
  const index = [
    ...conditions({ from, to }, bind),
    ...(only === undefined ? [] : [`unit = ${bind(only)}`]),
    ...(matter === undefined ? [] : [`matter = ${bind(matter)}`]),
  ];
  const cheap = conditions({ ...others, ...(only === undefined ? { units } : {}) }, bind);
  const of = (alias: string, list: readonly string[]) => list.map((each) => `${alias}.${each}`);
  const state = states.length === 0 ? '' : `and a.state = any(${bind(states)})`;
  return walk(tx, {
    candidates: `select c.cohort, c.appeal as id, c.hour as sort, c.hour, c.unit, c.matter, c.kind, c.area, c.channel from counted c
      where c.measure = $4 ${of('and c', index).join(' ')} and (c.hour, c.cohort, c.appeal) < ($1, $2, $3)
      order by c.hour desc, c.cohort desc, c.appeal desc limit {limit}`,
    direction: 'desc',
    ...(cheap.length > 0 ? { cheap: of('r', cheap) } : {}),
    dear: [
      ...(without === undefined
        ? []
        : [
            `not exists (select from counted e where e.cohort = s.cohort and e.appeal = s.id and e.measure = ${bind(without)}
              and e.hour = s.hour and e.unit = s.unit)`,
          ]),
      `exists (select from appeal a where a.cohort = s.cohort and a.id = s.id ${state})`,
      `not exists (select from counted x where x.cohort = s.cohort and x.appeal = s.id and x.measure = $4 ${of('and x', [...index, ...cheap]).join(' ')}
        and (x.hour, x.unit, x.matter, x.kind) > (s.hour, s.unit, s.matter, s.kind))`,
    ],
    values,
    scoped,
  });
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
