import type { Appeal } from '@suban/domain/appeal.ts';
import type { Sql } from '../platform/database.ts';
import type { Sealed } from './canonical.ts';
import { superiors } from './save-store.ts';

/** What is written of each new appeal, as one JSON object; bytes as hexadecimal text, which PostgreSQL reads as such. */
const filed = `json_to_recordset($1) as f(cohort int4, id int8, request uuid, filed_at timestamptz, kind text, channel text,
  urgency text, centre int8, area int8, accused int8, confidential boolean, dispatch_due timestamptz, external_id text, lat float8,
  long float8, missing text[], body bytea, prev_hash bytea, hash bytea, texts json, salt bytea, name bytea, phone bytea,
  phone_key bytea, photos uuid[], rules int8, next_watch timestamptz, above json)`;

/** Requests in the order of their ids, so that two such statements never wait for one another crosswise. */
const filing = (photos: boolean) => `
  with w as (
    insert into request (id, cohort, appeal, command, version, state)
    select f.request, f.cohort, f.id, 'file', 1, 'received' from ${filed} order by f.request
    on conflict (id) do nothing returning appeal),
  f as materialized (select f.* from ${filed} where f.id in (select appeal from w)),
  a as (
    insert into appeal (cohort, id, version, state, state_since, kind, channel, urgency, matter, centre, area, accused, confidential,
      filed_at, dispatch_due, external_id, lat, long, missing, head, rules, next_watch)
    select cohort, id, 1, 'received', filed_at, kind, channel, urgency, null, centre, area, accused, confidential,
      filed_at, dispatch_due, external_id, lat, long, missing, hash, rules, next_watch from f),
  e as (insert into appeal_event (cohort, appeal, seq, type, at, body, prev_hash, hash) select cohort, id, 1, 'filed', filed_at, body, prev_hash, hash from f),
  t as (
    insert into appeal_text (cohort, appeal, seq, slot, salt, body)
    select f.cohort, f.id, 1, v.slot, v.salt, v.body from f, json_to_recordset(f.texts) as v(slot text, salt bytea, body text)),
  p as (
    insert into appeal_party (cohort, appeal, unit, "as", filed_at)
    select cohort, id, centre, 'centre', filed_at from f
    union all select f.cohort, f.id, v.unit::int8, 'superior', filed_at from f, json_array_elements_text(f.above) as v(unit)),
  ${photos ? 'o as (update photo set cohort = f.cohort, appeal = f.id from f, unnest(f.photos) as v(id) where photo.id = v.id and photo.appeal is null),' : ''}
  n as (insert into person (cohort, appeal, salt, name, phone, phone_key) select cohort, id, salt, name, phone, phone_key from f)
  select appeal as id from w`;
const filingPlain = filing(false);
const filingWithPhotos = filing(true);

export type Filing = {
  readonly requestId: string;
  readonly appeal: Appeal;
  readonly event: Sealed;
  readonly externalId: string | null;
  readonly lat: number | null;
  readonly long: number | null;
  readonly missing: readonly string[];
  readonly photos: readonly string[];
  /** When the system has next to look at it, in ms. */
  readonly nextWatch: number | null;
  readonly person: {
    readonly salt: Buffer;
    readonly name: Buffer | null;
    readonly phone: Buffer | null;
    readonly phoneKey: Buffer | null;
  };
};

const hex = (bytes: Buffer | null) => bytes && `\\x${bytes.toString('hex')}`;

const filingRow = ({ appeal, event, person, ...filing_ }: Filing) => ({
  cohort: appeal.key.cohort,
  id: appeal.key.id,
  request: filing_.requestId,
  filed_at: new Date(appeal.filedAt),
  kind: appeal.kind,
  channel: appeal.channel,
  urgency: appeal.urgency,
  centre: appeal.centre.id,
  area: appeal.area,
  accused: appeal.accused?.id,
  confidential: appeal.confidential,
  dispatch_due: new Date(appeal.dispatchDue),
  external_id: filing_.externalId,
  lat: filing_.lat,
  long: filing_.long,
  missing: filing_.missing,
  body: hex(event.body),
  prev_hash: hex(event.prevHash),
  hash: hex(event.hash),
  texts: event.texts.map(({ slot, salt, body }) => ({ slot, salt: hex(salt), body })),
  salt: hex(person.salt),
  name: hex(person.name),
  phone: hex(person.phone),
  phone_key: hex(person.phoneKey),
  photos: filing_.photos,
  rules: appeal.beside.rules,
  above: superiors(appeal.centre),
  next_watch: filing_.nextWatch === null ? null : new Date(filing_.nextWatch),
});

/**
 * Files new appeals in one statement: no read, no transaction block, all of them or none.
 * @returns of each, false when its request was here before: nothing was written of it
 */
export async function insertFilings(sql: Sql, filings: readonly Filing[]): Promise<boolean[]> {
  const rows = JSON.stringify(filings.map(filingRow));
  const photos = filings.some((each) => each.photos.length > 0);
  const [text, name] = photos ? [filingWithPhotos, 'appeal-file-photos'] : [filingPlain, 'appeal-file'];
  const fresh = await sql.query<{ id: number }>(text, [rows], name);
  const ids = new Set(fresh.map(({ id }) => id));
  return filings.map(({ appeal }) => ids.has(appeal.key.id));
}
