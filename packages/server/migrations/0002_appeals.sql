-- The truth: events, append-only. The state beside it: appeal and work_order. The erasable: texts and persons.

-- Each process takes a block of serials, so that filing needs no round trip for its number.
-- It begins again after eight digits: a serial need be unique within its month only.
create sequence appeal_serial increment by 100 maxvalue 99999901 cycle;

create table appeal (
  cohort int4 not null,
  id int8 not null,
  version int4 not null,
  state text not null,
  state_since timestamptz not null,
  kind text not null,
  channel text not null,
  urgency text not null,
  matter text,
  centre int8 not null,
  area int8,
  accused int8,
  confidential boolean not null,
  filed_at timestamptz not null,
  dispatch_due timestamptz not null,
  first_dispatched_at timestamptz,
  orders int2 not null default 0,
  send_backs int2 not null default 0,
  bounced_ms int8 not null default 0,
  dissatisfied int2 not null default 0,
  urges int4 not null default 0,
  last_urged_at timestamptz,
  follow_up boolean not null default false,
  solved boolean,
  external_id text,
  lat float8,
  long float8,
  missing text[] not null default '{}',
  -- hash of the last event: the next one chains to it
  head bytea not null,
  primary key (cohort, id)
);
-- One appeal for one of a channel's own ids, however often it is imported.
create unique index appeal_external on appeal (channel, external_id) where external_id is not null;
create index appeal_to_dispatch on appeal (centre, dispatch_due, cohort, id) where state = 'received';
create index appeal_dispatch_due on appeal (dispatch_due) where state = 'received';
create index appeal_to_rate on appeal (state_since, cohort, id) where state in ('awaiting-rating', 'answered-at-once');
create index appeal_followed_up on appeal (filed_at, cohort, id) where follow_up;
create index appeal_filed on appeal (filed_at, cohort, id);
create index appeal_state on appeal (state, filed_at, cohort, id);
create index appeal_area on appeal (area, filed_at, cohort, id);
create index appeal_matter on appeal (matter, filed_at, cohort, id);
create index appeal_channel on appeal (channel, filed_at, cohort, id);

create table work_order (
  cohort int4 not null,
  appeal int8 not null,
  no int2 not null,
  state text not null,
  cause text not null,
  unit int8 not null,
  holder int8 not null,
  centre int8 not null,
  designated boolean not null,
  offered_at timestamptz not null,
  ack_due timestamptz not null,
  contact_due timestamptz not null,
  finish_due timestamptz not null,
  acknowledged_at timestamptz,
  contacted_at timestamptz,
  answered_at timestamptz,
  drafted_by text,
  limit_source text not null,
  suggested_unit int8,
  -- the clock that runs out next; null when none runs
  next_due timestamptz,
  primary key (cohort, appeal, no)
);
create index work_order_in_hand on work_order (holder, next_due, cohort, appeal) where state in ('offered', 'acknowledged', 'working');
create index work_order_to_review on work_order (unit, next_due, cohort, appeal) where state = 'in-review';
create index work_order_send_backs on work_order (centre, next_due, cohort, appeal) where state = 'send-back-pending';
create index work_order_arbitration on work_order (next_due, cohort, appeal) where state = 'in-arbitration';
create index work_order_due on work_order (next_due, cohort, appeal) where next_due is not null;
create index work_order_unit_due on work_order (unit, next_due) where next_due is not null;
create index work_order_unit on work_order (unit, offered_at, cohort, appeal);

create table appeal_event (
  cohort int4 not null,
  appeal int8 not null,
  seq int4 not null,
  -- order of insertion, not of commit: the sequencer turns it into a position
  id int8 generated always as identity,
  type text not null,
  at timestamptz not null,
  -- the canonical bytes the hash is over; everything else about the event is in them
  body bytea not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (cohort, appeal, seq)
);
create unique index appeal_event_id on appeal_event (id);

create table appeal_text (
  cohort int4 not null,
  appeal int8 not null,
  seq int4 not null,
  slot text not null,
  salt bytea not null,
  -- null once erased; the event's commitment stays and the chain stays valid
  body text,
  primary key (cohort, appeal, seq, slot)
);

-- Who filed it, encrypted field by field.
create table person (
  cohort int4 not null,
  appeal int8 not null,
  salt bytea not null,
  name bytea,
  phone bytea,
  -- keyed hash of the phone: finds a caller's earlier appeals without reading any
  phone_key bytea,
  primary key (cohort, appeal)
);
create index person_phone on person (phone_key, cohort desc, appeal desc) where phone_key is not null;

-- Who may see an appeal: the units it is or was with, and those above them.
create table appeal_party (
  cohort int4 not null,
  appeal int8 not null,
  unit int8 not null,
  "as" text not null check ("as" in ('centre', 'lead', 'holder', 'superior')),
  primary key (cohort, appeal, unit, "as")
);

-- A command's own id: the same one again does nothing and is answered the same.
create table request (
  id uuid primary key,
  cohort int4 not null,
  appeal int8 not null,
  command text not null,
  version int4 not null,
  state text not null
);

create table photo (
  id uuid primary key,
  cohort int4,
  appeal int8,
  sha256 bytea not null,
  bytes int4 not null,
  width int4 not null,
  height int4 not null,
  uploaded_at timestamptz not null default now()
);
create index photo_appeal on photo (cohort, appeal) where appeal is not null;

create table reveal (
  id int8 generated always as identity primary key,
  request uuid not null unique,
  at timestamptz not null,
  account text not null,
  unit int8 not null,
  cohort int4 not null,
  appeal int8 not null,
  field text not null,
  purpose text not null
);

-- The second wall. `suban.scope` is 'all', 'unit:<id>' or 'appeal:<cohort>:<id>'; unset, nothing is to be seen.
create function may_see(in_cohort int4, in_appeal int8) returns boolean language sql stable as $$
  select case split_part(current_setting('suban.scope', true), ':', 1)
    when 'all' then true
    when 'unit' then exists (
      select from appeal_party p
      where p.cohort = in_cohort and p.appeal = in_appeal
        and p.unit = nullif(split_part(current_setting('suban.scope', true), ':', 2), '')::int8)
    when 'appeal' then current_setting('suban.scope', true) = 'appeal:' || in_cohort || ':' || in_appeal
    else false
  end
$$;

alter table appeal enable row level security;
alter table work_order enable row level security;
alter table appeal_event enable row level security;
alter table appeal_text enable row level security;
alter table person enable row level security;
create policy seen on appeal for select using (may_see(cohort, id));
create policy seen on work_order for select using (may_see(cohort, appeal));
create policy seen on appeal_event for select using (may_see(cohort, appeal));
create policy seen on appeal_text for select using (may_see(cohort, appeal));
create policy seen on person for select using (may_see(cohort, appeal));
create policy changed on appeal for update using (may_see(cohort, id)) with check (true);
create policy changed on work_order for update using (may_see(cohort, appeal)) with check (true);
-- Anybody may file; a new row is guarded by its key.
create policy filed on appeal for insert with check (true);
create policy filed on work_order for insert with check (true);
create policy filed on appeal_event for insert with check (true);
create policy filed on appeal_text for insert with check (true);
create policy filed on person for insert with check (true);

grant usage on sequence appeal_serial to suban_app;
grant select, insert, update on appeal, work_order to suban_app;
grant select, insert on appeal_event, appeal_text, person, appeal_party, request, reveal to suban_app;
grant select, insert, update on photo to suban_app;
