-- Since when a wish to be excluded waits for a decision: what the supervisors' queue of them walks.
alter table appeal add column exclusion_asked timestamptz;
update appeal a set exclusion_asked = (
    select max(e.at) from appeal_event e where e.cohort = a.cohort and e.appeal = a.id and e.type = 'exclusion-asked')
  where a.beside @> '{"exclusions": [{"state": "asked"}]}';
create index appeal_exclusion_asked on appeal (exclusion_asked, cohort, id) where exclusion_asked is not null;
