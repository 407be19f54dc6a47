-- Figures summed by the city's day, all measures of a key in one row: what a dashboard adds up over a month is some thousand
-- rows, however much was counted by the hour.
create table figure_day (
  dimension text not null,
  day timestamptz not null,
  key text not null,
  sums jsonb not null,
  primary key (dimension, day, key)
);
grant select on figure_day to suban_app;
insert into figure_day (dimension, day, key, sums)
  select dimension, day, key, jsonb_object_agg(measure, n)
  from (
    select dimension, date_trunc('day', hour, 'Asia/Shanghai') as day, key, measure, sum(n) as n
    from figure group by 1, 2, 3, 4) f
  group by dimension, day, key;
