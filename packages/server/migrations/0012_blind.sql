-- A complaint about a unit is not for its people to see, also where they see all else: 'all-but:<id>,<id>' names the units.
create or replace function may_see(in_cohort int4, in_appeal int8) returns boolean language plpgsql stable as $$
declare
  scope text := current_setting('suban.scope', true);
begin
  if scope = 'all' or scope like 'all-but:%' then
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
-- Asked only of the few appeals that accuse a unit.
create function blind_to(accused int8) returns boolean language plpgsql stable as $$
declare
  scope text := current_setting('suban.scope', true);
begin
  return coalesce(scope like 'all-but:%' and accused = any (string_to_array(substr(scope, 9), ',')::int8[]), false);
end
$$;
drop policy seen on appeal;
create policy seen on appeal for select using (may_see(cohort, id) and (accused is null or not blind_to(accused)));
drop policy changed on appeal;
create policy changed on appeal for update
  using (may_see(cohort, id) and (accused is null or not blind_to(accused))) with check (true);
