-- Hot events and early warning (热点与预警).

-- The detector's own memory, so that whoever goes on with it goes on exactly. Holds words: not for the application's role.
create table hot_detector (
  one boolean primary key default true check (one),
  -- of what program the rest is; of another's nothing can be read
  form int4 not null,
  -- of the last event taken
  position int8 not null,
  -- taken since the parts were saved
  steps int4 not null
);
create table hot_detector_part (
  part int4 primary key,
  body bytea not null
);
create table hot_detector_step (
  position int8 primary key,
  body bytea not null
);

create table hot_event (
  id int8 primary key,
  -- gathering: appeals of one thing; rise: a day's appeals of one problem, far above the usual
  kind text not null check (kind in ('gathering', 'rise')),
  name text not null,
  place text,
  problem text,
  -- a subdistrict or district, and its district
  area int8,
  district int8,
  -- the unit responsible, those it and its superiors are, and those complained of
  unit int8 not null,
  units int8[] not null,
  accused int8[] not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  appeals int4 not null,
  withdrawn int4 not null,
  heat float8 not null,
  score float8 not null,
  open boolean not null,
  alerted boolean not null,
  -- the first formal follow-up of one of its appeals
  followed_up_at timestamptz,
  -- what its unit and area follow from: {leads, areas, guess}
  facts jsonb not null
);
create index hot_event_heat on hot_event (heat desc, id);
create index hot_event_district on hot_event (district, heat desc, id);

-- Ids only, no row-level security: the appeals are fetched under it afterwards.
create table hot_event_member (
  event int8 not null,
  cohort int4 not null,
  appeal int8 not null,
  at timestamptz not null,
  lead int8,
  withdrawn boolean not null default false,
  primary key (event, cohort, appeal)
);
create index hot_event_member_newest on hot_event_member (event, at desc, cohort desc, appeal desc);
create index hot_event_member_appeal on hot_event_member (cohort, appeal);

-- Appeals by day since 1970 in the city's zone: of an event, and of every problem.
create table hot_event_day (
  event int8 not null,
  day int4 not null,
  n int4 not null,
  primary key (event, day)
);
create table problem_day (
  problem text not null,
  day int4 not null,
  n int4 not null,
  primary key (problem, day)
);

-- Groups of three and more that dispatchers merged: what was found by hand.
create table merged_group (
  cohort int4 not null,
  appeal int8 not null,
  at timestamptz not null,
  primary key (cohort, appeal)
);
create index merged_group_at on merged_group (at);

create table alert (
  id int8 generated always as identity primary key,
  event int8 not null,
  cause text not null check (cause in ('gathering', 'sensitive', 'rise', 'marked')),
  -- the appeal at which it was raised: with the cause it makes the alert one, whoever raises it again
  cohort int4 not null,
  appeal int8 not null,
  word text,
  count int4 not null,
  expected float8,
  score float8 not null,
  unit int8 not null,
  rules int8 not null,
  raised_at timestamptz not null,
  due timestamptz not null,
  state text not null check (state in ('open', 'confirmed', 'dismissed')),
  light text not null check (light in ('green', 'yellow', 'red')),
  followed_up boolean not null default false,
  judged_at timestamptz,
  measure text,
  version int4 not null,
  -- hash of its last record
  head bytea not null,
  next_watch timestamptz,
  unique (cohort, appeal, cause)
);
create index alert_open on alert (due, id) where state = 'open';
create index alert_open_unit on alert (unit, due, id) where state = 'open';
create index alert_raised on alert (raised_at desc, id desc);
create index alert_event_of on alert (event);
create index alert_watch on alert (next_watch, id) where next_watch is not null;

-- What happened to it, who did it and why: only ever added to. Bytes and hashes as of an appeal's events.
create table alert_log (
  alert int8 not null references alert (id),
  seq int4 not null,
  at timestamptz not null,
  type text not null,
  account text,
  unit int8,
  request uuid unique,
  salt bytea,
  reason text,
  body bytea not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (alert, seq)
);

create function may_see_event(units int8[], accused int8[]) returns boolean language plpgsql stable as $$
declare
  scope text := current_setting('suban.scope', true);
begin
  if scope = 'all' then
    return true;
  end if;
  if scope like 'all-but:%' then
    return not (accused && string_to_array(substr(scope, 9), ',')::int8[]);
  end if;
  if scope like 'unit:%' then
    return nullif(substr(scope, 6), '')::int8 = any (units);
  end if;
  return false;
end
$$;
alter table hot_event enable row level security;
create policy seen on hot_event for select using (may_see_event(units, accused));
alter table alert enable row level security;
create policy seen on alert for select using (exists (select from hot_event e where e.id = event));
alter table alert_log enable row level security;
create policy seen on alert_log for select using (exists (select from alert a where a.id = alert));

grant select on hot_event, hot_event_member, hot_event_day, problem_day, merged_group, alert, alert_log to suban_app;

-- A notice may be of an alert.
alter table notice add column alert int8;
alter table notice drop constraint notice_audience_check;
alter table notice add constraint notice_audience_check
  check (audience in ('handling', 'crew', 'centre', 'arbitration', 'call-back', 'supervision', 'alerts'));
drop index notice_once;
create unique index notice_once on notice (cohort, appeal, seq, unit, audience) where alert is null;
create unique index notice_alert_once on notice (alert, seq, unit, audience) where alert is not null;
