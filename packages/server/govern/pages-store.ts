import type { AlertCause, AlertState } from '@suban/domain/govern/requests.ts';
import type { Light } from '@suban/domain/limits.ts';
import { type Cursor, type KeyRow, pageSize } from '../appeal/rows-store.ts';
import type { Sql, Tx } from '../platform/database.ts';

export type EventRow = {
  id: number;
  kind: 'gathering' | 'rise';
  name: string;
  place: string | null;
  problem: string | null;
  area: number | null;
  unit: number;
  first_at: number;
  last_at: number;
  appeals: number;
  withdrawn: number;
  heat: number;
  open: boolean;
  alert: number | null;
  alert_state: AlertState | null;
  alert_light: Light | null;
};

const columns = `e.id, e.kind, e.name, e.place, e.problem, e.area, e.unit, e.first_at, e.last_at, e.appeals, e.withdrawn, e.heat, e.open,
  l.id as alert, l.state as alert_state, l.light as alert_light`;
const withAlert = `left join lateral (select id, state, light from alert where event = e.id order by id limit 1) l on true`;

type Hot = { readonly district: number | null; readonly from: number; readonly limit: number };

/**
 * The hottest events that may be seen, of a district or all; those of two and more. Whoever sees only what is theirs finds
 * them along their unit's own index.
 * @param unit whose people ask; null for those who see all
 * @param hot `from`: the least heat, as it is kept
 */
export function hottest(tx: Tx, unit: number | null, { district, from, limit }: Hot): Promise<EventRow[]> {
  const values = [limit, from];
  const bind = (value: number) => `$${values.push(value)}`;
  const ofDistrict = district === null ? '' : `and district = ${bind(district)}`;
  const found =
    unit === null
      ? `select * from hot_event where appeals - withdrawn > 1 and heat >= $2 ${ofDistrict} order by heat desc, id limit $1`
      : `select h.* from (
           select event from hot_event_unit where unit = ${bind(unit)} and heat >= $2 ${ofDistrict} order by heat desc, event limit $1) u
         cross join lateral (select * from hot_event where id = u.event offset 0) h`;
  const name = ['hottest', unit === null ? '' : '-unit', district === null ? '' : '-district'].join('');
  return tx.query<EventRow>(
    `select ${columns} from (${found}) e ${withAlert} order by e.heat desc, e.id`,
    values,
    name,
  );
}

export async function oneEvent(tx: Tx, id: number): Promise<EventRow | null> {
  const [row] = await tx.query<EventRow>(
    `select ${columns} from hot_event e ${withAlert} where e.id = $1`,
    [id],
    'hot-one',
  );
  return row ?? null;
}

/** How many of an event's appeals came on each day from one on. */
export function daysOf(
  tx: Sql,
  events: readonly number[],
  from: number,
): Promise<{ event: number; day: number; n: number }[]> {
  return tx.query(
    'select event, day, n from hot_event_day where event = any($1::int8[]) and day >= $2',
    [events, from],
    'hot-days',
  );
}

/** How many appeals of a problem came on each day of a period, the whole city's. */
export function problemDays(tx: Sql, problem: string, from: number): Promise<{ day: number; n: number }[]> {
  return tx.query(
    'select day, n from problem_day where problem = $1 and day >= $2',
    [problem, from],
    'problem-days',
  );
}

/** The first day anything was counted on. */
export async function firstProblemDay(tx: Sql, problem: string): Promise<number | null> {
  const [row] = await tx.query<{ day: number }>(
    'select day from problem_day where problem = $1 order by day limit 1',
    [problem],
    'problem-first-day',
  );
  return row?.day ?? null;
}

/** An event's appeals, the newest first, as keys of a list; what row-level security hides is passed over. */
export function memberKeys(tx: Tx, event: number, cursor: Cursor): Promise<KeyRow[]> {
  const [sort, cohort, id] = cursor;
  return tx.query<KeyRow>(
    `select m.cohort, m.appeal as id, m.at as sort from hot_event_member m
     where m.event = $1 and (m.at, m.cohort, m.appeal) < ($2, $3, $4)
       and exists (select from appeal a where a.cohort = m.cohort and a.id = m.appeal)
     order by m.at desc, m.cohort desc, m.appeal desc limit ${pageSize + 1}`,
    [event, new Date(sort), cohort, id],
    'hot-members-page',
  );
}

type Key = { cohort: number; appeal: number };

export async function newestMember(tx: Sql, event: number): Promise<Key | null> {
  const [row] = await tx.query<Key>(
    'select cohort, appeal from hot_event_member where event = $1 order by at desc, cohort desc, appeal desc limit 1',
    [event],
    'hot-member-newest',
  );
  return row ?? null;
}

export type SeenMember = {
  cohort: number;
  id: number;
  filed_at: number;
  lat: number | null;
  long: number | null;
};

/** The latest appeals of an event that may be seen, with where they are. */
export function seenMembers(tx: Tx, event: number, limit: number): Promise<SeenMember[]> {
  return tx.query<SeenMember>(
    `select a.cohort, a.id, a.filed_at, a.lat, a.long
     from (select * from hot_event_member where event = $1 order by at desc, cohort desc, appeal desc limit $2) m
     join appeal a on a.cohort = m.cohort and a.id = m.appeal order by m.at desc, m.cohort desc, m.appeal desc`,
    [event, limit],
    'hot-members-seen',
  );
}

/** Appeals of an event that somebody has in hand or that wait for dispatch, the newest first. */
export function openMembers(sql: Sql, event: number, look: number, limit: number): Promise<KeyRow[]> {
  return sql.query<KeyRow>(
    `select a.cohort, a.id, m.at as sort
     from (select * from hot_event_member where event = $1 order by at desc, cohort desc, appeal desc limit $2) m
     join appeal a on a.cohort = m.cohort and a.id = m.appeal and a.state in ('received', 'dispatched')
     order by m.at desc, m.cohort desc, m.appeal desc limit $3`,
    [event, look, limit],
    'hot-members-open',
  );
}

/** The key of an appeal that may be seen. */
export async function seenAppeal(
  tx: Tx,
  cohort: number,
  appeal: number,
): Promise<{ filed_at: number } | null> {
  const [row] = await tx.query<{ filed_at: number }>(
    'select filed_at from appeal where cohort = $1 and id = $2',
    [cohort, appeal],
    'hot-appeal-seen',
  );
  return row ?? null;
}

/** The events that an appeal belongs to and that are worth telling: alerted, or of so many appeals and more. */
export function eventsOfAppeal(
  tx: Tx,
  cohort: number,
  appeal: number,
  least: number,
): Promise<{ id: number; name: string; appeals: number; alert: number | null }[]> {
  return tx.query(
    `select e.id, e.name, e.appeals - e.withdrawn as appeals, l.id as alert
     from hot_event_member m join hot_event e on e.id = m.event
     left join lateral (select id from alert where event = e.id order by id limit 1) l on true
     where m.cohort = $1 and m.appeal = $2 and (l.id is not null or e.appeals - e.withdrawn >= $3)
     order by e.kind, e.id limit 5`,
    [cohort, appeal, least],
    'hot-of-appeal',
  );
}

export type CountedRow = {
  cause: AlertCause;
  state: AlertState;
  at: number;
  plain_at: number | null;
  followed_up_at: number | null;
};

/** Alerts of a period as they are counted, each with when its event had so many appeals. */
export function countedAlerts(tx: Tx, from: number, to: number, plainFrom: number): Promise<CountedRow[]> {
  return tx.query<CountedRow>(
    `select a.cause, a.state, a.raised_at as at, e.followed_up_at,
       (select m.at from hot_event_member m where m.event = a.event order by m.at, m.cohort, m.appeal offset $3 limit 1) as plain_at
     from alert a join hot_event e on e.id = a.event where a.raised_at >= $1 and a.raised_at < $2`,
    [new Date(from), new Date(to), plainFrom - 1],
    'alerts-counted',
  );
}

/** Groups that dispatchers merged in a period and of which no appeal is in an alerted event. */
export async function missedGroups(tx: Tx, from: number, to: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*) as n from merged_group g where g.at >= $1 and g.at < $2 and not exists (
       select from hot_event_member m join alert l on l.event = m.event and l.cause <> 'marked'
       where (m.cohort, m.appeal) in (select g.cohort, g.appeal union all
         select a.cohort, a.id from appeal a where a.master_cohort = g.cohort and a.master = g.appeal))`,
    [new Date(from), new Date(to)],
    'groups-missed',
  );
  return row?.n ?? 0;
}

/** Alerts that wait to be judged, up to a limit. @param units whose, or null for all */
export async function countOpen(tx: Tx, units: readonly number[] | null, limit: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*) as n from (select from alert where state = 'open' ${units ? 'and unit = any($2::int8[])' : ''} limit $1) a`,
    [limit, ...(units ? [units] : [])],
    units ? 'alerts-count-units' : 'alerts-count',
  );
  return row?.n ?? 0;
}
