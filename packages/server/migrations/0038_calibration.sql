-- A suggestion's confidence before the city's own record corrected it; null where it was not read from words.
alter table suggestion_outcome add column base float8;

-- What became of first suggestions, by week and band of that confidence (text/suggest/calibration.ts): what is shown is
-- corrected by it. A city's earlier suggestions were not calibrated and do not count.
create table suggestion_base (
  week date not null,
  band int2 not null,
  judged int8 not null,
  hits int8 not null,
  primary key (week, band)
);
grant select on suggestion_base to suban_app;
