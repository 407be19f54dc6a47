-- Every count with the appeal it was: a number leads to the very cases behind it, and figures of a unit, a matter and a
-- channel at once come from here. What is counted as of now differs from before: the reader begins again at the first event.
create table counted (
  cohort int4 not null,
  appeal int8 not null,
  measure text not null,
  hour timestamptz not null,
  -- whose it is: the unit that answers for it, the dispatch centre's while no other has it
  unit int8 not null,
  kind text not null,
  -- '' before it is classified
  matter text not null,
  channel text not null,
  area int8,
  -- how often; of `held` how long, in ms. What was taken away again has no row.
  n int8 not null,
  primary key (cohort, appeal, measure, hour, unit, matter, kind)
);
create index counted_measure on counted (measure, hour, cohort, appeal);
create index counted_unit on counted (unit, measure, hour, cohort, appeal);
create index counted_matter on counted (matter, measure, hour, cohort, appeal);

-- What counting remembers of an appeal from one event to the next.
create table counted_life (
  cohort int4 not null,
  appeal int8 not null,
  life jsonb not null,
  primary key (cohort, appeal)
);

grant select on counted to suban_app;

truncate figure, open_now;
update reader set position = 0 where name = 'figures';
