-- Changed limits are for new appeals only: what a matter's limits were before, each until when, oldest first, so that an
-- appeal is dispatched under those of its filing.
alter table matter add column earlier jsonb not null default '[]';
