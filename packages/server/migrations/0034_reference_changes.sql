-- Units, accounts and the duty catalogue are changed in the manager end: who changed what, when, from what to what and
-- why. One log for the three; a change of many entries (a catalogue uploaded) is one change with an item each. What the
-- lists hold is the sum of it. Nothing is ever taken out of them: codes are in records, so they are made inactive.
create table reference_change (
  id int8 generated always as identity primary key,
  list text not null check (list in ('unit', 'account', 'matter')),
  at timestamptz not null,
  account text not null references staff,
  why text not null,
  request uuid not null unique,
  -- the change this one takes back
  undoes int8 references reference_change,
  items int4 not null
);
create index reference_change_list on reference_change (list, id);
create index reference_change_undoes on reference_change (undoes) where undoes is not null;

-- Of a changed entry the fields that differ; of an added one, `before` null, all of them.
create table reference_change_item (
  change int8 not null references reference_change,
  list text not null,
  key text not null,
  before jsonb,
  after jsonb not null,
  primary key (change, key)
);
create index reference_change_item_key on reference_change_item (list, key, change);

-- A record is added to and never changed, by whoever it be.
create function never_changed() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger never_changed before update or delete or truncate on reference_change
  for each statement execute function never_changed();
create trigger never_changed before update or delete or truncate on reference_change_item
  for each statement execute function never_changed();

-- The last change of an entry; 0: it is as the city began with it. Who has not seen it overwrites nothing.
alter table unit add column changed int8 not null default 0;
alter table matter add column changed int8 not null default 0;
alter table staff add column changed int8 not null default 0;

-- A staff account has no password until its owner opens this link, once. Kept as a hash.
create table activation (
  account text primary key references staff,
  code_hash bytea not null,
  expires_at timestamptz not null
);

-- Accounts are found by unit, role, user name and name; those that keep the city are looked at with every change.
drop index staff_unit;
create index staff_unit on staff (unit, username);
create index staff_roles on staff using gin (roles);
create index staff_username on staff (username text_pattern_ops);
create index staff_name on staff (name text_pattern_ops);
create index staff_keepers on staff (account) where active and roles && array['system-admin', 'security-admin'];
