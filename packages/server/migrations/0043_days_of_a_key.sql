-- The days of a few keys, as the indicators of a unit and all below it want them. The primary key has the day before the key;
-- PostgreSQL before 18 cannot skip within it, and would read every key of every day.
create index figure_day_key on figure_day (dimension, key, day);
