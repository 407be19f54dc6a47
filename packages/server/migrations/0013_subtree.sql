-- Lists of a unit with all below it walk each unit's own orders: in the order of the list, and only those in hand.
drop index work_order_unit_due;
create index work_order_unit_due on work_order (unit, next_due, cohort, appeal) where next_due is not null;
create index work_order_unit_open on work_order (unit, offered_at, cohort, appeal) where next_due is not null;
