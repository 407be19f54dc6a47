-- How long appeals took to their first answer, counted by group, week of filing and length; a prediction reads the weeks of
-- a few groups. Holds no appeal.
create table pace (
  -- domain/predict/pace.ts, groupsOf
  key text not null,
  week int4 not null,
  open int4 not null,
  answered int4[] not null,
  gone int4[] not null,
  primary key (key, week)
);
-- What the reader must remember of an appeal until it is answered or gone.
create table pace_open (
  cohort int4 not null,
  appeal int8 not null,
  filed_at timestamptz not null,
  kind text not null,
  urgency text not null,
  matter text,
  -- null until it is dispatched: only then is it counted
  unit int8,
  primary key (cohort, appeal)
);
grant select on pace to suban_app;
