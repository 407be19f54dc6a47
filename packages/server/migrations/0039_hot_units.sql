-- Hot events by who sees them: the hot list of one unit's people walks its own, and passes over nobody else's. Those of two
-- appeals and more. Ids only, no row-level security: the events are fetched under it afterwards.
create table hot_event_unit (
  unit int8 not null,
  event int8 not null,
  district int8,
  heat float8 not null,
  primary key (event, unit)
);
create index hot_event_unit_heat on hot_event_unit (unit, heat desc, event);
create index hot_event_unit_district on hot_event_unit (unit, district, heat desc, event);
insert into hot_event_unit (unit, event, district, heat)
  select distinct u.unit, e.id, e.district, e.heat from hot_event e cross join unnest(e.units) as u(unit)
  where e.appeals - e.withdrawn > 1;
grant select on hot_event_unit to suban_app;
