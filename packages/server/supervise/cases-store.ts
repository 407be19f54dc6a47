import type { AppealState } from '@suban/domain/appeal.ts';
import type { Light } from '@suban/domain/limits.ts';
import type { LitClock } from '../figures/lights-store.ts';
import type { Tx } from '../platform/database.ts';
import { type Cursor, end, type KeyRow, pageSize, start } from '../appeal/rows-store.ts';
import { type KeyPage, walk, wholePage } from '../appeal/walk-store.ts';

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
  /** Whose light it is; the appeal's own when left out. */
  readonly clock?: LitClock | undefined;
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
 * one bounded step along an index in the order of the list; of what is lit along the lights themselves.
 */
export function filteredKeys(tx: Tx, filter: Filter, sight: Sight, cursor: Cursor): Promise<KeyPage> {
  const values: unknown[] = [new Date(cursor[0]), cursor[1], cursor[2]];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const scoped = sight !== null;
  // Of another's cases one sees those one has to do with: they are among one's own.
  const foreign = sight !== null && filter.lead !== undefined && !sight.units.includes(filter.lead.id);
  if (filter.light && !openStates.includes(filter.state)) return Promise.resolve({ keys: [], next: null });
  if (byDue(filter) && !foreign) {
    const candidates = inHandOrWaiting(filter, filter.lead ?? sight, bind);
    const dear = openConditions(filter, bind);
    const more = dear.length === 0 ? {} : { dear };
    return walk(tx, { candidates, direction: 'asc', ...more, values, scoped });
  }
  const top = foreign ? sight : (filter.lead ?? sight);
  if (top === null) return walk(tx, { ...citysNewest(filter, bind), direction: 'desc', values, scoped });
  const dear = [
    appealIs(filter, bind, appealConditions(filter, bind)),
    ...(filter.light ? [litAs(filter, bind)] : []),
  ];
  return walk(tx, { candidates: unitsNewest(filter, top, bind), direction: 'desc', dear, values, scoped });
}

type Bind = (value: unknown) => string;
const keyed = (sort: string, cohort: string, id: string) =>
  `(${sort}, ${cohort}, ${id}) > ($1, $2, $3) order by ${sort}, ${cohort}, ${id} limit {limit}`;
const and = (conditions: readonly string[]) => conditions.map((each) => `and ${each}`).join(' ');

/** What is due first, of both kinds of what is open; merged, so that a step ends at one place in both. */
function inHandOrWaiting(filter: Filter, top: Lead | null, bind: Bind): string {
  const { state, lead, light, area } = filter;
  const lit = light !== undefined && light !== 'green';
  const on = lit ? [`x.clock = ${bind(filter.clock ?? 'any')}`, `x.light = ${bind(light)}`] : [];
  const from = (due: string, table: string, id: string, conditions: readonly string[]) =>
    `(select x.cohort, x.${id} as id, x.${due} as sort from ${table} x
      where ${conditions.join(' and ')} and ${keyed(`x.${due}`, 'x.cohort', `x.${id}`)})`;
  if (lit && area !== undefined && top === null && (state === undefined || state === 'open'))
    return from('due', 'light_now', 'appeal', [...on, `x.area = ${bind(area)}`]);
  const parts: string[] = [];
  if (state !== 'received') {
    const orders = (led: readonly string[]) =>
      lit
        ? from('due', 'light_now', 'appeal', ['x.unit is not null', ...on, ...led])
        : from('next_due', 'work_order', 'appeal', ['x.next_due is not null', ...led]);
    // Few units are below one this deep in the tree: a range of each.
    parts.push(
      top?.below && top.depth > 3
        ? `(select k.* from unnest(${bind(top.units)}::int8[]) as u(unit) cross join lateral ${orders(['x.unit = u.unit'])} as k order by k.sort, k.cohort, k.id limit {limit})`
        : orders(top ? [ledBy(top, bind, 'x')] : []),
    );
  }
  if (state !== 'dispatched' && lead === undefined) {
    const waiting = (at: readonly string[]) =>
      lit
        ? from('due', 'light_now', 'appeal', ['x.unit is null', ...on, ...at])
        : from('dispatch_due', 'appeal', 'id', [`x.state = 'received'`, ...at]);
    parts.push(
      top
        ? `(select k.* from unnest(${bind(top.centres)}::int8[]) as u(centre) cross join lateral ${waiting(['x.centre = u.centre'])} as k)`
        : waiting([]),
    );
  }
  if (parts.length === 0) return `select 0 as cohort, 0::int8 as id, now() as sort where false`;
  return parts.length === 1
    ? (parts[0] ?? '')
    : `select * from (${parts.join(' union all ')}) as both_kinds order by sort, cohort, id limit {limit}`;
}

/** Is an order's lead this unit, or below it? The tree's first levels stand in the order itself. */
function ledBy({ id, below, depth, units }: Lead, bind: Bind, of = 'o'): string {
  if (!below) return `${of}.unit = ${bind(id)}`;
  if (depth === 1) return 'true';
  return depth <= 3 ? `${of}.lead_${depth} = ${bind(id)}` : `${of}.unit = any(${bind(units)}::int8[])`;
}

/**
 * A clock runs only of what is in hand: only what else the list narrows by is asked of the appeal. Lights know nobody's
 * scope: the appeal does.
 */
function openConditions(filter: Filter, bind: Bind): string[] {
  const conditions = appealConditions({ ...filter, state: undefined }, bind);
  const lit = filter.light !== undefined && filter.light !== 'green';
  return [
    ...(conditions.length === 0 && !lit
      ? []
      : [`exists (select from appeal a where a.cohort = s.cohort and a.id = s.id ${and(conditions)})`]),
    ...(filter.light === 'green' ? [litAs(filter, bind)] : []),
  ];
}

/** Is that light on? Green is what no light is on for. */
const litAs = ({ light, clock = 'any' }: Filter, bind: Bind): string =>
  `${light === 'green' ? 'not ' : ''}exists (select from light_now l where l.cohort = s.cohort and l.appeal = s.id
    and l.clock = ${bind(clock)} ${light === 'green' ? '' : `and l.light = ${bind(light)}`})`;

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

function appealIs({ lead }: Filter, bind: Bind, conditions: readonly string[]): string {
  const last = 'join work_order o on o.cohort = a.cohort and o.appeal = a.id and o.no = a.orders';
  const led = lead ? [ledBy(lead, bind)] : [];
  return `exists (select from appeal a ${lead ? last : ''} where a.cohort = s.cohort and a.id = s.id ${and([...conditions, ...led])})`;
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

export type FollowUpRow = {
  cohort: number;
  id: number;
  at: number;
  cause: string;
  circular: boolean;
  unit: number | null;
};

/**
 * 督办中: formal follow-ups of what is not closed, the newest filed first.
 * @param unit whose, with all below it; null: the city's
 */
export async function followUpKeys(tx: Tx, unit: number | null, cursor: Cursor): Promise<KeyPage> {
  const [sort, cohort, id] = cursor;
  const values = [new Date(sort), cohort, id];
  if (unit === null)
    return wholePage(
      await tx.query<KeyRow>(
        `select cohort, id, filed_at as sort from appeal where follow_up and state <> 'closed' and (filed_at, cohort, id) < ($1, $2, $3)
         order by filed_at desc, cohort desc, id desc limit ${pageSize + 1}`,
        values,
        'follow-ups-city',
      ),
    );
  return walk(tx, {
    candidates: `select distinct on (filed_at, cohort, appeal) cohort, appeal as id, filed_at as sort from appeal_party
      where unit = $4 and follow_up and (filed_at, cohort, appeal) < ($1, $2, $3)
      order by filed_at desc, cohort desc, appeal desc limit {limit}`,
    direction: 'desc',
    dear: [`exists (select from appeal a where a.cohort = s.cohort and a.id = s.id and a.state <> 'closed')`],
    values: [...values, unit],
    scoped: true,
  });
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
