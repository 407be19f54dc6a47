-- What follows the events: the sequencer's positions, each reader's checkpoint, and what readers keep.

-- The one order of all events, dense: nobody who follows it skips a slow transaction.
create table event_position (
  position int8 primary key,
  cohort int4 not null,
  appeal int8 not null,
  seq int4 not null
);

create table sequencer (
  one boolean primary key default true check (one),
  -- highest event id seen
  last_id int8 not null default 0,
  last_position int8 not null default 0,
  -- ids below it not seen yet: {id, until}: given up once every transaction running then has ended
  gaps jsonb not null default '[]'
);
insert into sequencer default values;

create table reader (
  name text primary key,
  position int8 not null default 0
);

-- How often something happened, by hour, for the whole city and along each dimension.
create table figure (
  measure text not null,
  dimension text not null check (dimension in ('city', 'unit', 'area', 'matter', 'channel', 'kind')),
  key text not null,
  hour timestamptz not null,
  n int8 not null,
  -- hour before key: a period of all keys is one range, and old hours are never touched
  primary key (measure, dimension, hour, key)
);

-- How many are open now, for the whole city, by lead unit and by area.
create table open_now (
  dimension text not null check (dimension in ('city', 'unit', 'area')),
  key text not null,
  n int8 not null,
  primary key (dimension, key)
);

create table suggestion (
  cohort int4 not null,
  appeal int8 not null,
  -- up to three, best first: {unit, matter, confidence, words}
  options jsonb not null,
  primary key (cohort, appeal)
);

-- Words only, no row-level security: ids found here are fetched under it afterwards.
create table appeal_words (
  cohort int4 not null,
  appeal int8 not null,
  words tsvector not null,
  primary key (cohort, appeal)
);
-- By month first: a search looks through the newest months and stops, whatever the table has grown to.
create extension if not exists btree_gin;
create index appeal_words_gin on appeal_words using gin (cohort, words);

create table notification (
  -- names event and hearer, so that a message is made once however often its event is read
  key text primary key,
  cohort int4 not null,
  appeal int8 not null,
  template text not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  outcome text
);
create index notification_appeal on notification (cohort, appeal);

grant select on figure, open_now, suggestion, appeal_words, notification, event_position, reader, sequencer to suban_app;
