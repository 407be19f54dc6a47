-- What the system does by itself: it follows masters, and tells citizens and staff.

-- A master's followers are walked page by page.
drop index appeal_followers;
create index appeal_followers on appeal (master_cohort, master, cohort, id) where master is not null;

-- The event a message is about, for its reason, and the date that the message names.
alter table notification add column seq int4, add column due timestamptz;

-- What a unit's people are told of, a row for each group of them: receivers and leaders, a centre's dispatchers …
create table notice (
  -- one reader writes them, so a later one has the greater id
  id int8 generated always as identity primary key,
  unit int8 not null,
  audience text not null check (audience in ('handling', 'crew', 'centre', 'arbitration', 'call-back', 'supervision')),
  cohort int4 not null,
  appeal int8 not null,
  seq int4 not null,
  what text not null,
  detail text,
  -- the unit it is about, where that is another
  about int8,
  at timestamptz not null
);
create unique index notice_once on notice (cohort, appeal, seq, unit, audience);
create index notice_feed on notice (unit, audience, id);

-- How far an account has read.
create table notice_mark (
  account text primary key references staff,
  read_to int8 not null
);

grant select on notice to suban_app;
grant select, insert, update on notice_mark to suban_app;
