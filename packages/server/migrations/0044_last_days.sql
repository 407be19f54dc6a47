-- The sums of the last thirty days, all measures of a key in one row: what the units' scores and the map show, without adding up
-- a month of days at every look. Kept beside figure_day by the figures' reader; last_days says which days they are of. A city that
-- has figures already gets them with its next event.
create table figure_last_days (
  dimension text not null,
  key text not null,
  sums jsonb not null,
  primary key (dimension, key)
) with (fillfactor = 50);
create table last_days (
  one boolean primary key default true check (one),
  since timestamptz not null,
  until timestamptz not null check (since < until)
);
grant select on figure_last_days, last_days to suban_app;
