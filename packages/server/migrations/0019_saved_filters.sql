-- What a person of the staff narrows a queue or a search to, kept under a name. Slots bound how many: two pages that save at
-- once cannot go beyond.
create table saved_filter (
  account text not null references staff (account),
  slot int2 not null check (slot between 1 and 20),
  -- the request's own id: sent again, it is the same filter
  id uuid not null,
  name text not null,
  -- a queue, or 'search'
  place text not null,
  filter jsonb not null,
  primary key (account, slot),
  unique (account, id)
);
grant select, insert, delete on saved_filter to suban_app;
