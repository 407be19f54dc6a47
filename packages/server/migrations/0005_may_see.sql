-- The same rule as before in plpgsql, which keeps its plan: a function in SQL with a subquery is not inlined, and costs
-- ten times as much a row.
create or replace function may_see(in_cohort int4, in_appeal int8) returns boolean language plpgsql stable as $$
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
  return coalesce(scope = 'appeal:' || in_cohort || ':' || in_appeal, false);
end
$$;
