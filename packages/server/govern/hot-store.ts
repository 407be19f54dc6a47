import type { AppealKey } from '@suban/domain/ids.ts';
import type { Sql, Tx } from '../platform/database.ts';
import type { Facts, HotEvent, Member, Standing } from './hot-event.ts';

type EventRow = {
  id: number;
  kind: HotEvent['kind'];
  name: string;
  place: string | null;
  problem: string | null;
  first_at: number;
  last_at: number;
  appeals: number;
  withdrawn: number;
  heat: number;
  score: number;
  open: boolean;
  alerted: boolean;
  followed_up_at: number | null;
  accused: string[] | number[];
  facts: Facts;
};

export async function readEvents(tx: Sql, ids: readonly number[]): Promise<HotEvent[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<EventRow>(
    'select * from hot_event where id = any($1::int8[])',
    [ids],
    'hot-read',
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    place: row.place,
    problem: row.problem,
    first: row.first_at,
    last: row.last_at,
    appeals: row.appeals,
    withdrawn: row.withdrawn,
    heat: row.heat,
    score: row.score,
    open: row.open,
    alerted: row.alerted,
    followedUpAt: row.followed_up_at,
    accused: row.accused.map(Number),
    facts: row.facts,
  }));
}

/** An array of arrays cannot be unnested: the inner ones go over as text. */
const inner = (list: readonly number[]): string => `{${list.join(',')}}`;

export async function saveEvents(
  tx: Tx,
  list: readonly { readonly event: HotEvent; readonly standing: Standing }[],
): Promise<void> {
  if (list.length === 0) return;
  await tx.query(
    `insert into hot_event (id, kind, name, place, problem, area, district, unit, units, accused, first_at, last_at, appeals,
       withdrawn, heat, score, open, alerted, followed_up_at, facts)
     select id, kind, name, place, problem, area, district, unit, units::int8[], accused::int8[], first_at, last_at, appeals,
       withdrawn, heat, score, open, alerted, followed_up_at, facts
     from unnest($1::int8[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int8[], $7::int8[], $8::int8[], $9::text[],
       $10::text[], $11::timestamptz[], $12::timestamptz[], $13::int4[], $14::int4[], $15::float8[], $16::float8[],
       $17::boolean[], $18::boolean[], $19::timestamptz[], $20::jsonb[])
       as v(id, kind, name, place, problem, area, district, unit, units, accused, first_at, last_at, appeals, withdrawn, heat,
         score, open, alerted, followed_up_at, facts)
     on conflict (id) do update set name = excluded.name, place = excluded.place, problem = excluded.problem,
       area = excluded.area, district = excluded.district, unit = excluded.unit, units = excluded.units,
       accused = excluded.accused, first_at = excluded.first_at, last_at = excluded.last_at, appeals = excluded.appeals,
       withdrawn = excluded.withdrawn, heat = excluded.heat, score = excluded.score, open = excluded.open,
       alerted = excluded.alerted, followed_up_at = excluded.followed_up_at, facts = excluded.facts`,
    [
      list.map(({ event }) => event.id),
      list.map(({ event }) => event.kind),
      list.map(({ event }) => event.name),
      list.map(({ event }) => event.place),
      list.map(({ event }) => event.problem),
      list.map(({ standing }) => standing.area),
      list.map(({ standing }) => standing.district),
      list.map(({ standing }) => standing.unit),
      list.map(({ standing }) => inner(standing.units)),
      list.map(({ event }) => inner(event.accused)),
      list.map(({ event }) => new Date(event.first)),
      list.map(({ event }) => new Date(event.last)),
      list.map(({ event }) => event.appeals),
      list.map(({ event }) => event.withdrawn),
      list.map(({ event }) => event.heat),
      list.map(({ event }) => event.score),
      list.map(({ event }) => event.open),
      list.map(({ event }) => event.alerted),
      list.map(({ event }) => (event.followedUpAt === null ? null : new Date(event.followedUpAt))),
      list.map(({ event }) => JSON.stringify(event.facts)),
    ],
    'hot-save',
  );
}

/** Who finds these events on their hot list. Rows that stay as they are are not touched but for their heat. */
export async function saveEventUnits(
  tx: Tx,
  list: readonly { readonly event: HotEvent; readonly standing: Standing }[],
): Promise<void> {
  if (list.length === 0) return;
  const rows = list.flatMap(({ event, standing }) =>
    event.appeals - event.withdrawn > 1
      ? standing.units.map((unit) => ({ event, unit, district: standing.district }))
      : [],
  );
  await tx.query(
    `delete from hot_event_unit h where h.event = any($1::int8[])
       and not exists (select from unnest($2::int8[], $3::int8[]) as v(event, unit) where v.event = h.event and v.unit = h.unit)`,
    [list.map(({ event }) => event.id), rows.map(({ event }) => event.id), rows.map(({ unit }) => unit)],
    'hot-units-drop',
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into hot_event_unit (event, unit, district, heat)
     select * from unnest($1::int8[], $2::int8[], $3::int8[], $4::float8[])
     on conflict (event, unit) do update set district = excluded.district, heat = excluded.heat`,
    [
      rows.map(({ event }) => event.id),
      rows.map(({ unit }) => unit),
      rows.map(({ district }) => district),
      rows.map(({ event }) => event.heat),
    ],
    'hot-units-save',
  );
}

export async function closeEvents(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0)
    await tx.query('update hot_event set open = false where id = any($1::int8[])', [ids], 'hot-close');
}

export type MemberRow = Omit<Member, 'area' | 'accused'> & { readonly event: number };

export async function addMembers(tx: Tx, members: readonly MemberRow[]): Promise<void> {
  if (members.length === 0) return;
  await tx.query(
    `insert into hot_event_member (event, cohort, appeal, at, lead, withdrawn)
     select * from unnest($1::int8[], $2::int4[], $3::int8[], $4::timestamptz[], $5::int8[], $6::boolean[]) on conflict do nothing`,
    [
      members.map(({ event }) => event),
      members.map(({ cohort }) => cohort),
      members.map(({ appeal }) => appeal),
      members.map(({ at }) => new Date(at)),
      members.map(({ lead }) => lead),
      members.map(({ withdrawn }) => withdrawn),
    ],
    'hot-members-add',
  );
}

/** The events that these appeals belong to. */
export function membersOf(tx: Tx, keys: readonly AppealKey[]): Promise<MemberRow[]> {
  return tx.query<MemberRow>(
    `select m.event, m.cohort, m.appeal, m.at, m.lead, m.withdrawn from unnest($1::int4[], $2::int8[]) as k(cohort, appeal)
     join hot_event_member m on m.cohort = k.cohort and m.appeal = k.appeal`,
    [keys.map(({ cohort }) => cohort), keys.map(({ id }) => id)],
    'hot-members-of',
  );
}

export async function changeMembers(tx: Tx, members: readonly MemberRow[]): Promise<void> {
  if (members.length === 0) return;
  await tx.query(
    `update hot_event_member m set lead = v.lead, withdrawn = v.withdrawn
     from unnest($1::int8[], $2::int4[], $3::int8[], $4::int8[], $5::boolean[]) as v(event, cohort, appeal, lead, withdrawn)
     where m.event = v.event and m.cohort = v.cohort and m.appeal = v.appeal`,
    [
      members.map(({ event }) => event),
      members.map(({ cohort }) => cohort),
      members.map(({ appeal }) => appeal),
      members.map(({ lead }) => lead),
      members.map(({ withdrawn }) => withdrawn),
    ],
    'hot-members-change',
  );
}

/** What the first of an event's appeals are, found to be such when the second comes. */
export function factsOf(
  tx: Tx,
  keys: readonly { readonly cohort: number; readonly id: number }[],
): Promise<Member[]> {
  return tx.query<Member>(
    `select a.cohort, a.id as appeal, a.filed_at as at, a.area, a.accused, o.unit as lead,
       a.state = 'withdrawn' as withdrawn
     from unnest($1::int4[], $2::int8[]) as k(cohort, id) join appeal a on a.cohort = k.cohort and a.id = k.id
     left join work_order o on o.cohort = a.cohort and o.appeal = a.id and o.no = a.orders`,
    [keys.map(({ cohort }) => cohort), keys.map(({ id }) => id)],
    'hot-facts',
  );
}

export type DayCount = { readonly key: string; readonly day: number; readonly n: number };

export async function addProblemDays(tx: Tx, days: readonly DayCount[]): Promise<void> {
  if (days.length === 0) return;
  await tx.query(
    `insert into problem_day (problem, day, n) select * from unnest($1::text[], $2::int4[], $3::int4[])
     on conflict (problem, day) do update set n = problem_day.n + excluded.n`,
    [days.map(({ key }) => key), days.map(({ day }) => day), days.map(({ n }) => n)],
    'problem-days-add',
  );
}

export async function addEventDays(tx: Tx, days: readonly DayCount[]): Promise<void> {
  if (days.length === 0) return;
  await tx.query(
    `insert into hot_event_day (event, day, n) select * from unnest($1::int8[], $2::int4[], $3::int4[])
     on conflict (event, day) do update set n = hot_event_day.n + excluded.n`,
    [days.map(({ key }) => Number(key)), days.map(({ day }) => day), days.map(({ n }) => n)],
    'hot-days-add',
  );
}

/** Of these masters, those that two and more follow: groups of three. */
export async function addGroups(
  tx: Tx,
  masters: readonly (AppealKey & { readonly at: number })[],
): Promise<void> {
  if (masters.length === 0) return;
  await tx.query(
    `insert into merged_group (cohort, appeal, at)
     select k.cohort, k.id, k.at from unnest($1::int4[], $2::int8[], $3::timestamptz[]) as k(cohort, id, at)
     where (select count(*) from (select from appeal a where a.master_cohort = k.cohort and a.master = k.id limit 2) f) = 2
     on conflict do nothing`,
    [masters.map(({ cohort }) => cohort), masters.map(({ id }) => id), masters.map(({ at }) => new Date(at))],
    'groups-add',
  );
}

/** Forgets what follows from the events. Alerts and what people said of them are records: they stay. */
export async function clearHotEvents(tx: Tx): Promise<void> {
  await tx.query(
    `truncate hot_detector, hot_detector_part, hot_detector_step, hot_event, hot_event_unit, hot_event_member, hot_event_day, problem_day, merged_group`,
  );
}
