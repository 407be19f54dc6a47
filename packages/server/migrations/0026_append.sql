-- The same rule for appending an event at half the cost: filing is told by its seq alone, and one function looks, not two.
drop policy filed on appeal_event;
drop function may_append(int4, int8, int4);
create function may_append(in_cohort int4, in_appeal int8) returns boolean language plpgsql stable as $$
declare
  scope text := current_setting('suban.scope', true);
begin
  if scope = 'all' then
    return true;
  end if;
  if scope like 'unit:%' then
    return exists (
      select from appeal_party p
      where p.cohort = in_cohort and p.appeal = in_appeal and p.unit = nullif(substr(scope, 6), '')::int8);
  end if;
  if scope like 'all-but:%' then
    return exists (select from appeal a where a.cohort = in_cohort and a.id = in_appeal);
  end if;
  return coalesce(scope = format('appeal:%s:%s', in_cohort, in_appeal), false);
end
$$;
-- An appeal has its first event once, by its key: whoever files appends to no appeal that is there.
create policy filed on appeal_event for insert with check (seq = 1 or may_append(cohort, appeal));
