import type { AppealState } from '@suban/domain/appeal.ts';
import type { Light } from '@suban/domain/limits.ts';
import type { Tx } from '../platform/database.ts';
import { type Cursor, end, type KeyRow, pageSize, start } from '../appeal/rows-store.ts';
import { type KeyPage, walk } from '../appeal/walk-store.ts';

/** A unit as lists narrow by it. */
export type Lead = {
  readonly id: number;
  /** With all below it? Then these are its units, of which some are dispatch centres. */
  readonly below: boolean;
  readonly units: readonly number[];
  readonly centres: readonly number[];
  /** How far it is from the city, which is 1. */
  readonly depth: number;
};

export type Filter = {
  readonly state?: AppealState | 'open' | undefined;
  readonly light?: Light | undefined;
  readonly lead?: Lead | undefined;
  readonly area?: number | undefined;
  readonly matter?: string | undefined;
  readonly channel?: string | undefined;
  readonly kind?: string | undefined;
  /** Filed from then on, ms. */
  readonly filedFrom?: number | undefined;
};

/** Whose list it is: of one unit and all below it, or the whole city's. */
export type Sight = Lead | null;

/** What has ended has no light. */
const openStates: readonly Filter['state'][] = [undefined, 'open', 'received', 'dispatched'];
const byDue = ({ light, state }: Filter) =>
  light !== undefined || state === 'open' || state === 'received' || state === 'dispatched';
/** Where a filter's list begins: what is open shows the most urgent first, all else the newest. */
export const beginning = (filter: Filter): Cursor => (byDue(filter) ? start : end);

/**
 * The very cases behind a figure: of what is open the orders in hand and what waits for dispatch, else the appeals. Each is
 * one bounded step along an index in the order of the list.
 * @param yellowAt the share of a limit after which its light is yellow
 */
export function filteredKeys(
  tx: Tx,
  filter: Filter,
  sight: Sight,
  cursor: Cursor,
  now: number,
  yellowAt: number,
): Promise<KeyPage> {
  const values: unknown[] = [new Date(cursor[0]), cursor[1], cursor[2]];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const lit = (from: string, due: string) =>
    filter.light ? [lightSql(filter.light, from, due, bind(new Date(now)), yellowAt)] : [];
  const scoped = sight !== null;
  // Of another's cases one sees those one has to do with: they are among one's own.
  const foreign = sight !== null && filter.lead !== undefined && !sight.units.includes(filter.lead.id);
  if (filter.light && !openStates.includes(filter.state)) return Promise.resolve({ keys: [], next: null });
  if (byDue(filter) && !foreign) {
    const { light } = filter;
    const at = light && `${bind(new Date(now))}::timestamptz`;
    const late = (due: string) => (at ? [`${due} ${light === 'red' ? '<=' : '>'} ${at}`] : []);
    const candidates = inHandOrWaiting(filter, filter.lead ?? sight, bind, late);
    const dear = openConditions(filter, bind);
    const cheap =
      at && light !== 'red' ? [turned('r.since', 'r.sort', light === 'yellow', at, yellowAt)] : null;
    return walk(tx, {
      candidates,
      direction: 'asc',
      ...(cheap ? { cheap } : {}),
      ...(dear ? { dear } : {}),
      values,
      scoped,
    });
  }
  const top = foreign ? sight : (filter.lead ?? sight);
  if (top === null) return walk(tx, { ...citysNewest(filter, bind), direction: 'desc', values, scoped });
  const dear = [
    appealIs(filter, bind, [...appealConditions(filter, bind), ...lit('o.offered_at', 'o.next_due')]),
  ];
  return walk(tx, { candidates: unitsNewest(filter, top, bind), direction: 'desc', dear, values, scoped });
}

type Bind = (value: unknown) => string;
const keyed = (sort: string, cohort: string, id: string) =>
  `(${sort}, ${cohort}, ${id}) > ($1, $2, $3) order by ${sort}, ${cohort}, ${id} limit {limit}`;
const and = (conditions: readonly string[]) => conditions.map((each) => `and ${each}`).join(' ');

/** What is due first, of both kinds of what is open; merged, so that a step ends at one place in both. */
function inHandOrWaiting(
  filter: Filter,
  top: Lead | null,
  bind: Bind,
  late: (due: string) => string[],
): string {
  const { state, lead, light } = filter;
  const parts: string[] = [];
  if (state !== 'received') {
    const orders = (
      led: readonly string[],
    ) => `(select o.cohort, o.appeal as id, o.next_due as sort, o.offered_at as since from work_order o
      where o.next_due is not null ${and([...led, ...late('o.next_due')])} and ${keyed('o.next_due', 'o.cohort', 'o.appeal')})`;
    // Few units are below one this deep in the tree: a range of each.
    parts.push(
      top?.below && top.depth > 3
        ? `(select k.* from unnest(${bind(top.units)}::int8[]) as u(unit) cross join lateral ${orders(['o.unit = u.unit'])} as k order by k.sort, k.cohort, k.id limit {limit})`
        : orders(top ? [ledBy(top, bind)] : []),
    );
  }
  if (state !== 'dispatched' && lead === undefined) {
    const waiting = (
      at: readonly string[],
    ) => `(select a.cohort, a.id, a.dispatch_due as sort, a.filed_at as since from appeal a
      where a.state = 'received' ${and([...at, ...late('a.dispatch_due')])} and ${keyed('a.dispatch_due', 'a.cohort', 'a.id')})`;
    parts.push(
      top
        ? `(select k.* from unnest(${bind(top.centres)}::int8[]) as u(centre) cross join lateral ${waiting(['a.centre = u.centre'])} as k)`
        : waiting([]),
    );
  }
  const all =
    parts.length === 0
      ? `select 0 as cohort, 0::int8 as id, now() as sort, now() as since where false`
      : parts.join(' union all ');
  return light === undefined && parts.length === 1
    ? all
    : `select * from (${all}) as both_kinds order by sort, cohort, id limit {limit}`;
}

/** Is an order's lead this unit, or below it? The tree's first levels stand in the order itself. */
function ledBy({ id, below, depth, units }: Lead, bind: Bind): string {
  if (!below) return `o.unit = ${bind(id)}`;
  if (depth === 1) return 'true';
  return depth <= 3 ? `o.lead_${depth} = ${bind(id)}` : `o.unit = any(${bind(units)}::int8[])`;
}

/** A clock runs only of what is in hand: only what else the list narrows by is asked of the appeal. */
function openConditions(filter: Filter, bind: Bind): string[] | undefined {
  const conditions = appealConditions({ ...filter, state: undefined }, bind);
  return conditions.length === 0
    ? undefined
    : [`exists (select from appeal a where a.cohort = s.cohort and a.id = s.id ${and(conditions)})`];
}

/** The whole city's, along the index that narrows most; the appeal itself tells the rest. */
function citysNewest(filter: Filter, bind: Bind): { candidates: string; cheap?: string[] } {
  const { state, area, matter, channel, filedFrom } = filter;
  const rest =
    state === 'closed' ? [channel && 'channel', 'state'] : [state && 'state', channel && 'channel'];
  const narrow = [area !== undefined && 'area', matter !== undefined && 'matter', ...rest].find(Boolean);
  const of = (alias: string, each: Filter) =>
    appealConditions(each, bind).map((one) => one.replaceAll('a.', `${alias}.`));
  const index = narrow ? of('a', { [narrow]: filter[narrow as keyof Filter] }) : [];
  const cheap = of('r', { ...filter, filedFrom: undefined, ...(narrow ? { [narrow]: undefined } : {}) });
  const since = filedFrom === undefined ? [] : [`a.filed_at >= ${bind(new Date(filedFrom))}`];
  return {
    candidates: `select a.cohort, a.id, a.filed_at as sort, a.state, a.area, a.matter, a.channel, a.kind from appeal a
      where (a.filed_at, a.cohort, a.id) < ($1, $2, $3) ${and([...index, ...since])}
      order by a.filed_at desc, a.cohort desc, a.id desc limit {limit}`,
    ...(cheap.length > 0 ? { cheap } : {}),
  };
}

/** What a unit, or any below it, has or had to do with. */
function unitsNewest({ matter, filedFrom }: Filter, { id }: Lead, bind: Bind): string {
  const given = [
    `p.unit = ${bind(id)}`,
    ...(matter === undefined ? [] : [`p.matter = ${bind(matter)}`]),
    ...(filedFrom === undefined ? [] : [`p.filed_at >= ${bind(new Date(filedFrom))}`]),
  ];
  return `select distinct on (p.filed_at, p.cohort, p.appeal) p.cohort, p.appeal as id, p.filed_at as sort from appeal_party p
    where (p.filed_at, p.cohort, p.appeal) < ($1, $2, $3) ${and(given)}
    order by p.filed_at desc, p.cohort desc, p.appeal desc limit {limit}`;
}

function appealIs({ lead, light }: Filter, bind: Bind, conditions: readonly string[]): string {
  const last = 'join work_order o on o.cohort = a.cohort and o.appeal = a.id and o.no = a.orders';
  const led = lead ? [ledBy(lead, bind)] : [];
  return `exists (select from appeal a ${lead || light ? last : ''} where a.cohort = s.cohort and a.id = s.id ${and([...conditions, ...led])})`;
}

/** A unit has open what it has in hand, not what it sent back. */
function appealConditions({ state, lead, ...filter }: Filter, bind: Bind): string[] {
  const open = lead ? `a.state = 'dispatched'` : `a.state in ('received', 'dispatched')`;
  return [
    ...(state === undefined ? [] : [state === 'open' ? open : `a.state = ${bind(state)}`]),
    ...(['area', 'matter', 'channel', 'kind'] as const).flatMap((column) =>
      filter[column] === undefined ? [] : [`a.${column} = ${bind(filter[column])}`],
    ),
    ...(filter.filedFrom === undefined ? [] : [`a.filed_at >= ${bind(new Date(filter.filedFrom))}`]),
  ];
}

function lightSql(light: Light, from: string, due: string, now: string, yellowAt: number): string {
  const at = `${now}::timestamptz`;
  return light === 'red'
    ? `${due} <= ${at}`
    : `${due} > ${at} and ${turned(from, due, light === 'yellow', at, yellowAt)}`;
}

/** Has so much of the limit passed that its light has turned yellow, or not yet? */
const turned = (from: string, due: string, yet: boolean, at: string, yellowAt: number) =>
  `${from} + (${due} - ${from}) * ${yellowAt} ${yet ? '<=' : '>'} ${at}`;

export type FollowUpRow = {
  cohort: number;
  id: number;
  at: number;
  cause: string;
  circular: boolean;
  unit: number | null;
};

/** Formal follow-ups, the newest filed first. @param unit whose, with all below it; null: the city's */
export function followUpKeys(tx: Tx, unit: number | null, cursor: Cursor): Promise<KeyRow[]> {
  const [sort, cohort, id] = cursor;
  const values = [new Date(sort), cohort, id];
  return unit === null
    ? tx.query<KeyRow>(
        `select cohort, id, filed_at as sort from appeal where follow_up and (filed_at, cohort, id) < ($1, $2, $3)
         order by filed_at desc, cohort desc, id desc limit ${pageSize + 1}`,
        values,
        'follow-ups-city',
      )
    : tx.query<KeyRow>(
        `select distinct on (filed_at, cohort, appeal) cohort, appeal as id, filed_at as sort from appeal_party
         where unit = $4 and follow_up and (filed_at, cohort, appeal) < ($1, $2, $3)
         order by filed_at desc, cohort desc, appeal desc limit ${pageSize + 1}`,
        [...values, unit],
        'follow-ups-unit',
      );
}

/** What opened each last, in the order of the keys; one that was never opened is left out. */
export function followUpsOf(tx: Tx, keys: readonly KeyRow[]): Promise<FollowUpRow[]> {
  return tx.query<FollowUpRow>(
    `select k.cohort, k.id, e.at, e.data ->> 'cause' as cause, (e.data ->> 'unit')::int8 as unit, e.circular
     from unnest($1::int4[], $2::int8[]) with ordinality as k(cohort, id, n)
     cross join lateral (
       select max(e.at) filter (where e.type = 'follow-up-opened') as at, bool_or(e.type = 'circular-issued') as circular,
         (array_agg(convert_from(e.body, 'UTF8')::jsonb -> 'data' order by e.seq desc) filter (where e.type = 'follow-up-opened'))[1] as data
       from appeal_event e where e.cohort = k.cohort and e.appeal = k.id and e.type in ('follow-up-opened', 'circular-issued')) e
     where e.at is not null order by k.n`,
    [keys.map(({ cohort }) => cohort), keys.map(({ id }) => id)],
    'follow-ups-of',
  );
}
