import type { Appeal, AppealBeside, AppealState, OrderBeside, WorkOrder } from '@suban/domain/appeal.ts';
import { asFiled } from '@suban/domain/evolve-beside.ts';
import { accountId, type AppealKey, appealId, cohortOf, matterCode, unitId } from '@suban/domain/ids.ts';
import type { UnitRef } from '@suban/domain/units.ts';
import { knownUnit, type Reference } from '../people/reference-store.ts';
import type { Database, Sql } from '../platform/database.ts';

const columns = `
  a.*, o.no as o_no, o.state as o_state, o.cause as o_cause, o.unit as o_unit, o.holder as o_holder,
    o.designated as o_designated, o.offered_at as o_offered_at, o.ack_due as o_ack_due, o.contact_due as o_contact_due,
    o.finish_due as o_finish_due, o.acknowledged_at as o_acknowledged_at, o.contacted_at as o_contacted_at,
    o.answered_at as o_answered_at, o.drafted_by as o_drafted_by, o.limit_source as o_limit_source,
    o.suggested_unit as o_suggested_unit, o.beside as o_beside`;
const orderInHand = 'left join work_order o on o.cohort = a.cohort and o.appeal = a.id and o.no = a.orders';

/** One read gives a command all it needs: the row, its order in hand, and whether this request was here before. */
const load = `
  select ${columns},
    r.cohort as r_cohort, r.appeal as r_appeal, r.command as r_command, r.version as r_version, r.state as r_state
  from appeal a
  ${orderInHand}
  left join request r on r.id = $3
  where a.cohort = $1 and a.id = $2`;

const loadList = `
  select ${columns}, null::int4 as r_cohort
  from unnest($1::int4[], $2::int8[]) with ordinality as k(cohort, id, at)
  join appeal a on a.cohort = k.cohort and a.id = k.id
  ${orderInHand}
  order by k.at`;

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
  rules: number;
  beside: AppealBeside | null;
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
  o_beside: OrderBeside;
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
  return knownUnit(reference, id) ?? { id: unitId(id), path: `/${id}/`, level: 'city', kind: 'department' };
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
    beside: row.o_beside,
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
    beside: row.beside ?? asFiled(row.rules, row.filed_at),
  };
  const order = toOrder(row, reference);
  switch (row.state) {
    case 'dispatched':
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
  return row ? toLoaded(row, reference) : null;
}

/** The same of a list, in the order of its keys; what there is not, or row-level security hides, is left out. */
export async function loadAppeals(
  sql: Sql,
  reference: Reference,
  keys: readonly AppealKey[],
): Promise<Loaded[]> {
  if (keys.length === 0) return [];
  const values = [keys.map(({ cohort }) => cohort), keys.map(({ id }) => id)];
  const rows = await sql.query<Row>(loadList, values, 'appeals-load');
  return rows.map((row) => toLoaded(row, reference));
}

const toLoaded = (row: Row, reference: Reference): Loaded => ({
  appeal: toAppeal(row, reference),
  head: row.head,
  stateSince: row.state_since,
  place: { lat: row.lat, long: row.long },
  missing: row.missing,
  limitSource: row.o_no === null ? null : row.o_limit_source,
  suggestedUnit: row.o_suggested_unit,
  earlier:
    row.r_cohort === null
      ? null
      : {
          key: { cohort: cohortOf(row.r_cohort), id: appealId(row.r_appeal) },
          command: row.r_command,
          version: row.r_version,
          state: row.r_state,
        },
});

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

/**
 * Photos and recordings that are there and belong to no appeal yet.
 * @param shown only what shows something stands for before and after: a photo
 */
export async function freePhotos(sql: Sql, ids: readonly string[], shown = false): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    `select count(*) as n from photo where id = any($1::uuid[]) and appeal is null and (kind = 'photo' or not $2)`,
    [ids, shown],
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
