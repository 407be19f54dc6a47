-- The lights that open appeals show now: a row a clock that is lit, and one, 'any', for the appeal itself. Raised and put out by
-- events, so a dashboard reads how many there are and a list walks the very rows, however much is in hand.
create table light_now (
  cohort int4 not null,
  appeal int8 not null,
  clock text not null check (clock in ('any', 'dispatch', 'acknowledge', 'contact', 'finish')),
  light text not null check (light in ('yellow', 'red')),
  -- the limit it is measured by: the list's order
  due timestamptz not null,
  -- need not be taken while it is in dispute: makes nobody late
  disputed boolean not null,
  -- the centre it waits at, or the order's lead with those above it
  centre int8,
  unit int8,
  lead_2 int8,
  lead_3 int8,
  area int8,
  primary key (cohort, appeal, clock)
);
create index light_now_in_hand on light_now (clock, light, due, cohort, appeal) where unit is not null;
create index light_now_waiting on light_now (clock, light, due, cohort, appeal) where unit is null;
create index light_now_unit on light_now (unit, clock, light, due, cohort, appeal) where unit is not null;
create index light_now_lead_2 on light_now (lead_2, clock, light, due, cohort, appeal) where unit is not null;
create index light_now_lead_3 on light_now (lead_3, clock, light, due, cohort, appeal) where unit is not null;
create index light_now_centre on light_now (centre, clock, light, due, cohort, appeal) where unit is null;
create index light_now_area on light_now (area, clock, light, due, cohort, appeal);

-- How many, for the whole city, by lead unit and by area.
create table light_count (
  dimension text not null check (dimension in ('city', 'unit', 'area')),
  key text not null,
  clock text not null,
  light text not null,
  n int8 not null,
  primary key (dimension, key, clock, light)
);
grant select on light_now, light_count to suban_app;

-- What is lit already. An event that is read again changes nothing: each says what is so from then on.
insert into light_now
  select a.cohort, a.id, c.clock, l.light, coalesce(r.due, c.due), coalesce(c.clock = 'acknowledge' and o.state in ('send-back-pending', 'in-arbitration'), false),
    case when o.no is null then a.centre end, o.unit, o.lead_2, o.lead_3, a.area
  from appeal a
  left join work_order o on o.cohort = a.cohort and o.appeal = a.id and o.no = a.orders and a.state = 'dispatched'
  cross join lateral (values
    ('dispatch', a.dispatch_due, a.state = 'received'),
    ('acknowledge', o.ack_due, o.acknowledged_at is null),
    ('contact', o.contact_due, o.contacted_at is null),
    ('finish', o.finish_due, true)) as c(clock, due, runs)
  cross join lateral (select case when a.beside -> 'raised' ? (c.clock || ':red') then 'red'
    when a.beside -> 'raised' ? (c.clock || ':yellow') then 'yellow' end as light) as l
  -- What was sent back has another limit at the centre than the appeal's own: the one its light was raised by.
  left join lateral (
    select to_timestamp((convert_from(e.body, 'UTF8')::jsonb #>> '{data,due}')::int8 / 1000.0) as due from appeal_event e
    where c.clock = 'dispatch' and e.cohort = a.cohort and e.appeal = a.id and e.type = 'light-raised' order by e.seq desc limit 1) r on true
  where a.state in ('received', 'dispatched') and c.due is not null and c.runs and l.light is not null;
insert into light_now
  select distinct on (cohort, appeal) cohort, appeal, 'any', light, due, disputed, centre, unit, lead_2, lead_3, area
  from light_now where not disputed order by cohort, appeal, light = 'red' desc, due;
insert into light_count
  select d.dimension, d.key, clock, light, count(*)
  from light_now, lateral (values ('city', ''), ('unit', unit::text), ('area', area::text)) as d(dimension, key)
  where d.key is not null group by 1, 2, 3, 4;

-- 督办中: what is followed up and not closed, for the city's list and its number.
create index appeal_under_follow_up on appeal (filed_at, cohort, id) where follow_up and state <> 'closed';
