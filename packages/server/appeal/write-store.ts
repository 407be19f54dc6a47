import type { Appeal, WorkOrder } from '@suban/domain/appeal.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import { lineage } from '@suban/domain/units.ts';
import { brokenUniqueness, type Sql, type Tx } from '../platform/database.ts';
import type { Sealed } from './canonical.ts';

/** The clock that runs out next, by what the order still has to do. */
export function nextDue(order: WorkOrder): number | null {
  switch (order.state) {
    case 'offered':
      return Math.min(order.ackDue, order.contactDue, order.finishDue);
    case 'acknowledged':
    case 'working':
      return order.contactedAt === null ? Math.min(order.contactDue, order.finishDue) : order.finishDue;
    case 'in-review':
    case 'send-back-pending':
    case 'in-arbitration':
    case 'on-ledger':
      return order.finishDue;
    case 'answered':
    case 'sent-back':
    case 'terminated':
      return null;
    default:
      return order.state satisfies never;
  }
}

const time = (ms: number | null) => (ms === null ? null : new Date(ms));
type Party = readonly [unit: number, as: 'centre' | 'lead' | 'holder' | 'superior'];

/** Units that come to see the appeal by where it stands now. The city's level sees all, so its root needs no row. */
function parties(appeal: Appeal): Party[] {
  const list: Party[] = [[appeal.centre.id, 'centre']];
  if (appeal.order) {
    list.push([appeal.order.unit.id, 'lead'], [appeal.order.holder.id, 'holder']);
    for (const id of lineage(appeal.order.holder).slice(1, -1)) list.push([id, 'superior']);
  }
  return list;
}

const eventColumns = `cohort, appeal, seq, type, at, body, prev_hash, hash`;
const fromEvents = `unnest($3::int4[], $4::text[], $5::timestamptz[], $6::bytea[], $7::bytea[], $8::bytea[]) as v(seq, type, at, body, prev_hash, hash)`;
const fromTexts = `unnest($9::int4[], $10::text[], $11::bytea[], $12::text[]) as v(seq, slot, salt, body)`;
const fromParties = `unnest($13::int8[], $14::text[]) as v(unit, "as")`;

function historyValues(key: AppealKey, events: readonly Sealed[], appeal: Appeal): unknown[] {
  const texts = events.flatMap((event) => event.texts.map((text) => ({ ...text, seq: event.seq })));
  const party = parties(appeal);
  return [
    key.cohort,
    key.id,
    events.map((e) => e.seq),
    events.map((e) => e.type),
    events.map((e) => new Date(e.at)),
    events.map((e) => e.body),
    events.map((e) => e.prevHash),
    events.map((e) => e.hash),
    texts.map((t) => t.seq),
    texts.map((t) => t.slot),
    texts.map((t) => t.salt),
    texts.map((t) => t.body),
    party.map(([unit]) => unit),
    party.map(([, as]) => as),
  ];
}

/** The three inserts every write has: history, words, and who may see. */
const history = `
  e as (insert into appeal_event (${eventColumns}) select $1, $2, v.* from w, ${fromEvents}),
  t as (insert into appeal_text (cohort, appeal, seq, slot, salt, body) select $1, $2, v.* from w, ${fromTexts}),
  p as (insert into appeal_party (cohort, appeal, unit, "as") select distinct $1::int4, $2::int8, v.unit, v."as" from w, ${fromParties} on conflict do nothing)`;

/** What is written of each new appeal, as one JSON object; bytes as hexadecimal text, which PostgreSQL reads as such. */
const filed = `json_to_recordset($1) as f(cohort int4, id int8, request uuid, filed_at timestamptz, kind text, channel text,
  urgency text, centre int8, area int8, accused int8, confidential boolean, dispatch_due timestamptz, external_id text, lat float8,
  long float8, missing text[], body bytea, prev_hash bytea, hash bytea, texts json, salt bytea, name bytea, phone bytea,
  phone_key bytea, photos uuid[])`;

/** Requests in the order of their ids, so that two such statements never wait for one another crosswise. */
const filing = (photos: boolean) => `
  with w as (
    insert into request (id, cohort, appeal, command, version, state)
    select f.request, f.cohort, f.id, 'file', 1, 'received' from ${filed} order by f.request
    on conflict (id) do nothing returning appeal),
  f as materialized (select f.* from ${filed} where f.id in (select appeal from w)),
  a as (
    insert into appeal (cohort, id, version, state, state_since, kind, channel, urgency, matter, centre, area, accused, confidential,
      filed_at, dispatch_due, external_id, lat, long, missing, head)
    select cohort, id, 1, 'received', filed_at, kind, channel, urgency, null, centre, area, accused, confidential,
      filed_at, dispatch_due, external_id, lat, long, missing, hash from f),
  e as (insert into appeal_event (${eventColumns}) select cohort, id, 1, 'filed', filed_at, body, prev_hash, hash from f),
  t as (
    insert into appeal_text (cohort, appeal, seq, slot, salt, body)
    select f.cohort, f.id, 1, v.slot, v.salt, v.body from f, json_to_recordset(f.texts) as v(slot text, salt bytea, body text)),
  p as (insert into appeal_party (cohort, appeal, unit, "as") select cohort, id, centre, 'centre' from f),
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
  filed_at: time(appeal.filedAt),
  kind: appeal.kind,
  channel: appeal.channel,
  urgency: appeal.urgency,
  centre: appeal.centre.id,
  area: appeal.area,
  accused: appeal.accused?.id,
  confidential: appeal.confidential,
  dispatch_due: time(appeal.dispatchDue),
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

/**
 * Writes all or nothing: where the version has moved on, no row is updated and nothing else follows; where the request's
 * id was taken meanwhile, the whole statement fails. So it may travel together with its commit.
 */
const saving = `
  with w as (
    update appeal set version = $17, state = $18, state_since = case when state = $18 then state_since else $19 end, kind = $20,
      urgency = $21, matter = $22, centre = $23, dispatch_due = $24, first_dispatched_at = $25, orders = $26, send_backs = $27,
      bounced_ms = $28, dissatisfied = $29, urges = $30, last_urged_at = $31, follow_up = $32, solved = $33, head = $34
    where cohort = $1 and id = $2 and version = $35 returning 1),
  r as (insert into request (id, cohort, appeal, command, version, state) select $15, $1, $2, $16, $17, $18 from w),
  ${history},
  o as (
    insert into work_order select v.* from w, json_populate_recordset(null::work_order, $37) as v
    on conflict (cohort, appeal, no) do update set state = excluded.state, holder = excluded.holder, centre = excluded.centre,
      acknowledged_at = excluded.acknowledged_at, contacted_at = excluded.contacted_at, answered_at = excluded.answered_at,
      drafted_by = excluded.drafted_by, suggested_unit = excluded.suggested_unit, next_due = excluded.next_due),
  f as (update photo set cohort = $1, appeal = $2 from w where photo.id = any($36::uuid[]) and photo.appeal is null)
  select 1 as won from w`;

export type Saving = {
  readonly requestId: string;
  readonly command: string;
  readonly before: Appeal;
  readonly after: Appeal;
  readonly events: readonly Sealed[];
  readonly photos: readonly string[];
  /** Every order the events touched, as it stands afterwards. */
  readonly orders: readonly WorkOrder[];
  readonly limitSource: string;
  readonly suggestedUnit: number | null;
};

/** The row of an order, by the names of its columns. */
function orderRow(
  { key, centre }: Appeal,
  order: WorkOrder,
  limitSource: string,
  suggestedUnit: number | null,
) {
  return {
    cohort: key.cohort,
    appeal: key.id,
    no: order.no,
    state: order.state,
    cause: order.cause,
    unit: order.unit.id,
    holder: order.holder.id,
    centre: centre.id,
    designated: order.designated,
    offered_at: time(order.offeredAt),
    ack_due: time(order.ackDue),
    contact_due: time(order.contactDue),
    finish_due: time(order.finishDue),
    acknowledged_at: time(order.acknowledgedAt),
    contacted_at: time(order.contactedAt),
    answered_at: time(order.answeredAt),
    drafted_by: order.draftedBy,
    limit_source: limitSource,
    suggested_unit: suggestedUnit,
    next_due: time(nextDue(order)),
  };
}

/**
 * Saves and commits.
 * @returns false when another write came first: the same request's twin or another command. Read and decide again.
 */
export async function saveDecision(tx: Tx, s: Saving): Promise<boolean> {
  const { after, before } = s;
  const last = s.events.at(-1);
  if (!last) throw new Error('a decision that is no refusal has events');
  const orders = s.orders.map((order) => orderRow(after, order, s.limitSource, s.suggestedUnit));
  try {
    const rows = await tx.last(
      saving,
      [
        ...historyValues(after.key, s.events, after),
        s.requestId,
        s.command,
        after.version,
        after.state,
        new Date(last.at),
        after.kind,
        after.urgency,
        after.matter,
        after.centre.id,
        new Date(after.dispatchDue),
        time(after.firstDispatchedAt),
        after.orders,
        after.sendBacks,
        after.bounced,
        after.dissatisfied,
        after.urges,
        time(after.lastUrgedAt),
        after.followUp,
        after.state === 'closed' ? after.solved : null,
        last.hash,
        before.version,
        s.photos,
        JSON.stringify(orders),
      ],
      'appeal-save',
    );
    return rows.length === 1;
  } catch (error) {
    if (brokenUniqueness(error) === 'request_pkey') return false;
    throw error;
  }
}
