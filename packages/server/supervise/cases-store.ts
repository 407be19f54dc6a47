import type { AppealState } from '@suban/domain/appeal.ts';
import type { Light } from '@suban/domain/limits.ts';
import type { Tx } from '../platform/database.ts';
import { type Cursor, end, type KeyRow, pageSize, start } from '../appeal/rows-store.ts';

export type Filter = {
  readonly state?: AppealState | 'open' | undefined;
  readonly light?: Light | undefined;
  /** Any of these leads it. */
  readonly units?: readonly number[] | undefined;
  readonly area?: number | undefined;
  readonly matter?: string | undefined;
  readonly channel?: string | undefined;
  readonly kind?: string | undefined;
  /** Filed from then on, ms. */
  readonly filedFrom?: number | undefined;
};

/** Where a filter's list begins: a light shows the most urgent first, all else the newest. */
export const beginning = (filter: Filter): Cursor => (filter.light ? start : end);

/**
 * The very cases behind a figure: with a unit or a light the orders in hand, else the appeals. What waits for dispatch has
 * no order but a light of its own, so a light asks for both. Each walks an index in the order of the list.
 */
export function filteredKeys(
  tx: Tx,
  filter: Filter,
  cursor: Cursor,
  now: number,
  yellowAt: number,
): Promise<KeyRow[]> {
  const values: unknown[] = [new Date(cursor[0]), cursor[1], cursor[2]];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { light, units, state } = filter;
  const lit = (from: string, due: string) =>
    light ? [lightSql(light, from, due, bind(new Date(now)), yellowAt)] : [];
  const direction = light ? 'asc' : 'desc';
  const parts: string[] = [];
  if (units !== undefined || (light !== undefined && state !== 'received')) {
    const conditions = [
      ...appealConditions(filter, bind, ['dispatched']),
      ...orderConditions(filter, bind),
      ...lit('o.offered_at', 'o.next_due'),
    ];
    const orders = page(ordersOf(filter), light ? 'o.next_due' : 'o.offered_at', direction, conditions);
    // A page of each unit's, along its own index; of a whole district's sorted together, all would be fetched first.
    const each = `select k.* from unnest(${units ? bind(units) : 'null'}::int8[]) as u(unit) cross join lateral (${orders}) as k`;
    parts.push(units ? firstOf(each, direction) : orders);
  }
  if (units === undefined && (light === undefined || waits(filter))) {
    const conditions = [
      ...appealConditions(filter, bind, ['received', 'dispatched']),
      ...(light ? [`a.state = 'received'`] : []),
      ...lit('a.filed_at', 'a.dispatch_due'),
    ];
    parts.push(page(appealsAlone, light ? 'a.dispatch_due' : 'a.filed_at', direction, conditions));
  }
  const [only = '', ...more] = parts;
  const both = `select * from (${parts.map((part) => `(${part})`).join(' union all ')}) as c`;
  return tx.query<KeyRow>(more.length === 0 ? only : firstOf(both, direction), values);
}

const firstOf = (keys: string, direction: string) =>
  `${keys} order by sort ${direction}, cohort ${direction}, id ${direction} limit ${pageSize + 1}`;

type Source = { readonly from: string; readonly cohort: string; readonly id: string };
const appealsAlone: Source = { from: 'appeal a', cohort: 'a.cohort', id: 'a.id' };
/**
 * Each appeal by its last order; the keys are the order's, for only so its own index gives them in their order. Where
 * nothing narrows the appeals down, they are looked up one by one along that index: planned as a join, all of a unit's
 * orders would be fetched and sorted for one page.
 */
function ordersOf({ area, matter }: Filter): Source {
  const last = 'appeal a where a.cohort = o.cohort and a.id = o.appeal and a.orders = o.no';
  const narrow = area !== undefined || matter !== undefined;
  const from = `work_order o cross join lateral (select * from ${last}${narrow ? '' : ' limit 1'}) as a`;
  return { from, cohort: 'o.cohort', id: 'o.appeal' };
}

/** What the order itself says of these conditions, so that its indexes serve them: in hand, a clock of it runs. */
function orderConditions({ units, light, state, filedFrom }: Filter, bind: Bind): string[] {
  return [
    ...(units === undefined ? [] : ['o.unit = u.unit']),
    ...(light || state === 'open' || state === 'dispatched' ? ['o.next_due is not null'] : []),
    ...(filedFrom === undefined ? [] : [`o.offered_at >= ${bind(new Date(filedFrom))}`]),
  ];
}

const waits = ({ state }: Filter) => state === undefined || state === 'open' || state === 'received';

function page(
  { from, cohort, id }: Source,
  sort: string,
  direction: 'asc' | 'desc',
  conditions: readonly string[],
): string {
  return `select ${cohort}, ${id} as id, ${sort} as sort from ${from}
    where (${sort}, ${cohort}, ${id}) ${direction === 'asc' ? '>' : '<'} ($1, $2, $3) ${conditions.map((each) => `and ${each}`).join(' ')}
    order by ${sort} ${direction}, ${cohort} ${direction}, ${id} ${direction} limit ${pageSize + 1}`;
}

type Bind = (value: unknown) => string;

/** @param open which states count as open here: a unit has open what it has in hand, not what it sent back */
function appealConditions(filter: Filter, bind: Bind, open: readonly AppealState[]): string[] {
  const list: string[] = [];
  if (filter.state === 'open') list.push(`a.state in (${open.map((state) => `'${state}'`).join(', ')})`);
  else if (filter.state) list.push(`a.state = ${bind(filter.state)}`);
  if (filter.area !== undefined) list.push(`a.area = ${bind(filter.area)}`);
  if (filter.matter !== undefined) list.push(`a.matter = ${bind(filter.matter)}`);
  if (filter.channel !== undefined) list.push(`a.channel = ${bind(filter.channel)}`);
  if (filter.kind !== undefined) list.push(`a.kind = ${bind(filter.kind)}`);
  if (filter.filedFrom !== undefined) list.push(`a.filed_at >= ${bind(new Date(filter.filedFrom))}`);
  return list;
}

function lightSql(light: Light, from: string, due: string, now: string, yellowAt: number): string {
  const turns = `${from} + (${due} - ${from}) * ${yellowAt}`;
  const at = `${now}::timestamptz`;
  if (light === 'red') return `${due} <= ${at}`;
  return `${due} > ${at} and ${turns} ${light === 'yellow' ? '<=' : '>'} ${at}`;
}

export type FollowUpRow = {
  cohort: number;
  id: number;
  sort: number;
  at: number;
  cause: string;
  circular: boolean;
  unit: number | null;
};

/** Formal follow-ups, the newest first, with what opened each last. */
export function followUpKeys(tx: Tx, cursor: Cursor): Promise<FollowUpRow[]> {
  const [sort, cohort, id] = cursor;
  return tx.query<FollowUpRow>(
    `select a.cohort, a.id, a.filed_at as sort, e.at, e.data ->> 'cause' as cause, (e.data ->> 'unit')::int8 as unit, e.circular
     from (select cohort, id, filed_at from appeal where follow_up and (filed_at, cohort, id) < ($1, $2, $3)
           order by filed_at desc, cohort desc, id desc limit ${pageSize + 1}) a
     cross join lateral (
       select max(e.at) filter (where e.type = 'follow-up-opened') as at, bool_or(e.type = 'circular-issued') as circular,
         (array_agg(convert_from(e.body, 'UTF8')::jsonb -> 'data' order by e.seq desc) filter (where e.type = 'follow-up-opened'))[1] as data
       from appeal_event e where e.cohort = a.cohort and e.appeal = a.id and e.type in ('follow-up-opened', 'circular-issued')) e
     where e.at is not null
     order by a.filed_at desc, a.cohort desc, a.id desc`,
    [new Date(sort), cohort, id],
    'follow-ups-page',
  );
}
