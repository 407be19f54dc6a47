import type { TestCity } from './test-city.ts';

/** Five events an appeal, so that the history is as much larger than the state as it is in a city. */
const eventsEach = 5;

/**
 * Appeals of one year as plain rows, by themselves twenty thousand: enough for the planner to choose as it would in a city. What is open
 * is mostly of the last four weeks: there every third is in hand and every fifteenth waits for dispatch; a third of them is
 * overdue. Their events say nothing but what opened a follow-up: only that is read of them.
 */
export async function fillRows(city: TestCity, appeals = 20_000): Promise<void> {
  const { owner } = city.services.database;
  await owner.query(
    `create unlogged table filler as
     select i, 1000000 + i as id, at, state, area, lead, matter, to_char(at at time zone 'Asia/Shanghai', 'YYYYMM')::int4 as cohort,
       (array['web', 'web', 'web', 'hotline', 'hotline', 'app', 'grid-worker'])[1 + i % 7] as channel,
       $2::timestamptz + (case when i / 3 % 3 = 0 then -1 else 3 end) * interval '1 hour' as due
     from (
       select i, $2::timestamptz - i * interval '1 year' / $1 as at,
         ($3::int8[])[1 + i % cardinality($3::int8[])] as area, ($4::int8[])[1 + i % cardinality($4::int8[])] as lead,
         ($5::text[])[1 + i % cardinality($5::text[])] as matter,
         case when i < 0.075 * $1 and i % 3 = 0 or i % 200 = 0 then 'dispatched' when i < 0.075 * $1 and i % 15 = 1 then 'received' when i % 15 = 2 then 'awaiting-rating'
           when i % 20 = 7 then 'withdrawn' else 'closed' end as state
       from generate_series(1, $1::int4) as i) as s`,
    [appeals, new Date(city.clock.now()), ...kinds(city)],
  );
  const centre = city.unit('SZ-DISPATCH').id;
  const district = city.unit('SZ-FT').id;
  for (const statement of [...records(centre, district), ...kept(centre, district)])
    await owner.query(statement);
  await owner.query('drop table filler');
  await owner.query('vacuum analyze');
}

/** Areas, leads and matters to spread the appeals over: few, so that each has as many as in a city of millions. */
function kinds(city: TestCity): unknown[] {
  const { units, matters } = city.services.reference();
  const streets = [...units.values()].filter(
    ({ code, level }) => level === 'subdistrict' && code.startsWith('SZ-FT-'),
  );
  const departments = [...units.values()]
    .filter(({ firstLine, kind }) => firstLine && kind === 'department')
    .slice(0, 10);
  return [
    streets.map(({ id }) => id),
    [...streets, ...departments].map(({ id }) => id),
    [...matters.values()].flatMap(({ code, level }) => (level === 3 ? [code] : [])),
  ];
}

/** The appeals themselves, and what is read of each. */
const records = (centre: number, district: number): readonly string[] => [
  `insert into appeal (cohort, id, version, state, state_since, kind, channel, urgency, matter, centre, area, confidential, filed_at, dispatch_due, orders, follow_up, head)
   select cohort, id, ${eventsEach}, state, at, 'help', channel, 'ordinary', matter, ${centre}, area, false, at, due, case when state = 'received' then 0 else 1 end, i % 100 = 1, sha256('')
   from filler`,
  `insert into work_order (cohort, appeal, no, state, cause, unit, holder, centre, designated, offered_at, ack_due, contact_due, finish_due, limit_source, next_due, lead_2, lead_3, beside)
   select cohort, filler.id, 1, case when state = 'dispatched' then (array['offered', 'acknowledged', 'working', 'in-review', 'send-back-pending', 'in-arbitration'])[1 + i / 7 % 6] else 'answered' end,
     'dispatch', lead, lead, ${centre}, false, at, due, due, due, 'kind', case when state = 'dispatched' then due end, split_part(u.path, '/', 3)::int8, nullif(split_part(u.path, '/', 4), '')::int8,
     '{"asked": null, "coHandlers": []}'
   from filler join unit u on u.id = filler.lead where state <> 'received'`,
  `insert into appeal_event (cohort, appeal, seq, type, at, body, prev_hash, hash)
   select cohort, id, seq, case when seq = 4 and i % 100 = 1 then 'follow-up-opened' else 'supplemented' end, at,
     convert_to('{"data":{"cause":"supervisor","unit":' || lead || '}}', 'UTF8'), sha256(''), sha256('')
   from filler, generate_series(1, ${eventsEach}) as seq`,
  `insert into appeal_text (cohort, appeal, seq, slot, salt, body)
   select cohort, id, 1, slot, '', case slot when 'title' then '路灯不亮第' || i || '处' else repeat('路灯连续几晚不亮。', 8) end from filler, unnest(array['title', 'body']) as slot`,
  `insert into person (cohort, appeal, salt, name, phone, phone_key) select cohort, id, '', sha256('n'), sha256('p'), sha256(convert_to((i % 9000)::text, 'UTF8')) from filler`,
  `insert into appeal_party (cohort, appeal, unit, "as", filed_at, matter, follow_up)
   select cohort, id, ${centre}, 'centre', at, matter, i % 100 = 1 from filler
   union all select cohort, id, lead, unnest(array['lead', 'holder']), at, matter, i % 100 = 1 from filler where state <> 'received'
   union all select cohort, filler.id, ${district}, 'superior', at, matter, i % 100 = 1 from filler join unit u on u.id = filler.lead
   where state <> 'received' and u.path like '%/${district}/%'`,
  `insert into request (id, cohort, appeal, command, version, state) select gen_random_uuid(), cohort, id, 'file', 1, 'received' from filler`,
  `insert into appeal_words (cohort, appeal, words, units)
   select cohort, id, array_to_tsvector(array['路灯', 'w' || i % 50, 'x' || i]), case when i % 10 = 0 then array[${centre}, lead, ${district}] else array[${centre}, lead] end from filler`,
  `insert into suggestion (cohort, appeal, options) select cohort, id, jsonb_build_array(jsonb_build_object('unit', lead, 'matter', matter, 'confidence', 0.8, 'words', jsonb_build_array('路灯'))) from filler`,
  `insert into suggestion_outcome (cohort, appeal, filed_at, week, area, matter, unit, confidence, sure, failed, verdict)
   select cohort, id, at, date_trunc('week', at, 'Asia/Shanghai')::date, area, matter, lead, 0.8, true, false, (array['right', 'right', 'wrong'])[1 + i % 3] from filler`,
  `insert into event_position (position, cohort, appeal, seq) select 1000000 + row_number() over (order by i, seq), cohort, id, seq from filler, generate_series(1, ${eventsEach}) as seq`,
  `insert into figure (measure, dimension, key, hour, n)
   select measure, dimension, key, hour, 1 from generate_series(1, 1500) as h, unnest(array['filed', 'answered', 'dispatched', 'rated', 'solved', 'finish-due']) as measure,
     lateral (values ('city', ''), ('unit', (h % 136)::text), ('area', (h % 78)::text), ('channel', 'web'), ('kind', 'help'), ('matter', '010101')) as d(dimension, key),
     lateral (select date_trunc('hour', (select max(at) from filler)) - h * interval '1 hour' as hour) as t`,
  // As full as a city's: every unit, area and matter has something of every measure every day; written as the days go by.
  `insert into figure_day (dimension, day, key, sums)
   select d.dimension, date_trunc('day', (select max(at) from filler), 'Asia/Shanghai') - h * interval '1 day', d.key, s.sums
   from generate_series(0, 40) as h,
     lateral (select 'unit', id::text from unit where first_line union all select 'area', id::text from unit where level = 'subdistrict'
       union all select 'matter', code from matter where level = 3 union all values ('city', ''), ('channel', 'web'), ('kind', 'help')) as d(dimension, key),
     (select jsonb_object_agg('measure-' || m, 7 * m) || '{"filed": 3, "dispatched": 3, "answered": 2}' as sums from generate_series(1, 32) as m) as s
   order by h desc on conflict do nothing`,
  `insert into figure_last_days (dimension, key, sums)
   select dimension, key, jsonb_object_agg(measure, n) from (
     select dimension, d.key, m.key as measure, sum(m.value::int8) as n from last_days, figure_day d, jsonb_each_text(d.sums) as m
     where day >= since and day < until group by 1, 2, 3) s
   group by dimension, key on conflict (dimension, key) do update set sums = excluded.sums`,
];

/** What is counted of them, and what stands beside. */
const kept = (centre: number, district: number): readonly string[] => [
  `insert into counted (cohort, appeal, measure, hour, unit, kind, matter, channel, area, n)
   select cohort, id, measure, date_trunc('hour', at), lead, 'help', matter, channel, area, 1
   from filler, unnest(array['filed', 'dispatched', 'answered', 'finish-due', 'finished-in-time', 'rated', 'solved', 'let-go']) as measure`,
  `insert into open_now (dimension, key, n) select 'unit', lead::text, count(*) from filler where state = 'dispatched' group by lead
   union all select 'area', area::text, count(*) from filler where state in ('received', 'dispatched') group by area union all select 'city', '', 2000`,
  `insert into reference_change (list, at, account, why, request, items)
   select (array['unit', 'account', 'matter'])[1 + i % 3], at, 'demo-system-admin', '机构改革', gen_random_uuid(), 1 from filler`,
  `insert into reference_change_item (change, list, key, before, after)
   select id, list, case list when 'unit' then 'SZ-FT-YL' when 'account' then 'mayor' else '010101' end, '{"name": "旧"}', '{"name": "新"}' from reference_change`,
  `insert into light_now (cohort, appeal, clock, light, due, disputed, centre, unit, lead_2, lead_3, area)
   select cohort, filler.id, clock, case when i / 3 % 3 = 0 then 'red' else 'yellow' end, due, false, case when state = 'received' then ${centre} end,
     case when state = 'dispatched' then lead end, case when state = 'dispatched' then split_part(u.path, '/', 3)::int8 end,
     case when state = 'dispatched' then nullif(split_part(u.path, '/', 4), '')::int8 end, area
   from filler join unit u on u.id = filler.lead,
     lateral unnest(case state when 'received' then array['any', 'dispatch'] else array['any', 'contact', 'finish'] end) as clock
   where state in ('received', 'dispatched') and i % 4 > 0`,
  `insert into exclusion (cohort, appeal, unit, reason, granted_at, filed_at, kind, matter, channel, area)
   select cohort, id, lead, 'law-forbids', at, at, 'help', matter, channel, area from filler where i % 10 = 3`,
  `update appeal a set exclusion_asked = f.at from filler f where a.cohort = f.cohort and a.id = f.id and i % 50 = 3`,
  `insert into light_count (dimension, key, clock, light, n)
   select d.dimension, d.key, clock, light, count(*) from light_now, lateral (values ('city', ''), ('unit', unit::text), ('area', area::text)) as d(dimension, key)
   where d.key is not null group by 1, 2, 3, 4`,
  // Of two thousand events, all of this month, one unit's are few: its list must not pass over the others.
  `insert into hot_event (id, kind, name, area, district, unit, units, accused, first_at, last_at, appeals, withdrawn, heat, score, open, alerted, facts)
   select 1000000 + i, 'gathering', '路灯' || i, f.area, ${district}, f.lead, array[f.lead], '{}', at, at, 3, 0, extract(epoch from at) / 259200 + i * 1e-9, 3, true, false, '{}'
   from filler f where i <= 2000`,
  `insert into hot_event_unit (unit, event, district, heat) select unit, id, district, heat from hot_event where id > 1000000`,
  `insert into reveal (request, at, account, unit, cohort, appeal, field, purpose) select gen_random_uuid(), at, 'demo-operator', ${centre}, cohort, id, 'phone', '电话核实' from filler where i % 10 = 0`,
];
