import type { Sql } from '../platform/database.ts';

/** Of an appeal: the first event that a reader has not read yet. */
export type Unread = { cohort: number; appeal: number; seq: number };

/**
 * The events beyond a reader's checkpoint: those placed after it, and those not placed yet (the sequencer's next ids and
 * the gaps it still waits for). Few, unless the reader stands still.
 */
export const unreadBy = (sql: Sql, reader: string): Promise<Unread[]> =>
  sql.query<Unread>(
    `with mark as (select coalesce((select position from reader where name = $1), 0) as position),
       later as (
         select p.cohort, p.appeal, p.seq from event_position p, mark where p.position > mark.position
         union all select e.cohort, e.appeal, e.seq from appeal_event e, sequencer s where e.id > s.last_id
         union all select e.cohort, e.appeal, e.seq from sequencer s, jsonb_array_elements(s.gaps) as g
           join appeal_event e on e.id = (g ->> 'id')::int8)
     select cohort, appeal, min(seq)::int4 as seq from later group by cohort, appeal`,
    [reader],
    'verify-unread',
  );

/** What is wrong with the one order of all events. */
export async function orderFaults(
  sql: Sql,
): Promise<{ cohort: number | null; appeal: number | null; what: string }[]> {
  return sql.query(
    `select null::int4 as cohort, null::int8 as appeal, 'position ' || position || ' does not follow ' || before as what
     from (select position, lag(position, 1, 0::int8) over (order by position) as before from event_position) p
     where position <> before + 1
     union all
     select null, null, 'the sequencer stands at ' || last_position || ' and not at the last position'
     from sequencer where last_position <> (select coalesce(max(position), 0) from event_position)
     union all
     select null, null, 'the reader ' || name || ' stands beyond the last event'
     from reader, sequencer where reader.position > last_position
     union all
     select p.cohort, p.appeal, 'event ' || p.seq || ' at position ' || min(p.position) || ' does not exist'
     from event_position p left join appeal_event e using (cohort, appeal, seq) where e.id is null group by p.cohort, p.appeal, p.seq
     union all
     select e.cohort, e.appeal, 'event ' || e.seq || ' has ' || count(p.position) || ' positions'
     from appeal_event e left join event_position p using (cohort, appeal, seq), sequencer s
     where e.id <= s.last_id and not exists (select from jsonb_array_elements(s.gaps) g where (g ->> 'id')::int8 = e.id)
     group by e.cohort, e.appeal, e.seq having count(p.position) <> 1`,
    [],
    'verify-order',
  );
}

/**
 * Figures that are not what the counts of single appeals add up to: reckoned by the database, along each dimension, by the
 * hour, by the city's day and over the last days. @param offset the city's time before UTC's, in seconds
 */
export async function figureFaults(sql: Sql, offset: number): Promise<{ what: string }[]> {
  return sql.query<{ what: string }>(
    `with along as (
       select c.measure, d.dimension, d.key, c.hour, sum(c.n) as n
       from counted c, lateral (values ('city', ''), ('unit', c.unit::text), ('area', c.area::text),
         ('matter', nullif(c.matter, '')), ('channel', c.channel), ('kind', c.kind)) as d(dimension, key)
       where d.key is not null group by c.measure, d.dimension, d.key, c.hour)
     select 'figure ' || concat_ws(' ', measure, dimension, nullif(key, ''), hour) || ' is ' || coalesce(f.n, 0) || ' and should be ' || coalesce(a.n, 0) as what
     from along a full join figure f using (measure, dimension, key, hour) where coalesce(a.n, 0) <> coalesce(f.n, 0)
     union all
     select 'figure ' || concat_ws(' ', measure, dimension, nullif(key, ''), day) || ' of the day is ' || coalesce(d.n, 0) || ' and should be ' || coalesce(a.n, 0)
     from (
       select measure, dimension, key, to_timestamp(floor((extract(epoch from hour) + $1::int4) / 86400) * 86400 - $1::int4) as day, sum(n) as n
       from along group by 1, 2, 3, 4) a
     full join (
       select m.key as measure, dimension, f.key, day, m.value::int8 as n from figure_day f, jsonb_each_text(f.sums) as m
       where m.value <> '0') d using (measure, dimension, key, day)
     where coalesce(a.n, 0) <> coalesce(d.n, 0)
     union all
     select 'figure ' || concat_ws(' ', measure, dimension, nullif(key, '')) || ' of the last days is ' || coalesce(l.n, 0) || ' and should be ' || coalesce(a.n, 0)
     from (
       select measure, dimension, key, sum(n) as n from along, last_days where hour >= since and hour < until
       group by 1, 2, 3 having sum(n) <> 0) a
     full join (
       select m.key as measure, dimension, f.key, m.value::int8 as n from figure_last_days f, jsonb_each_text(f.sums) as m
       where m.value <> '0') l using (measure, dimension, key)
     where coalesce(a.n, 0) <> coalesce(l.n, 0)`,
    [offset],
    'verify-figures',
  );
}

export const openRows = (sql: Sql): Promise<{ dimension: string; key: string; n: number }[]> =>
  sql.query('select dimension, key, n from open_now', [], 'verify-open');

export const lightRows = (
  sql: Sql,
): Promise<{ dimension: string; key: string; clock: string; light: string; n: number }[]> =>
  sql.query('select dimension, key, clock, light, n from light_count', [], 'verify-lights-counted');
