-- The same event: what is kept of each appeal to find others like it. Filled by the reader `similar`.

-- Almost the words, so it is seen by whoever may see the appeal.
create table similar_appeal (
  cohort int4 not null,
  appeal int8 not null,
  -- how it is compared with others (text/similar/packed.ts)
  packed bytea not null,
  -- what it is found under
  tokens int4[] not null,
  primary key (cohort, appeal)
);
alter table similar_appeal enable row level security;
create policy seen on similar_appeal for select using (may_see(cohort, appeal));

-- Under each token the newest appeals that have it, as cohort × 10^12 + id, newest first. Never more than a page can
-- hold: a look-up costs the same at a thousand appeals and at a million. Ids and tokens only, no row-level security.
create table similar_token (
  token int4 primary key,
  newest int8[] not null
) with (fillfactor = 80);

-- Which earlier appeals each was most like when it was filed; ids only.
create table similar_match (
  cohort int4 not null,
  appeal int8 not null,
  other_cohort int4 not null,
  other int8 not null,
  chance float4 not null,
  primary key (cohort, appeal, other_cohort, other)
);

-- Words that are erased leave nothing here they could be guessed from.
create function forget_similar() returns trigger language plpgsql security definer set search_path = public as $$
declare
  had int4[];
begin
  delete from similar_appeal where cohort = new.cohort and appeal = new.appeal returning tokens into had;
  update similar_token set newest = array_remove(newest, new.cohort::int8 * 1000000000000 + new.appeal) where token = any (had);
  delete from similar_match where cohort = new.cohort and appeal = new.appeal;
  return null;
end
$$;
create trigger forget_similar after update of body on appeal_text for each row
  when (old.body is not null and new.body is null and new.seq = 1) execute function forget_similar();

grant select on similar_appeal, similar_token, similar_match to suban_app;
