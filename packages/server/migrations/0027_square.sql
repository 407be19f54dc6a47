-- 公开广场: closed requests whose citizens agreed that others may read them. Holds no words: those are fetched, masked, when read.
create table square (
  cohort int4 not null,
  appeal int8 not null,
  kind text not null,
  matter text,
  -- the catalogue's first level
  section text,
  area int8,
  district int8,
  -- the unit that answered, when, and where the answer's words are
  unit int8,
  answered_at timestamptz,
  answer_seq int4,
  solved boolean,
  -- the mean of the four stars
  stars float4,
  -- null: not closed, or open again
  published_at timestamptz,
  primary key (cohort, appeal)
);
create index square_newest on square (published_at, cohort, appeal) where published_at is not null;
create index square_section on square (section, published_at, cohort, appeal) where published_at is not null;
create index square_district on square (district, published_at, cohort, appeal) where published_at is not null;
create index square_district_section on square (district, section, published_at, cohort, appeal) where published_at is not null;
create index square_area on square (area, published_at, cohort, appeal) where published_at is not null;
create index square_area_section on square (area, section, published_at, cohort, appeal) where published_at is not null;
grant select on square to suban_app;
