-- Settings are versions and the calendar is years: who changed what, when, from when on and why. A version in force is
-- never changed or taken back; a newer one follows it. Version 0 is what the city began with.
alter table setting
  add column base int8 references setting,
  add column made_at timestamptz not null default now(),
  add column account text references staff,
  add column why text not null default '',
  add column request uuid unique,
  add column withdrawn_at timestamptz,
  add column withdrawn_by text references staff;

-- A year is published when it stands here; its newest version is what calendar_day has.
create table calendar_year (
  version int8 generated always as identity primary key,
  year int4 not null,
  days jsonb not null,
  made_at timestamptz not null default now(),
  account text references staff,
  why text not null default '',
  request uuid unique
);
create index calendar_year_newest on calendar_year (year, version desc);
insert into calendar_year (year, days)
select extract(year from day)::int4, jsonb_agg(jsonb_build_object('day', day, 'kind', kind, 'name', name) order by day)
from calendar_day group by 1;

grant select on calendar_year to suban_app;
