-- 服务记录: what was answered on the call or from the knowledge base, with or without an appeal. Most of what a city is asked.
create table service_contact (
  -- the request's own id: sent again, it is the same contact
  id uuid primary key,
  at timestamptz not null,
  account text not null,
  unit int8 not null,
  channel text not null,
  matter text,
  -- the appeal it was about, if any
  cohort int4,
  appeal int8,
  body text not null
);
create index service_contact_unit on service_contact (unit, at, id);
-- Counted as it is written: nobody has to count a year's contacts.
create table service_contact_hour (
  hour timestamptz not null,
  channel text not null,
  n int8 not null,
  primary key (hour, channel)
);
grant select, insert on service_contact to suban_app;
grant select, insert, update on service_contact_hour to suban_app;
