-- Complaints about a dispatch centre are dispatched by whoever leads the unit above it: few, found without reading others.
create index appeal_accused on appeal (accused, centre, state, dispatch_due, cohort, id) where accused is not null;

-- An event is appended to an appeal that its writer may see. The first is filing: there can be no other of that number, for
-- the key admits one. Where complaints about a unit are hidden from its people, row-level security says which an appeal is.
create function may_append(in_cohort int4, in_appeal int8, in_seq int4) returns boolean language plpgsql stable as $$
begin
  if in_seq = 1 then
    return true;
  end if;
  if current_setting('suban.scope', true) like 'all-but:%' then
    return exists (select from appeal a where a.cohort = in_cohort and a.id = in_appeal);
  end if;
  return may_see(in_cohort, in_appeal);
end
$$;
drop policy filed on appeal_event;
create policy filed on appeal_event for insert with check (may_append(cohort, appeal, seq));
