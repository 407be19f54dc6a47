-- Who may see a case is also the list of a unit's cases: newest first, by matter, followed up. What a list narrows by is kept
-- beside the relation, so that nobody's list walks the whole city's and leaves out what is not theirs.
alter table appeal_party
  add column filed_at timestamptz,
  add column matter text,
  add column follow_up boolean not null default false;
update appeal_party p set filed_at = a.filed_at, matter = a.matter, follow_up = a.follow_up
  from appeal a where a.cohort = p.cohort and a.id = p.appeal;
alter table appeal_party alter column filed_at set not null;
create index appeal_party_filed on appeal_party (unit, filed_at, cohort, appeal);
create index appeal_party_matter on appeal_party (unit, matter, filed_at, cohort, appeal) where matter is not null;
create index appeal_party_followed_up on appeal_party (unit, filed_at, cohort, appeal) where follow_up;

-- The lead's ancestors at the second and third level of the tree, itself included: a district's or a subdistrict's orders by
-- what is due first, without one range for each unit below it.
alter table work_order add column lead_2 int8, add column lead_3 int8;
update work_order o set lead_2 = split_part(u.path, '/', 3)::int8, lead_3 = nullif(split_part(u.path, '/', 4), '')::int8
  from unit u where u.id = o.unit and split_part(u.path, '/', 3) <> '';
create index work_order_lead_2 on work_order (lead_2, next_due, cohort, appeal) where next_due is not null;
create index work_order_lead_3 on work_order (lead_3, next_due, cohort, appeal) where next_due is not null;
drop index work_order_unit_open;

-- Whoever sees what waits at a centre below them: a district's government its dispatch centre's.
insert into appeal_party (cohort, appeal, unit, "as", filed_at, matter, follow_up)
  select p.cohort, p.appeal, above.id, 'superior', p.filed_at, p.matter, p.follow_up
  from appeal_party p join unit u on u.id = p.unit join unit above on u.path like above.path || '%' and above.id <> u.id and above.parent is not null
  where p."as" = 'centre'
  on conflict do nothing;

-- A unit's search asks for its own in the same index as for the words.
alter table appeal_words add column units int8[] not null default '{}';
update appeal_words w set units = p.units
  from (select cohort, appeal, array_agg(distinct unit) as units from appeal_party group by cohort, appeal) p
  where p.cohort = w.cohort and p.appeal = w.appeal;
drop index appeal_words_gin;
create index appeal_words_gin on appeal_words using gin (cohort, words, units);
