-- What is true of an appeal or an order beside its state (督办, 挂账, 申请, 协办, 并单 …): most have little of it, and no query
-- looks into it; what a queue looks for has a column of its own.
alter table appeal
  -- the version of the settings it was filed under
  add column rules int8 not null default 0,
  -- null while it is as it was filed
  add column beside jsonb,
  -- when the system has next to look at it
  add column next_watch timestamptz,
  add column master_cohort int4,
  add column master int8,
  add column call_back text;
create index appeal_watch on appeal (next_watch, cohort, id) where next_watch is not null;
create index appeal_followers on appeal (master_cohort, master) where master is not null;
create index appeal_call_back on appeal (state_since, cohort, id) where call_back is not null;

alter table work_order
  add column beside jsonb not null default '{}',
  -- what its unit asks leave for: extension, ledger, termination, closure
  add column asked text,
  add column review_at timestamptz;
create index work_order_asked on work_order (centre, next_due, cohort, appeal) where asked <> 'closure';
create index work_order_closures on work_order (next_due, cohort, appeal) where asked = 'closure';
create index work_order_ledger on work_order (unit, review_at, cohort, appeal) where state = 'on-ledger';

alter table appeal_party drop constraint appeal_party_as_check,
  add constraint appeal_party_as_check check ("as" in ('centre', 'lead', 'holder', 'superior', 'co-handler')),
  -- until when a co-handler owes its report; null once it has given it
  add column due timestamptz;
create index appeal_party_owed on appeal_party (unit, due, cohort, appeal) where due is not null;
grant update on appeal_party to suban_app;

alter table unit drop constraint unit_kind_check,
  add constraint unit_kind_check
  check (kind in ('government', 'department', 'dispatch-centre', 'supervision', 'enterprise', 'partner'));

-- 结案标准: what must be there before the matter can be answered.
alter table matter add column evidence text[] not null default '{}';
