-- Partners that file over Open311: their keys, and what each of them filed.

create table partner_key (
  -- SHA-256 of the key; the key itself is kept nowhere
  key_hash bytea primary key,
  -- two keys of one name are one partner: a new key is given before the old one is stopped
  name text not null,
  active boolean not null default true
);

-- Written before the appeal is filed, so that whoever reads the filing finds it. One without its appeal is a filing that
-- was broken off; the same one sent again completes it.
create table partner_request (
  -- the appeal's external id
  external_id text primary key,
  partner text not null,
  -- the matter the partner named: the first dispatch suggestion
  service_code text not null,
  received_at timestamptz not null
);
create index partner_request_own on partner_request (partner, received_at, external_id);

-- Updates are looked for where there can be any: in what is open, and in what has changed its state since.
create index appeal_open311_open on appeal (cohort, id) where channel = 'open311' and state in ('received', 'dispatched');
create index appeal_open311_since on appeal (state_since, cohort, id) where channel = 'open311';

grant select on partner_key to suban_app;
-- "update" only so that one statement can answer with the row that is there already.
grant select, insert, update on partner_request to suban_app;
