-- What people decide teaches the dispatch suggestion, and the suggestion measures itself. Nothing here holds a sentence, a
-- name or a number: words are hashes.

-- Of each matter, in how many of the texts decided to be about it each word stood: {"hash": n}, at most 600.
create table learnt_matter (
  matter text primary key,
  texts float8 not null,
  words jsonb not null,
  -- the position of the last event that changed it: processes fetch what is newer than what they have
  changed int8 not null
);
create index learnt_matter_changed on learnt_matter (changed);

-- How often a matter in an area (0: not known) was decided to be a unit's, and how often it turned out not to be.
create table learnt_unit (
  matter text not null,
  area int8 not null,
  unit int8 not null,
  kept int8 not null,
  refused int8 not null,
  changed int8 not null,
  primary key (matter, area, unit)
);

create index learnt_unit_changed on learnt_unit (changed);

-- What became of each appeal's first suggestion. No row-level security: ids only, fetched under it afterwards.
create table suggestion_outcome (
  cohort int4 not null,
  appeal int8 not null,
  filed_at timestamptz not null,
  -- Monday of the week it was filed in, in the city's zone
  week date not null,
  area int8,
  -- what was suggested first; null where nothing was
  matter text,
  unit int8,
  confidence float8 not null,
  -- was it sure enough to be shown?
  sure boolean not null,
  first_unit int8,
  failed boolean not null,
  verdict text not null check (verdict in ('open', 'right', 'wrong')),
  -- what was learnt of it and may have to be taken back
  learnt_matter text,
  learnt_unit int8,
  primary key (cohort, appeal)
);
create index suggestion_outcome_list on suggestion_outcome (sure, verdict, filed_at, cohort, appeal);
create index suggestion_outcome_matter on suggestion_outcome (matter, sure, verdict, filed_at, cohort, appeal);

-- The same counted, by week, matter ('' all), tenth of confidence, and whether it was shown.
create table suggestion_figure (
  matter text not null,
  week date not null,
  band int2 not null,
  sure boolean not null,
  filed int8 not null,
  judged int8 not null,
  hits int8 not null,
  primary key (matter, week, band, sure)
);
create index suggestion_figure_week on suggestion_figure (week);

grant select on learnt_matter, learnt_unit, suggestion_outcome, suggestion_figure to suban_app;
