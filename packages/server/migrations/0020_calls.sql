-- 来电: what telephone exchanges tell of calls. A call is counted as it is told, so nobody has to count a year's calls; its
-- number is kept encrypted like a person's, and not for ever.
create table call (
  -- whose exchange it is, and the exchange's own id
  partner text not null,
  call_id text not null,
  -- what our own pages call it
  id uuid not null unique default gen_random_uuid(),
  line text not null default '',
  -- at whose desk it rings or who took it
  operator text references staff,
  phone bytea,
  phone_key bytea,
  offered_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  abandoned_at timestamptz,
  -- the moment told first
  told_at timestamptz not null,
  -- seconds within which it was to be answered
  within int4 not null,
  -- it rings or is spoken
  open boolean not null default true,
  primary key (partner, call_id)
);
create index call_open on call (operator, told_at desc) where open and operator is not null;
create index call_keep on call (told_at) where phone is not null;

-- line '' is all of them together
create table call_hour (
  line text not null,
  measure text not null,
  hour timestamptz not null,
  n int8 not null,
  primary key (line, measure, hour)
);

-- The call a service contact was given on.
alter table service_contact add column call uuid;

grant select, insert, update on call to suban_app;
grant select, insert, update on call_hour to suban_app;
