-- What was decided about whose duty a matter is: later dispatches are shown it. Holds ids only; number and reason are
-- fetched under row-level security.
create table precedent (
  cohort int4 not null,
  appeal int8 not null,
  seq int4 not null,
  matter text not null,
  unit int8 not null,
  at timestamptz not null,
  -- arbitrated: designated by an arbiter; kept: a send-back that the centre refused
  how text not null check (how in ('arbitrated', 'kept')),
  primary key (cohort, appeal, seq)
);
create index precedent_matter on precedent (matter, at desc);
grant select on precedent to suban_app;
