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

const filing = `
  with w as (
    insert into request (id, cohort, appeal, command, version, state) values ($15, $1, $2, 'file', 1, 'received')
    on conflict (id) do nothing returning 1),
  a as (
    insert into appeal (cohort, id, version, state, state_since, kind, channel, urgency, matter, centre, area, accused, confidential,
      filed_at, dispatch_due, external_id, lat, long, missing, head)
    select $1, $2, 1, 'received', $16, $17, $18, $19, null, $20, $21, $22, $23, $16, $24, $25, $26, $27, $28, $29 from w),
  ${history},
  n as (insert into person (cohort, appeal, salt, name, phone, phone_key) select $1, $2, $30, $31, $32, $33 from w),
  f as (update photo set cohort = $1, appeal = $2 from w where photo.id = any($34::uuid[]) and photo.appeal is null)
  select 1 as fresh from w`;

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

/**
 * Files a new appeal in one statement: no read, no transaction block.
 * @returns false when the request was here before: nothing was written
 */
export async function insertFiling(sql: Sql, filing_: Filing): Promise<boolean> {
  const { appeal, event, person } = filing_;
  const rows = await sql.query(
    filing,
    [
      ...historyValues(appeal.key, [event], appeal),
      filing_.requestId,
      new Date(appeal.filedAt),
      appeal.kind,
      appeal.channel,
      appeal.urgency,
      appeal.centre.id,
      appeal.area,
      appeal.accused?.id ?? null,
      appeal.confidential,
      new Date(appeal.dispatchDue),
      filing_.externalId,
      filing_.lat,
      filing_.long,
      filing_.missing,
      event.hash,
      person.salt,
      person.name,
      person.phone,
      person.phoneKey,
      filing_.photos,
    ],
    'appeal-file',
  );
  return rows.length === 1;
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
