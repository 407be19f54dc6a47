-- Made by: node packages/server/platform/schema-dump.ts

create table activation (
  account text not null,
  code_hash bytea not null,
  expires_at timestamp with time zone not null
);
create table alert (
  id bigint not null generated always as identity,
  event bigint not null,
  cause text not null,
  cohort integer not null,
  appeal bigint not null,
  word text,
  count integer not null,
  expected double precision,
  score double precision not null,
  unit bigint not null,
  rules bigint not null,
  raised_at timestamp with time zone not null,
  due timestamp with time zone not null,
  state text not null,
  light text not null,
  followed_up boolean not null default false,
  judged_at timestamp with time zone,
  measure text,
  version integer not null,
  head bytea not null,
  next_watch timestamp with time zone
);
alter table alert enable row level security;
create table alert_log (
  alert bigint not null,
  seq integer not null,
  at timestamp with time zone not null,
  type text not null,
  account text,
  unit bigint,
  request uuid,
  salt bytea,
  reason text,
  body bytea not null,
  prev_hash bytea not null,
  hash bytea not null
);
alter table alert_log enable row level security;
create table appeal (
  cohort integer not null,
  id bigint not null,
  version integer not null,
  state text not null,
  state_since timestamp with time zone not null,
  kind text not null,
  channel text not null,
  urgency text not null,
  matter text,
  centre bigint not null,
  area bigint,
  accused bigint,
  confidential boolean not null,
  filed_at timestamp with time zone not null,
  dispatch_due timestamp with time zone not null,
  first_dispatched_at timestamp with time zone,
  orders smallint not null default 0,
  send_backs smallint not null default 0,
  bounced_ms bigint not null default 0,
  dissatisfied smallint not null default 0,
  urges integer not null default 0,
  last_urged_at timestamp with time zone,
  follow_up boolean not null default false,
  solved boolean,
  external_id text,
  lat double precision,
  long double precision,
  missing text[] not null default '{}'::text[],
  head bytea not null,
  rules bigint not null default 0,
  beside jsonb,
  next_watch timestamp with time zone,
  master_cohort integer,
  master bigint,
  call_back text,
  exclusion_asked timestamp with time zone
);
alter table appeal enable row level security;
create table appeal_event (
  cohort integer not null,
  appeal bigint not null,
  seq integer not null,
  id bigint not null generated always as identity,
  type text not null,
  at timestamp with time zone not null,
  body bytea not null,
  prev_hash bytea not null,
  hash bytea not null
);
alter table appeal_event enable row level security;
create table appeal_party (
  cohort integer not null,
  appeal bigint not null,
  unit bigint not null,
  as text not null,
  due timestamp with time zone,
  filed_at timestamp with time zone not null,
  matter text,
  follow_up boolean not null default false
);
create table appeal_text (
  cohort integer not null,
  appeal bigint not null,
  seq integer not null,
  slot text not null,
  salt bytea not null,
  body text
);
alter table appeal_text enable row level security;
create table appeal_words (
  cohort integer not null,
  appeal bigint not null,
  words tsvector not null,
  units bigint[] not null default '{}'::bigint[]
);
create table auth_account (
  id text not null,
  user_id text not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
create table auth_session (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
create table auth_user (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  username text,
  display_username text,
  phone_number text,
  phone_number_verified boolean,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
create table auth_verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
create table calendar_day (
  day date not null,
  kind text not null,
  name text not null
);
create table calendar_year (
  version bigint not null generated always as identity,
  year integer not null,
  days jsonb not null,
  made_at timestamp with time zone not null default now(),
  account text,
  why text not null default ''::text,
  request uuid
);
create table call (
  partner text not null,
  call_id text not null,
  id uuid not null default gen_random_uuid(),
  line text not null default ''::text,
  operator text,
  phone bytea,
  phone_key bytea,
  offered_at timestamp with time zone,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  abandoned_at timestamp with time zone,
  told_at timestamp with time zone not null,
  within integer not null,
  open boolean not null default true
);
create table call_hour (
  line text not null,
  measure text not null,
  hour timestamp with time zone not null,
  n bigint not null
);
create table counted (
  cohort integer not null,
  appeal bigint not null,
  measure text not null,
  hour timestamp with time zone not null,
  unit bigint not null,
  kind text not null,
  matter text not null,
  channel text not null,
  area bigint,
  n bigint not null
);
create table counted_life (
  cohort integer not null,
  appeal bigint not null,
  life jsonb not null
);
create table event_position (
  position bigint not null,
  cohort integer not null,
  appeal bigint not null,
  seq integer not null
);
create table exclusion (
  cohort integer not null,
  appeal bigint not null,
  unit bigint not null,
  reason text not null,
  granted_at timestamp with time zone not null,
  filed_at timestamp with time zone not null,
  kind text not null,
  matter text,
  channel text not null,
  area bigint
);
create table figure (
  measure text not null,
  dimension text not null,
  key text not null,
  hour timestamp with time zone not null,
  n bigint not null
);
create table figure_day (
  dimension text not null,
  day timestamp with time zone not null,
  key text not null,
  sums jsonb not null
);
create table figure_last_days (
  dimension text not null,
  key text not null,
  sums jsonb not null
);
create table hot_detector (
  one boolean not null default true,
  form integer not null,
  position bigint not null,
  steps integer not null
);
create table hot_detector_part (
  part integer not null,
  body bytea not null
);
create table hot_detector_step (
  position bigint not null,
  body bytea not null
);
create table hot_event (
  id bigint not null,
  kind text not null,
  name text not null,
  place text,
  problem text,
  area bigint,
  district bigint,
  unit bigint not null,
  units bigint[] not null,
  accused bigint[] not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  appeals integer not null,
  withdrawn integer not null,
  heat double precision not null,
  score double precision not null,
  open boolean not null,
  alerted boolean not null,
  followed_up_at timestamp with time zone,
  facts jsonb not null
);
alter table hot_event enable row level security;
create table hot_event_day (
  event bigint not null,
  day integer not null,
  n integer not null
);
create table hot_event_member (
  event bigint not null,
  cohort integer not null,
  appeal bigint not null,
  at timestamp with time zone not null,
  lead bigint,
  withdrawn boolean not null default false
);
create table hot_event_unit (
  unit bigint not null,
  event bigint not null,
  district bigint,
  heat double precision not null
);
create table last_days (
  one boolean not null default true,
  since timestamp with time zone not null,
  until timestamp with time zone not null
);
create table learnt_matter (
  matter text not null,
  texts double precision not null,
  words jsonb not null,
  changed bigint not null
);
create table learnt_unit (
  matter text not null,
  area bigint not null,
  unit bigint not null,
  kept bigint not null,
  refused bigint not null,
  changed bigint not null
);
create table light_count (
  dimension text not null,
  key text not null,
  clock text not null,
  light text not null,
  n bigint not null
);
create table light_now (
  cohort integer not null,
  appeal bigint not null,
  clock text not null,
  light text not null,
  due timestamp with time zone not null,
  disputed boolean not null,
  centre bigint,
  unit bigint,
  lead_2 bigint,
  lead_3 bigint,
  area bigint
);
create table map_cell (
  unit bigint not null,
  rings jsonb not null
);
create table matter (
  code text not null,
  parent text,
  level smallint not null,
  name text not null,
  name_en text not null,
  keywords text[] not null default '{}'::text[],
  responsible_function text,
  responsible_level text,
  backstop_function text,
  backstop_level text,
  finish_days jsonb not null default '{}'::jsonb,
  urgent_hours integer,
  may_push_down boolean not null default true,
  active boolean not null default true,
  evidence text[] not null default '{}'::text[],
  changed bigint not null default 0,
  earlier jsonb not null default '[]'::jsonb
);
create table merged_group (
  cohort integer not null,
  appeal bigint not null,
  at timestamp with time zone not null
);
create table migration (
  name text not null,
  at timestamp with time zone not null default now()
);
create table notice (
  id bigint not null generated always as identity,
  unit bigint not null,
  audience text not null,
  cohort integer not null,
  appeal bigint not null,
  seq integer not null,
  what text not null,
  detail text,
  about bigint,
  at timestamp with time zone not null,
  alert bigint
);
create table notice_mark (
  account text not null,
  read_to bigint not null
);
create table notification (
  key text not null,
  cohort integer not null,
  appeal bigint not null,
  template text not null,
  made_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  outcome text,
  seq integer,
  due timestamp with time zone
);
create table open_now (
  dimension text not null,
  key text not null,
  n bigint not null
);
create table pace (
  key text not null,
  week integer not null,
  open integer not null,
  answered integer[] not null,
  gone integer[] not null
);
create table pace_open (
  cohort integer not null,
  appeal bigint not null,
  filed_at timestamp with time zone not null,
  kind text not null,
  urgency text not null,
  matter text,
  unit bigint
);
create table partner_key (
  key_hash bytea not null,
  name text not null,
  active boolean not null default true
);
create table partner_request (
  external_id text not null,
  partner text not null,
  service_code text not null,
  received_at timestamp with time zone not null
);
create table person (
  cohort integer not null,
  appeal bigint not null,
  salt bytea not null,
  name bytea,
  phone bytea,
  phone_key bytea
);
alter table person enable row level security;
create table photo (
  id uuid not null,
  cohort integer,
  appeal bigint,
  sha256 bytea not null,
  bytes integer not null,
  width integer,
  height integer,
  uploaded_at timestamp with time zone not null default now(),
  kind text not null default 'photo'::text,
  type text not null default 'image/webp'::text,
  seconds real,
  taken_at timestamp with time zone,
  lat double precision,
  long double precision,
  erased_at timestamp with time zone
);
create table precedent (
  cohort integer not null,
  appeal bigint not null,
  seq integer not null,
  matter text not null,
  unit bigint not null,
  at timestamp with time zone not null,
  how text not null
);
create table presence (
  account text not null,
  cohort integer not null,
  appeal bigint not null,
  doing text not null,
  until timestamp with time zone not null
);
create table problem_day (
  problem text not null,
  day integer not null,
  n integer not null
);
create table reader (
  name text not null,
  position bigint not null default 0
);
create table reference_change (
  id bigint not null generated always as identity,
  list text not null,
  at timestamp with time zone not null,
  account text not null,
  why text not null,
  request uuid not null,
  undoes bigint,
  items integer not null
);
create table reference_change_item (
  change bigint not null,
  list text not null,
  key text not null,
  before jsonb,
  after jsonb not null
);
create table reference_version (
  one boolean not null default true,
  version bigint not null
);
create table request (
  id uuid not null,
  cohort integer not null,
  appeal bigint not null,
  command text not null,
  version integer not null,
  state text not null
);
create table reveal (
  id bigint not null generated always as identity,
  request uuid not null,
  at timestamp with time zone not null,
  account text not null,
  unit bigint not null,
  cohort integer not null,
  appeal bigint not null,
  field text not null,
  purpose text not null
);
create table saved_filter (
  account text not null,
  slot smallint not null,
  id uuid not null,
  name text not null,
  place text not null,
  filter jsonb not null
);
create table sequencer (
  one boolean not null default true,
  last_id bigint not null default 0,
  last_position bigint not null default 0,
  gaps jsonb not null default '[]'::jsonb
);
create table service_contact (
  id uuid not null,
  at timestamp with time zone not null,
  account text not null,
  unit bigint not null,
  channel text not null,
  matter text,
  cohort integer,
  appeal bigint,
  body text not null,
  call uuid
);
create table service_contact_hour (
  hour timestamp with time zone not null,
  channel text not null,
  n bigint not null
);
create table setting (
  version bigint not null generated always as identity,
  from_at timestamp with time zone not null,
  body jsonb not null,
  base bigint,
  made_at timestamp with time zone not null default now(),
  account text,
  why text not null default ''::text,
  request uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by text
);
create table sign_in_try (
  key text not null,
  times timestamp with time zone[] not null,
  last_at timestamp with time zone not null
);
create table similar_appeal (
  cohort integer not null,
  appeal bigint not null,
  packed bytea not null,
  tokens integer[] not null
);
alter table similar_appeal enable row level security;
create table similar_match (
  cohort integer not null,
  appeal bigint not null,
  other_cohort integer not null,
  other bigint not null,
  chance real not null
);
create table similar_token (
  token integer not null,
  newest bigint[] not null
);
create table square (
  cohort integer not null,
  appeal bigint not null,
  kind text not null,
  matter text,
  section text,
  area bigint,
  district bigint,
  unit bigint,
  answered_at timestamp with time zone,
  answer_seq integer,
  solved boolean,
  stars real,
  published_at timestamp with time zone
);
create table staff (
  account text not null,
  username text not null,
  unit bigint not null,
  roles text[] not null,
  name text not null,
  name_en text not null,
  active boolean not null default true,
  changed bigint not null default 0
);
create table suggestion (
  cohort integer not null,
  appeal bigint not null,
  options jsonb not null
);
create table suggestion_base (
  week date not null,
  band smallint not null,
  judged bigint not null,
  hits bigint not null
);
create table suggestion_figure (
  matter text not null,
  week date not null,
  band smallint not null,
  sure boolean not null,
  filed bigint not null,
  judged bigint not null,
  hits bigint not null
);
create table suggestion_outcome (
  cohort integer not null,
  appeal bigint not null,
  filed_at timestamp with time zone not null,
  week date not null,
  area bigint,
  matter text,
  unit bigint,
  confidence double precision not null,
  sure boolean not null,
  first_unit bigint,
  failed boolean not null,
  verdict text not null,
  learnt_matter text,
  learnt_unit bigint,
  base double precision
);
create table unit (
  id bigint not null generated by default as identity,
  code text not null,
  parent bigint,
  path text not null,
  level text not null,
  kind text not null,
  function text,
  name text not null,
  name_en text not null,
  first_line boolean not null default false,
  phone text,
  phone_hours text,
  active boolean not null default true,
  changed bigint not null default 0
);
create table work_order (
  cohort integer not null,
  appeal bigint not null,
  no smallint not null,
  state text not null,
  cause text not null,
  unit bigint not null,
  holder bigint not null,
  centre bigint not null,
  designated boolean not null,
  offered_at timestamp with time zone not null,
  ack_due timestamp with time zone not null,
  contact_due timestamp with time zone not null,
  finish_due timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  contacted_at timestamp with time zone,
  answered_at timestamp with time zone,
  drafted_by text,
  limit_source text not null,
  suggested_unit bigint,
  next_due timestamp with time zone,
  beside jsonb not null default '{}'::jsonb,
  asked text,
  review_at timestamp with time zone,
  lead_2 bigint,
  lead_3 bigint
);
alter table work_order enable row level security;

alter table activation add constraint activation_account_fkey FOREIGN KEY (account) REFERENCES staff(account);
alter table activation add constraint activation_pkey PRIMARY KEY (account);
alter table alert add constraint alert_cause_check CHECK ((cause = ANY (ARRAY['gathering'::text, 'sensitive'::text, 'rise'::text, 'marked'::text])));
alter table alert add constraint alert_cohort_appeal_cause_key UNIQUE (cohort, appeal, cause);
alter table alert add constraint alert_light_check CHECK ((light = ANY (ARRAY['green'::text, 'yellow'::text, 'red'::text])));
alter table alert add constraint alert_pkey PRIMARY KEY (id);
alter table alert add constraint alert_state_check CHECK ((state = ANY (ARRAY['open'::text, 'confirmed'::text, 'dismissed'::text])));
alter table alert_log add constraint alert_log_alert_fkey FOREIGN KEY (alert) REFERENCES alert(id);
alter table alert_log add constraint alert_log_pkey PRIMARY KEY (alert, seq);
alter table alert_log add constraint alert_log_request_key UNIQUE (request);
alter table appeal add constraint appeal_pkey PRIMARY KEY (cohort, id);
alter table appeal_event add constraint appeal_event_pkey PRIMARY KEY (cohort, appeal, seq);
alter table appeal_party add constraint appeal_party_as_check CHECK (("as" = ANY (ARRAY['centre'::text, 'lead'::text, 'holder'::text, 'superior'::text, 'co-handler'::text])));
alter table appeal_party add constraint appeal_party_pkey PRIMARY KEY (cohort, appeal, unit, "as");
alter table appeal_text add constraint appeal_text_pkey PRIMARY KEY (cohort, appeal, seq, slot);
alter table appeal_words add constraint appeal_words_pkey PRIMARY KEY (cohort, appeal);
alter table auth_account add constraint auth_account_pkey PRIMARY KEY (id);
alter table auth_account add constraint auth_account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE;
alter table auth_session add constraint auth_session_pkey PRIMARY KEY (id);
alter table auth_session add constraint auth_session_token_key UNIQUE (token);
alter table auth_session add constraint auth_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE;
alter table auth_user add constraint auth_user_email_key UNIQUE (email);
alter table auth_user add constraint auth_user_phone_number_key UNIQUE (phone_number);
alter table auth_user add constraint auth_user_pkey PRIMARY KEY (id);
alter table auth_user add constraint auth_user_username_key UNIQUE (username);
alter table auth_verification add constraint auth_verification_pkey PRIMARY KEY (id);
alter table calendar_day add constraint calendar_day_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'workday'::text])));
alter table calendar_day add constraint calendar_day_pkey PRIMARY KEY (day);
alter table calendar_year add constraint calendar_year_account_fkey FOREIGN KEY (account) REFERENCES staff(account);
alter table calendar_year add constraint calendar_year_pkey PRIMARY KEY (version);
alter table calendar_year add constraint calendar_year_request_key UNIQUE (request);
alter table call add constraint call_id_key UNIQUE (id);
alter table call add constraint call_operator_fkey FOREIGN KEY (operator) REFERENCES staff(account);
alter table call add constraint call_pkey PRIMARY KEY (partner, call_id);
alter table call_hour add constraint call_hour_pkey PRIMARY KEY (line, measure, hour);
alter table counted add constraint counted_pkey PRIMARY KEY (cohort, appeal, measure, hour, unit, matter, kind);
alter table counted_life add constraint counted_life_pkey PRIMARY KEY (cohort, appeal);
alter table event_position add constraint event_position_pkey PRIMARY KEY ("position");
alter table exclusion add constraint exclusion_pkey PRIMARY KEY (cohort, appeal, unit);
alter table figure add constraint figure_dimension_check CHECK ((dimension = ANY (ARRAY['city'::text, 'unit'::text, 'area'::text, 'matter'::text, 'channel'::text, 'kind'::text])));
alter table figure add constraint figure_pkey PRIMARY KEY (measure, dimension, hour, key);
alter table figure_day add constraint figure_day_pkey PRIMARY KEY (dimension, day, key);
alter table figure_last_days add constraint figure_last_days_pkey PRIMARY KEY (dimension, key);
alter table hot_detector add constraint hot_detector_one_check CHECK (one);
alter table hot_detector add constraint hot_detector_pkey PRIMARY KEY (one);
alter table hot_detector_part add constraint hot_detector_part_pkey PRIMARY KEY (part);
alter table hot_detector_step add constraint hot_detector_step_pkey PRIMARY KEY ("position");
alter table hot_event add constraint hot_event_kind_check CHECK ((kind = ANY (ARRAY['gathering'::text, 'rise'::text])));
alter table hot_event add constraint hot_event_pkey PRIMARY KEY (id);
alter table hot_event_day add constraint hot_event_day_pkey PRIMARY KEY (event, day);
alter table hot_event_member add constraint hot_event_member_pkey PRIMARY KEY (event, cohort, appeal);
alter table hot_event_unit add constraint hot_event_unit_pkey PRIMARY KEY (event, unit);
alter table last_days add constraint last_days_check CHECK ((since < until));
alter table last_days add constraint last_days_one_check CHECK (one);
alter table last_days add constraint last_days_pkey PRIMARY KEY (one);
alter table learnt_matter add constraint learnt_matter_pkey PRIMARY KEY (matter);
alter table learnt_unit add constraint learnt_unit_pkey PRIMARY KEY (matter, area, unit);
alter table light_count add constraint light_count_dimension_check CHECK ((dimension = ANY (ARRAY['city'::text, 'unit'::text, 'area'::text])));
alter table light_count add constraint light_count_pkey PRIMARY KEY (dimension, key, clock, light);
alter table light_now add constraint light_now_clock_check CHECK ((clock = ANY (ARRAY['any'::text, 'dispatch'::text, 'acknowledge'::text, 'contact'::text, 'finish'::text])));
alter table light_now add constraint light_now_light_check CHECK ((light = ANY (ARRAY['yellow'::text, 'red'::text])));
alter table light_now add constraint light_now_pkey PRIMARY KEY (cohort, appeal, clock);
alter table map_cell add constraint map_cell_pkey PRIMARY KEY (unit);
alter table map_cell add constraint map_cell_unit_fkey FOREIGN KEY (unit) REFERENCES unit(id);
alter table matter add constraint matter_level_check CHECK (((level >= 1) AND (level <= 3)));
alter table matter add constraint matter_parent_fkey FOREIGN KEY (parent) REFERENCES matter(code);
alter table matter add constraint matter_pkey PRIMARY KEY (code);
alter table merged_group add constraint merged_group_pkey PRIMARY KEY (cohort, appeal);
alter table migration add constraint migration_pkey PRIMARY KEY (name);
alter table notice add constraint notice_audience_check CHECK ((audience = ANY (ARRAY['handling'::text, 'crew'::text, 'centre'::text, 'arbitration'::text, 'call-back'::text, 'supervision'::text, 'alerts'::text])));
alter table notice add constraint notice_pkey PRIMARY KEY (id);
alter table notice_mark add constraint notice_mark_account_fkey FOREIGN KEY (account) REFERENCES staff(account);
alter table notice_mark add constraint notice_mark_pkey PRIMARY KEY (account);
alter table notification add constraint notification_pkey PRIMARY KEY (key);
alter table open_now add constraint open_now_dimension_check CHECK ((dimension = ANY (ARRAY['city'::text, 'unit'::text, 'area'::text])));
alter table open_now add constraint open_now_pkey PRIMARY KEY (dimension, key);
alter table pace add constraint pace_pkey PRIMARY KEY (key, week);
alter table pace_open add constraint pace_open_pkey PRIMARY KEY (cohort, appeal);
alter table partner_key add constraint partner_key_pkey PRIMARY KEY (key_hash);
alter table partner_request add constraint partner_request_pkey PRIMARY KEY (external_id);
alter table person add constraint person_pkey PRIMARY KEY (cohort, appeal);
alter table photo add constraint photo_pkey PRIMARY KEY (id);
alter table precedent add constraint precedent_how_check CHECK ((how = ANY (ARRAY['arbitrated'::text, 'kept'::text])));
alter table precedent add constraint precedent_pkey PRIMARY KEY (cohort, appeal, seq);
alter table presence add constraint presence_pkey PRIMARY KEY (account, cohort, appeal);
alter table problem_day add constraint problem_day_pkey PRIMARY KEY (problem, day);
alter table reader add constraint reader_pkey PRIMARY KEY (name);
alter table reference_change add constraint reference_change_account_fkey FOREIGN KEY (account) REFERENCES staff(account);
alter table reference_change add constraint reference_change_list_check CHECK ((list = ANY (ARRAY['unit'::text, 'account'::text, 'matter'::text])));
alter table reference_change add constraint reference_change_pkey PRIMARY KEY (id);
alter table reference_change add constraint reference_change_request_key UNIQUE (request);
alter table reference_change add constraint reference_change_undoes_fkey FOREIGN KEY (undoes) REFERENCES reference_change(id);
alter table reference_change_item add constraint reference_change_item_change_fkey FOREIGN KEY (change) REFERENCES reference_change(id);
alter table reference_change_item add constraint reference_change_item_pkey PRIMARY KEY (change, key);
alter table reference_version add constraint reference_version_one_check CHECK (one);
alter table reference_version add constraint reference_version_pkey PRIMARY KEY (one);
alter table request add constraint request_pkey PRIMARY KEY (id);
alter table reveal add constraint reveal_pkey PRIMARY KEY (id);
alter table reveal add constraint reveal_request_key UNIQUE (request);
alter table saved_filter add constraint saved_filter_account_fkey FOREIGN KEY (account) REFERENCES staff(account);
alter table saved_filter add constraint saved_filter_account_id_key UNIQUE (account, id);
alter table saved_filter add constraint saved_filter_pkey PRIMARY KEY (account, slot);
alter table saved_filter add constraint saved_filter_slot_check CHECK (((slot >= 1) AND (slot <= 20)));
alter table sequencer add constraint sequencer_one_check CHECK (one);
alter table sequencer add constraint sequencer_pkey PRIMARY KEY (one);
alter table service_contact add constraint service_contact_pkey PRIMARY KEY (id);
alter table service_contact_hour add constraint service_contact_hour_pkey PRIMARY KEY (hour, channel);
alter table setting add constraint setting_account_fkey FOREIGN KEY (account) REFERENCES staff(account);
alter table setting add constraint setting_base_fkey FOREIGN KEY (base) REFERENCES setting(version);
alter table setting add constraint setting_pkey PRIMARY KEY (version);
alter table setting add constraint setting_request_key UNIQUE (request);
alter table setting add constraint setting_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES staff(account);
alter table sign_in_try add constraint sign_in_try_pkey PRIMARY KEY (key);
alter table similar_appeal add constraint similar_appeal_pkey PRIMARY KEY (cohort, appeal);
alter table similar_match add constraint similar_match_pkey PRIMARY KEY (cohort, appeal, other_cohort, other);
alter table similar_token add constraint similar_token_pkey PRIMARY KEY (token);
alter table square add constraint square_pkey PRIMARY KEY (cohort, appeal);
alter table staff add constraint staff_pkey PRIMARY KEY (account);
alter table staff add constraint staff_unit_fkey FOREIGN KEY (unit) REFERENCES unit(id);
alter table staff add constraint staff_username_key UNIQUE (username);
alter table suggestion add constraint suggestion_pkey PRIMARY KEY (cohort, appeal);
alter table suggestion_base add constraint suggestion_base_pkey PRIMARY KEY (week, band);
alter table suggestion_figure add constraint suggestion_figure_pkey PRIMARY KEY (matter, week, band, sure);
alter table suggestion_outcome add constraint suggestion_outcome_pkey PRIMARY KEY (cohort, appeal);
alter table suggestion_outcome add constraint suggestion_outcome_verdict_check CHECK ((verdict = ANY (ARRAY['open'::text, 'right'::text, 'wrong'::text])));
alter table unit add constraint unit_code_key UNIQUE (code);
alter table unit add constraint unit_kind_check CHECK ((kind = ANY (ARRAY['government'::text, 'department'::text, 'dispatch-centre'::text, 'supervision'::text, 'enterprise'::text, 'partner'::text])));
alter table unit add constraint unit_level_check CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'subdistrict'::text, 'community'::text, 'grid'::text])));
alter table unit add constraint unit_parent_fkey FOREIGN KEY (parent) REFERENCES unit(id);
alter table unit add constraint unit_path_key UNIQUE (path);
alter table unit add constraint unit_pkey PRIMARY KEY (id);
alter table work_order add constraint work_order_pkey PRIMARY KEY (cohort, appeal, no);

CREATE INDEX alert_event_of ON public.alert USING btree (event);
CREATE INDEX alert_open ON public.alert USING btree (due, id) WHERE (state = 'open'::text);
CREATE INDEX alert_open_unit ON public.alert USING btree (unit, due, id) WHERE (state = 'open'::text);
CREATE INDEX alert_raised ON public.alert USING btree (raised_at DESC, id DESC);
CREATE INDEX alert_watch ON public.alert USING btree (next_watch, id) WHERE (next_watch IS NOT NULL);
CREATE INDEX appeal_accused ON public.appeal USING btree (accused, centre, state, dispatch_due, cohort, id) WHERE (accused IS NOT NULL);
CREATE INDEX appeal_area ON public.appeal USING btree (area, filed_at, cohort, id);
CREATE INDEX appeal_call_back ON public.appeal USING btree (state_since, cohort, id) WHERE (call_back IS NOT NULL);
CREATE INDEX appeal_channel ON public.appeal USING btree (channel, filed_at, cohort, id);
CREATE INDEX appeal_dispatch_due ON public.appeal USING btree (dispatch_due) WHERE (state = 'received'::text);
CREATE UNIQUE INDEX appeal_event_id ON public.appeal_event USING btree (id);
CREATE INDEX appeal_exclusion_asked ON public.appeal USING btree (exclusion_asked, cohort, id) WHERE (exclusion_asked IS NOT NULL);
CREATE UNIQUE INDEX appeal_external ON public.appeal USING btree (channel, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX appeal_filed ON public.appeal USING btree (filed_at, cohort, id);
CREATE INDEX appeal_followed_up ON public.appeal USING btree (filed_at, cohort, id) WHERE follow_up;
CREATE INDEX appeal_followers ON public.appeal USING btree (master_cohort, master, cohort, id) WHERE (master IS NOT NULL);
CREATE INDEX appeal_matter ON public.appeal USING btree (matter, filed_at, cohort, id);
CREATE INDEX appeal_open311_open ON public.appeal USING btree (cohort, id) WHERE ((channel = 'open311'::text) AND (state = ANY (ARRAY['received'::text, 'dispatched'::text])));
CREATE INDEX appeal_open311_since ON public.appeal USING btree (state_since, cohort, id) WHERE (channel = 'open311'::text);
CREATE INDEX appeal_party_filed ON public.appeal_party USING btree (unit, filed_at, cohort, appeal);
CREATE INDEX appeal_party_followed_up ON public.appeal_party USING btree (unit, filed_at, cohort, appeal) WHERE follow_up;
CREATE INDEX appeal_party_matter ON public.appeal_party USING btree (unit, matter, filed_at, cohort, appeal) WHERE (matter IS NOT NULL);
CREATE INDEX appeal_party_owed ON public.appeal_party USING btree (unit, due, cohort, appeal) WHERE (due IS NOT NULL);
CREATE INDEX appeal_state ON public.appeal USING btree (state, filed_at, cohort, id);
CREATE INDEX appeal_to_dispatch ON public.appeal USING btree (centre, dispatch_due, cohort, id) WHERE (state = 'received'::text);
CREATE INDEX appeal_to_rate ON public.appeal USING btree (state_since, cohort, id) WHERE (state = ANY (ARRAY['awaiting-rating'::text, 'answered-at-once'::text]));
CREATE INDEX appeal_under_follow_up ON public.appeal USING btree (filed_at, cohort, id) WHERE (follow_up AND (state <> 'closed'::text));
CREATE INDEX appeal_watch ON public.appeal USING btree (next_watch, cohort, id) WHERE (next_watch IS NOT NULL);
CREATE INDEX appeal_words_gin ON public.appeal_words USING gin (cohort, words, units);
CREATE INDEX auth_account_user ON public.auth_account USING btree (user_id);
CREATE INDEX auth_session_expires ON public.auth_session USING btree (expires_at);
CREATE INDEX auth_session_user ON public.auth_session USING btree (user_id);
CREATE INDEX auth_verification_identifier ON public.auth_verification USING btree (identifier);
CREATE INDEX calendar_year_newest ON public.calendar_year USING btree (year, version DESC);
CREATE INDEX call_keep ON public.call USING btree (told_at) WHERE (phone IS NOT NULL);
CREATE INDEX call_open ON public.call USING btree (operator, told_at DESC) WHERE (open AND (operator IS NOT NULL));
CREATE INDEX counted_matter ON public.counted USING btree (matter, measure, hour, cohort, appeal);
CREATE INDEX counted_measure ON public.counted USING btree (measure, hour, cohort, appeal);
CREATE INDEX counted_unit ON public.counted USING btree (unit, measure, hour, cohort, appeal);
CREATE INDEX exclusion_newest ON public.exclusion USING btree (granted_at DESC, cohort DESC, appeal DESC, unit DESC);
CREATE INDEX figure_day_key ON public.figure_day USING btree (dimension, key, day);
CREATE INDEX hot_event_district ON public.hot_event USING btree (district, heat DESC, id);
CREATE INDEX hot_event_heat ON public.hot_event USING btree (heat DESC, id);
CREATE INDEX hot_event_member_appeal ON public.hot_event_member USING btree (cohort, appeal);
CREATE INDEX hot_event_member_newest ON public.hot_event_member USING btree (event, at DESC, cohort DESC, appeal DESC);
CREATE INDEX hot_event_unit_district ON public.hot_event_unit USING btree (unit, district, heat DESC, event);
CREATE INDEX hot_event_unit_heat ON public.hot_event_unit USING btree (unit, heat DESC, event);
CREATE INDEX learnt_matter_changed ON public.learnt_matter USING btree (changed);
CREATE INDEX learnt_unit_changed ON public.learnt_unit USING btree (changed);
CREATE INDEX light_now_area ON public.light_now USING btree (area, clock, light, due, cohort, appeal);
CREATE INDEX light_now_centre ON public.light_now USING btree (centre, clock, light, due, cohort, appeal) WHERE (unit IS NULL);
CREATE INDEX light_now_in_hand ON public.light_now USING btree (clock, light, due, cohort, appeal) WHERE (unit IS NOT NULL);
CREATE INDEX light_now_lead_2 ON public.light_now USING btree (lead_2, clock, light, due, cohort, appeal) WHERE (unit IS NOT NULL);
CREATE INDEX light_now_lead_3 ON public.light_now USING btree (lead_3, clock, light, due, cohort, appeal) WHERE (unit IS NOT NULL);
CREATE INDEX light_now_unit ON public.light_now USING btree (unit, clock, light, due, cohort, appeal) WHERE (unit IS NOT NULL);
CREATE INDEX light_now_waiting ON public.light_now USING btree (clock, light, due, cohort, appeal) WHERE (unit IS NULL);
CREATE INDEX merged_group_at ON public.merged_group USING btree (at);
CREATE UNIQUE INDEX notice_alert_once ON public.notice USING btree (alert, seq, unit, audience) WHERE (alert IS NOT NULL);
CREATE INDEX notice_feed ON public.notice USING btree (unit, audience, id);
CREATE UNIQUE INDEX notice_once ON public.notice USING btree (cohort, appeal, seq, unit, audience) WHERE (alert IS NULL);
CREATE INDEX notification_appeal ON public.notification USING btree (cohort, appeal);
CREATE INDEX partner_request_own ON public.partner_request USING btree (partner, received_at, external_id);
CREATE INDEX person_phone ON public.person USING btree (phone_key, cohort DESC, appeal DESC) WHERE (phone_key IS NOT NULL);
CREATE INDEX photo_appeal ON public.photo USING btree (cohort, appeal) WHERE (appeal IS NOT NULL);
CREATE INDEX photo_recording ON public.photo USING btree (uploaded_at) WHERE ((kind <> 'photo'::text) AND (appeal IS NOT NULL) AND (erased_at IS NULL));
CREATE INDEX photo_unclaimed ON public.photo USING btree (uploaded_at) WHERE (appeal IS NULL);
CREATE INDEX precedent_matter ON public.precedent USING btree (matter, at DESC);
CREATE INDEX presence_case ON public.presence USING btree (cohort, appeal);
CREATE INDEX reference_change_item_key ON public.reference_change_item USING btree (list, key, change);
CREATE INDEX reference_change_list ON public.reference_change USING btree (list, id);
CREATE INDEX reference_change_undoes ON public.reference_change USING btree (undoes) WHERE (undoes IS NOT NULL);
CREATE INDEX service_contact_unit ON public.service_contact USING btree (unit, at, id);
CREATE INDEX sign_in_try_last ON public.sign_in_try USING btree (last_at);
CREATE INDEX square_area ON public.square USING btree (area, published_at, cohort, appeal) WHERE (published_at IS NOT NULL);
CREATE INDEX square_area_section ON public.square USING btree (area, section, published_at, cohort, appeal) WHERE (published_at IS NOT NULL);
CREATE INDEX square_district ON public.square USING btree (district, published_at, cohort, appeal) WHERE (published_at IS NOT NULL);
CREATE INDEX square_district_section ON public.square USING btree (district, section, published_at, cohort, appeal) WHERE (published_at IS NOT NULL);
CREATE INDEX square_newest ON public.square USING btree (published_at, cohort, appeal) WHERE (published_at IS NOT NULL);
CREATE INDEX square_section ON public.square USING btree (section, published_at, cohort, appeal) WHERE (published_at IS NOT NULL);
CREATE INDEX staff_keepers ON public.staff USING btree (account) WHERE (active AND (roles && ARRAY['system-admin'::text, 'security-admin'::text]));
CREATE INDEX staff_name ON public.staff USING btree (name text_pattern_ops);
CREATE INDEX staff_roles ON public.staff USING gin (roles);
CREATE INDEX staff_unit ON public.staff USING btree (unit, username);
CREATE INDEX staff_username ON public.staff USING btree (username text_pattern_ops);
CREATE INDEX suggestion_figure_week ON public.suggestion_figure USING btree (week);
CREATE INDEX suggestion_outcome_list ON public.suggestion_outcome USING btree (sure, verdict, filed_at, cohort, appeal);
CREATE INDEX suggestion_outcome_matter ON public.suggestion_outcome USING btree (matter, sure, verdict, filed_at, cohort, appeal);
CREATE INDEX unit_parent ON public.unit USING btree (parent);
CREATE INDEX work_order_arbitration ON public.work_order USING btree (next_due, cohort, appeal) WHERE (state = 'in-arbitration'::text);
CREATE INDEX work_order_asked ON public.work_order USING btree (centre, next_due, cohort, appeal) WHERE (asked <> 'closure'::text);
CREATE INDEX work_order_closures ON public.work_order USING btree (next_due, cohort, appeal) WHERE (asked = 'closure'::text);
CREATE INDEX work_order_due ON public.work_order USING btree (next_due, cohort, appeal) WHERE (next_due IS NOT NULL);
CREATE INDEX work_order_in_hand ON public.work_order USING btree (holder, next_due, cohort, appeal) WHERE (state = ANY (ARRAY['offered'::text, 'acknowledged'::text, 'working'::text]));
CREATE INDEX work_order_lead_2 ON public.work_order USING btree (lead_2, next_due, cohort, appeal) WHERE (next_due IS NOT NULL);
CREATE INDEX work_order_lead_3 ON public.work_order USING btree (lead_3, next_due, cohort, appeal) WHERE (next_due IS NOT NULL);
CREATE INDEX work_order_ledger ON public.work_order USING btree (unit, review_at, cohort, appeal) WHERE (state = 'on-ledger'::text);
CREATE INDEX work_order_send_backs ON public.work_order USING btree (centre, next_due, cohort, appeal) WHERE (state = 'send-back-pending'::text);
CREATE INDEX work_order_to_review ON public.work_order USING btree (unit, next_due, cohort, appeal) WHERE (state = 'in-review'::text);
CREATE INDEX work_order_unit ON public.work_order USING btree (unit, offered_at, cohort, appeal);
CREATE INDEX work_order_unit_due ON public.work_order USING btree (unit, next_due, cohort, appeal) WHERE (next_due IS NOT NULL);

create policy seen on alert for select using ((EXISTS ( SELECT
   FROM hot_event e
  WHERE (e.id = alert.event))));
create policy seen on alert_log for select using ((EXISTS ( SELECT
   FROM alert a
  WHERE (a.id = alert_log.alert))));
create policy changed on appeal for update using ((may_see(cohort, id) AND ((accused IS NULL) OR (NOT blind_to(accused))))) with check (true);
create policy filed on appeal for insert with check (true);
create policy seen on appeal for select using ((may_see(cohort, id) AND ((accused IS NULL) OR (NOT blind_to(accused)))));
create policy filed on appeal_event for insert with check (((seq = 1) OR may_append(cohort, appeal)));
create policy seen on appeal_event for select using (may_see(cohort, appeal));
create policy filed on appeal_text for insert with check (true);
create policy seen on appeal_text for select using (may_see(cohort, appeal));
create policy seen on hot_event for select using (may_see_event(units, accused));
create policy filed on person for insert with check (true);
create policy seen on person for select using (may_see(cohort, appeal));
create policy seen on similar_appeal for select using (may_see(cohort, appeal));
create policy changed on work_order for update using (may_see(cohort, appeal)) with check (true);
create policy filed on work_order for insert with check (true);
create policy seen on work_order for select using (may_see(cohort, appeal));

CREATE OR REPLACE FUNCTION public.blind_to(accused bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  scope text := current_setting('suban.scope', true);
begin
  return coalesce(scope like 'all-but:%' and accused = any (string_to_array(substr(scope, 9), ',')::int8[]), false);
end
$function$
;
CREATE OR REPLACE FUNCTION public.forget_similar()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  had int4[];
begin
  delete from similar_appeal where cohort = new.cohort and appeal = new.appeal returning tokens into had;
  update similar_token set newest = array_remove(newest, new.cohort::int8 * 1000000000000 + new.appeal) where token = any (had);
  delete from similar_match where cohort = new.cohort and appeal = new.appeal;
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION public.may_append(in_cohort integer, in_appeal bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
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
  if scope like 'all-but:%' then
    return exists (select from appeal a where a.cohort = in_cohort and a.id = in_appeal);
  end if;
  return coalesce(scope = format('appeal:%s:%s', in_cohort, in_appeal), false);
end
$function$
;
CREATE OR REPLACE FUNCTION public.may_see(in_cohort integer, in_appeal bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.may_see_event(units bigint[], accused bigint[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  scope text := current_setting('suban.scope', true);
begin
  if scope = 'all' then
    return true;
  end if;
  if scope like 'all-but:%' then
    return not (accused && string_to_array(substr(scope, 9), ',')::int8[]);
  end if;
  if scope like 'unit:%' then
    return nullif(substr(scope, 6), '')::int8 = any (units);
  end if;
  return false;
end
$function$
;
CREATE OR REPLACE FUNCTION public.never_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name;
end $function$
;

CREATE TRIGGER forget_similar AFTER UPDATE OF body ON public.appeal_text FOR EACH ROW WHEN (((old.body IS NOT NULL) AND (new.body IS NULL) AND (new.seq = 1))) EXECUTE FUNCTION forget_similar();
CREATE TRIGGER never_changed BEFORE DELETE OR UPDATE OR TRUNCATE ON public.reference_change FOR EACH STATEMENT EXECUTE FUNCTION never_changed();
CREATE TRIGGER never_changed BEFORE DELETE OR UPDATE OR TRUNCATE ON public.reference_change_item FOR EACH STATEMENT EXECUTE FUNCTION never_changed();

create sequence alert_id_seq increment by 1;
create sequence appeal_event_id_seq increment by 1;
create sequence appeal_serial increment by 100;
create sequence calendar_year_version_seq increment by 1;
create sequence notice_id_seq increment by 1;
create sequence reference_change_id_seq increment by 1;
create sequence reveal_id_seq increment by 1;
create sequence setting_version_seq increment by 1;
create sequence unit_id_seq increment by 1;

grant select on alert to suban_app;
grant select on alert_log to suban_app;
grant insert, select, update on appeal to suban_app;
grant insert, select on appeal_event to suban_app;
grant insert, select, update on appeal_party to suban_app;
grant insert, select on appeal_text to suban_app;
grant select on appeal_words to suban_app;
grant select on calendar_day to suban_app;
grant select on calendar_year to suban_app;
grant insert, select, update on call to suban_app;
grant insert, select, update on call_hour to suban_app;
grant select on counted to suban_app;
grant select on event_position to suban_app;
grant select on exclusion to suban_app;
grant select on figure to suban_app;
grant select on figure_day to suban_app;
grant select on figure_last_days to suban_app;
grant select on hot_event to suban_app;
grant select on hot_event_day to suban_app;
grant select on hot_event_member to suban_app;
grant select on hot_event_unit to suban_app;
grant select on last_days to suban_app;
grant select on learnt_matter to suban_app;
grant select on learnt_unit to suban_app;
grant select on light_count to suban_app;
grant select on light_now to suban_app;
grant select on map_cell to suban_app;
grant select on matter to suban_app;
grant select on merged_group to suban_app;
grant select on notice to suban_app;
grant insert, select, update on notice_mark to suban_app;
grant select on notification to suban_app;
grant select on open_now to suban_app;
grant select on pace to suban_app;
grant select on partner_key to suban_app;
grant insert, select, update on partner_request to suban_app;
grant insert, select on person to suban_app;
grant insert, select, update on photo to suban_app;
grant select on precedent to suban_app;
grant delete, insert, select, update on presence to suban_app;
grant select on problem_day to suban_app;
grant select on reader to suban_app;
grant select on reference_version to suban_app;
grant insert, select on request to suban_app;
grant insert, select on reveal to suban_app;
grant delete, insert, select on saved_filter to suban_app;
grant select on sequencer to suban_app;
grant insert, select on service_contact to suban_app;
grant insert, select, update on service_contact_hour to suban_app;
grant select on setting to suban_app;
grant select on similar_appeal to suban_app;
grant select on similar_match to suban_app;
grant select on similar_token to suban_app;
grant select on square to suban_app;
grant select on staff to suban_app;
grant select on suggestion to suban_app;
grant select on suggestion_base to suban_app;
grant select on suggestion_figure to suban_app;
grant select on suggestion_outcome to suban_app;
grant select on unit to suban_app;
grant insert, select, update on work_order to suban_app;
