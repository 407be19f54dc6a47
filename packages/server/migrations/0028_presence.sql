-- Who has a case's page open now. Told anew every few seconds and worth nothing afterwards: not logged, and gone with a crash.
create unlogged table presence (
  account text not null,
  cohort int4 not null,
  appeal int8 not null,
  -- viewing, typing, answering
  doing text not null,
  -- until then, unless it is told again
  until timestamptz not null,
  primary key (account, cohort, appeal)
);
create index presence_case on presence (cohort, appeal);
grant select, insert, update, delete on presence to suban_app;
