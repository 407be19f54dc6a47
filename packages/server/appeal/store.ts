import type { Appeal, AppealState, WorkOrder } from '@suban/domain/appeal.ts';
import { accountId, type AppealKey, appealId, cohortOf, matterCode, unitId } from '@suban/domain/ids.ts';
import { lineage, type UnitRef } from '@suban/domain/units.ts';
import type { Reference } from '../people/reference-store.ts';
import { brokenUniqueness, type Database, type Sql, type Tx } from '../platform/database.ts';
import type { Sealed } from './canonical.ts';

/** One read gives a command all it needs: the row, its order in hand, and whether this request was here before. */
const load = `
  select a.*, o.no as o_no, o.state as o_state, o.cause as o_cause, o.unit as o_unit, o.holder as o_holder,
    o.designated as o_designated, o.offered_at as o_offered_at, o.ack_due as o_ack_due, o.contact_due as o_contact_due,
    o.finish_due as o_finish_due, o.acknowledged_at as o_acknowledged_at, o.contacted_at as o_contacted_at,
    o.answered_at as o_answered_at, o.drafted_by as o_drafted_by, o.limit_source as o_limit_source,
    o.suggested_unit as o_suggested_unit,
    r.cohort as r_cohort, r.appeal as r_appeal, r.command as r_command, r.version as r_version, r.state as r_state
  from appeal a
  left join work_order o on o.cohort = a.cohort and o.appeal = a.id and o.no = a.orders
  left join request r on r.id = $3
  where a.cohort = $1 and a.id = $2`;

type Row = {
  cohort: number;
  id: number;
  version: number;
  state: AppealState;
  state_since: number;
  kind: Appeal['kind'];
  channel: Appeal['channel'];
  urgency: Appeal['urgency'];
  matter: string | null;
  centre: number;
  area: number | null;
  accused: number | null;
  confidential: boolean;
  filed_at: number;
  dispatch_due: number;
  first_dispatched_at: number | null;
  orders: number;
  send_backs: number;
  bounced_ms: number;
  dissatisfied: number;
  urges: number;
  last_urged_at: number | null;
  follow_up: boolean;
  solved: boolean | null;
  lat: number | null;
  long: number | null;
  missing: string[];
  head: Buffer;
  o_no: number | null;
  o_state: WorkOrder['state'];
  o_cause: WorkOrder['cause'];
  o_unit: number;
  o_holder: number;
  o_designated: boolean;
  o_offered_at: number;
  o_ack_due: number;
  o_contact_due: number;
  o_finish_due: number;
  o_acknowledged_at: number | null;
  o_contacted_at: number | null;
  o_answered_at: number | null;
  o_drafted_by: string | null;
  o_limit_source: string;
  o_suggested_unit: number | null;
  r_cohort: number | null;
  r_appeal: number;
  r_command: string;
  r_version: number;
  r_state: AppealState;
};

export type Earlier = {
  readonly key: AppealKey;
  readonly command: string;
  readonly version: number;
  readonly state: AppealState;
};
export type Loaded = {
  readonly appeal: Appeal;
  readonly head: Buffer;
  readonly stateSince: number;
  readonly place: { readonly lat: number | null; readonly long: number | null };
  readonly missing: readonly string[];
  readonly limitSource: string | null;
  readonly suggestedUnit: number | null;
  /** The same request id, seen before. */
  readonly earlier: Earlier | null;
};

const noRequest = '00000000-0000-0000-0000-000000000000';

/** A unit that was since closed is still the one the history names. */
function unitOf(reference: Reference, id: number): UnitRef {
  return reference.units.get(id) ?? { id: unitId(id), path: `/${id}/`, level: 'city', kind: 'department' };
}

function toOrder(row: Row, reference: Reference): WorkOrder | null {
  if (row.o_no === null) return null;
  return {
    no: row.o_no,
    state: row.o_state,
    cause: row.o_cause,
    unit: unitOf(reference, row.o_unit),
    holder: unitOf(reference, row.o_holder),
    designated: row.o_designated,
    offeredAt: row.o_offered_at,
    ackDue: row.o_ack_due,
    contactDue: row.o_contact_due,
    finishDue: row.o_finish_due,
    acknowledgedAt: row.o_acknowledged_at,
    contactedAt: row.o_contacted_at,
    answeredAt: row.o_answered_at,
    draftedBy: row.o_drafted_by === null ? null : accountId(row.o_drafted_by),
  };
}

function toAppeal(row: Row, reference: Reference): Appeal {
  const facts = {
    key: { cohort: cohortOf(row.cohort), id: appealId(row.id) },
    version: row.version,
    filedAt: row.filed_at,
    channel: row.channel,
    kind: row.kind,
    urgency: row.urgency,
    matter: row.matter === null ? null : matterCode(row.matter),
    centre: unitOf(reference, row.centre),
    area: row.area === null ? null : unitId(row.area),
    accused: row.accused === null ? null : unitOf(reference, row.accused),
    confidential: row.confidential,
    dispatchDue: row.dispatch_due,
    firstDispatchedAt: row.first_dispatched_at,
    orders: row.orders,
    sendBacks: row.send_backs,
    bounced: row.bounced_ms,
    dissatisfied: row.dissatisfied,
    urges: row.urges,
    lastUrgedAt: row.last_urged_at,
    followUp: row.follow_up,
  };
  const order = toOrder(row, reference);
  switch (row.state) {
    case 'dispatched':
    case 'awaiting-rating':
      if (!order) throw new Error(`appeal ${row.cohort}/${row.id} is ${row.state} without an order`);
      return { ...facts, state: row.state, order };
    case 'closed':
      return { ...facts, state: 'closed', order, solved: row.solved };
    default:
      return { ...facts, state: row.state, order };
  }
}

/** The appeal as it stands, or null when there is none or row-level security hides it. */
export async function loadAppeal(
  sql: Sql,
  reference: Reference,
  key: AppealKey,
  requestId = noRequest,
): Promise<Loaded | null> {
  const [row] = await sql.query<Row>(load, [key.cohort, key.id, requestId], 'appeal-load');
  if (!row) return null;
  const earlier =
    row.r_cohort === null
      ? null
      : {
          key: { cohort: cohortOf(row.r_cohort), id: appealId(row.r_appeal) },
          command: row.r_command,
          version: row.r_version,
          state: row.r_state,
        };
  return {
    appeal: toAppeal(row, reference),
    head: row.head,
    stateSince: row.state_since,
    place: { lat: row.lat, long: row.long },
    missing: row.missing,
    limitSource: row.o_no === null ? null : row.o_limit_source,
    suggestedUnit: row.o_suggested_unit,
    earlier,
  };
}

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

export async function findRequest(sql: Sql, requestId: string): Promise<Earlier | null> {
  const [row] = await sql.query<{
    cohort: number;
    appeal: number;
    command: string;
    version: number;
    state: AppealState;
  }>(
    'select cohort, appeal, command, version, state from request where id = $1',
    [requestId],
    'request-find',
  );
  return row
    ? {
        key: { cohort: cohortOf(row.cohort), id: appealId(row.appeal) },
        command: row.command,
        version: row.version,
        state: row.state,
      }
    : null;
}

/** What the sequence steps by. */
export const serialBlock = 100;

/** The first serial of a block that is this process's alone. */
export async function takeSerials(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ first: number }>(
    `select nextval('appeal_serial') as first`,
    [],
    'serials-take',
  );
  if (!row) throw new Error('a sequence always gives a value');
  return row.first;
}

/** Photos that are there and belong to no appeal yet. */
export async function freePhotos(sql: Sql, ids: readonly string[]): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    'select count(*) as n from photo where id = any($1::uuid[]) and appeal is null',
    [ids],
    'photos-free',
  );
  return row?.n ?? 0;
}

/** @throws Error when there is no such appeal: a request's row and its appeal are written together */
export async function filedAtOf(database: Database, key: AppealKey): Promise<number> {
  const [row] = await database.scoped(`appeal:${key.cohort}:${key.id}`, (tx) =>
    tx.query<{ filed_at: number }>(
      'select filed_at from appeal where cohort = $1 and id = $2',
      [key.cohort, key.id],
      'appeal-filed-at',
    ),
  );
  if (!row) throw new Error(`request without its appeal ${key.cohort}/${key.id}`);
  return row.filed_at;
}
