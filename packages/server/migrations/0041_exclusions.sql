-- 剔除: which cases are left out of which unit's indicators, since when and why. Kept by the figures' reader, published.
create table exclusion (
  cohort int4 not null,
  appeal int8 not null,
  unit int8 not null,
  reason text not null,
  granted_at timestamptz not null,
  filed_at timestamptz not null,
  kind text not null,
  matter text,
  channel text not null,
  area int8,
  primary key (cohort, appeal, unit)
);
create index exclusion_newest on exclusion (granted_at desc, cohort desc, appeal desc, unit desc);
grant select on exclusion to suban_app;
