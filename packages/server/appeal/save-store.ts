import type { Appeal, WorkOrder } from '@suban/domain/appeal.ts';
import { pendingExclusion } from '@suban/domain/supervise/exclusion.ts';
import { lineage, type UnitRef } from '@suban/domain/units.ts';
import { brokenUniqueness, type Tx } from '../platform/database.ts';
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
      return order.finishDue;
    // Its clock stands still: what comes next is its review.
    case 'on-ledger':
      return order.beside.reviewAt;
    case 'answered':
    case 'sent-back':
    case 'terminated':
      return null;
    default:
      return order.state satisfies never;
  }
}

const time = (ms: number | null) => (ms === null ? null : new Date(ms));
type Party = readonly [
  unit: number,
  as: 'centre' | 'lead' | 'holder' | 'superior' | 'co-handler',
  due: number | null,
];

/** Units that come to see the appeal by where it stands now. The city's level sees all, so its root needs no row. */
function parties(appeal: Appeal): Party[] {
  const { centre, order } = appeal;
  const above = new Set([centre, ...(order ? [order.holder] : [])].flatMap(superiors));
  return [
    [centre.id, 'centre', null],
    ...(order
      ? ([
          [order.unit.id, 'lead', null],
          [order.holder.id, 'holder', null],
        ] as const)
      : []),
    ...[...above].map((id): Party => [id, 'superior', null]),
    ...coHandlers(appeal),
  ];
}

/** Those between the city and a unit, who see what it has. */
export const superiors = (unit: Pick<UnitRef, 'path'>): number[] => lineage(unit).slice(1, -1);

/** A co-handler owes its report while the order is in hand. */
function coHandlers({ state, order }: Appeal): Party[] {
  return (order?.beside.coHandlers ?? []).map(({ unit, due, reportedAt }) => [
    unit.id,
    'co-handler',
    state === 'dispatched' && reportedAt === null ? due : null,
  ]);
}

/** Those who come to see it by this command, or owe something else than before. */
function newParties(before: Appeal, after: Appeal): Party[] {
  const known = new Set(parties(before).map(String));
  const now = parties(after);
  // Whoever helped with an order that another has taken the place of owes nothing any more.
  const released = coHandlers(before).filter(
    ([unit]) => !now.some(([each, as]) => each === unit && as === 'co-handler'),
  );
  return [
    ...now.filter((party) => !known.has(String(party))),
    ...released.map(([unit]): Party => [unit, 'co-handler', null]),
  ];
}

const eventTypes = ['int4', 'text', 'timestamptz', 'bytea', 'bytea', 'bytea'];
const textTypes = ['int4', 'text', 'bytea', 'text'];
const partyTypes = ['int8', 'text', 'timestamptz'];
const orderColumns = {
  no: 'int2',
  state: 'text',
  cause: 'text',
  unit: 'int8',
  holder: 'int8',
  centre: 'int8',
  designated: 'boolean',
  offered_at: 'timestamptz',
  ack_due: 'timestamptz',
  contact_due: 'timestamptz',
  finish_due: 'timestamptz',
  acknowledged_at: 'timestamptz',
  contacted_at: 'timestamptz',
  answered_at: 'timestamptz',
  drafted_by: 'text',
  limit_source: 'text',
  suggested_unit: 'int8',
  next_due: 'timestamptz',
  beside: 'jsonb',
  asked: 'text',
  review_at: 'timestamptz',
  lead_2: 'int8',
  lead_3: 'int8',
};
/** How many values stand before those of the parts. */
const fixed = 30;

/** How many rows each part has. */
type Shape = readonly [
  events: number,
  texts: number,
  parties: number,
  orders: number,
  photos: number,
  /** Has anything changed that lists look for beside the relation? */
  listed: number,
];

/**
 * Writes all or nothing: where the version has moved on, no row is updated and nothing else follows; where the request's
 * id was taken meanwhile, the whole statement fails. So it may travel together with its commit. Put together of the parts
 * there is something to write for: a part costs the database as much as a row, also when it has none.
 */
function savingText([events, texts, joining, orders, photos, listed]: Shape): string {
  let n = fixed;
  const next = (type: string) => {
    n += 1;
    return `$${n}::${type}`;
  };
  const rows = (count: number, types: readonly string[]) =>
    `w, (values ${Array.from({ length: count }, () => `(${types.map(next).join(', ')})`).join(', ')}) as v`;
  const part = (count: number, sql: () => string) => (count === 0 ? '' : `${sql()},`);
  return `
  with w as (
    update appeal set version = $5, state = $6, state_since = case when state = $6 then state_since else $7 end, kind = $8,
      urgency = $9, matter = $10, centre = $11, dispatch_due = $12, first_dispatched_at = $13, orders = $14, send_backs = $15,
      bounced_ms = $16, dissatisfied = $17, urges = $18, last_urged_at = $19, follow_up = $20, solved = $21, head = $22,
      beside = $24, next_watch = $25, master_cohort = $26, master = $27, call_back = $28, confidential = $29, exclusion_asked = $30
    where cohort = $1 and id = $2 and version = $23 returning cohort, id, filed_at, matter, follow_up),
  ${part(events, () => `e as (insert into appeal_event (cohort, appeal, seq, type, at, body, prev_hash, hash) select w.cohort, w.id, v.* from ${rows(events, eventTypes)})`)}
  ${part(texts, () => `t as (insert into appeal_text (cohort, appeal, seq, slot, salt, body) select w.cohort, w.id, v.* from ${rows(texts, textTypes)})`)}
  ${part(
    joining,
    () => `p as (insert into appeal_party (cohort, appeal, unit, "as", due, filed_at, matter, follow_up) select w.cohort, w.id, v.*, w.filed_at, w.matter, w.follow_up from ${rows(joining, partyTypes)}
    on conflict (cohort, appeal, unit, "as") do update set due = excluded.due, matter = excluded.matter, follow_up = excluded.follow_up returning unit, "as")`,
  )}
  ${part(
    listed,
    () => `l as (update appeal_party set matter = w.matter, follow_up = w.follow_up from w where appeal_party.cohort = w.cohort and appeal_party.appeal = w.id
      ${joining === 0 ? '' : 'and (appeal_party.unit, appeal_party."as") not in (select unit, "as" from p)'})`,
  )}
  ${part(
    orders,
    () => `o as (insert into work_order (cohort, appeal, ${Object.keys(orderColumns).join(', ')}) select w.cohort, w.id, v.* from ${rows(orders, Object.values(orderColumns))}
    on conflict (cohort, appeal, no) do update set state = excluded.state, holder = excluded.holder, centre = excluded.centre,
      acknowledged_at = excluded.acknowledged_at, contacted_at = excluded.contacted_at, answered_at = excluded.answered_at,
      drafted_by = excluded.drafted_by, suggested_unit = excluded.suggested_unit, next_due = excluded.next_due, ack_due = excluded.ack_due,
      finish_due = excluded.finish_due, beside = excluded.beside, asked = excluded.asked, review_at = excluded.review_at)`,
  )}
  ${part(photos, () => `f as (update photo set cohort = w.cohort, appeal = w.id from w where photo.id = any(${next('uuid[]')}) and photo.appeal is null)`)}
  r as (insert into request (id, cohort, appeal, command, version, state) select $3, w.cohort, w.id, $4, $5, $6 from w)
  select 1 as won from w`;
}

const texts = new Map<string, string>();

/** The same text for the same shape, under a name of its own, so that each connection plans it once. */
function savingOf(shape: Shape): { readonly name: string; readonly text: string } {
  const name = `appeal-save-${shape.join('-')}`;
  const text = texts.get(name) ?? savingText(shape);
  texts.set(name, text);
  return { name, text };
}

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
  /** When the system has next to look at it, in ms. */
  readonly nextWatch: number | null;
};

const orderValues = (order: WorkOrder, { after, limitSource, suggestedUnit }: Saving): unknown[] => [
  order.no,
  order.state,
  order.cause,
  order.unit.id,
  order.holder.id,
  after.centre.id,
  order.designated,
  time(order.offeredAt),
  time(order.ackDue),
  time(order.contactDue),
  time(order.finishDue),
  time(order.acknowledgedAt),
  time(order.contactedAt),
  time(order.answeredAt),
  order.draftedBy,
  limitSource,
  suggestedUnit,
  time(nextDue(order)),
  JSON.stringify(order.beside),
  nextDue(order) === null ? null : (order.beside.asked?.what ?? null),
  time(order.beside.reviewAt),
  lineage(order.unit)[1] ?? null,
  lineage(order.unit)[2] ?? null,
];

const appealValues = ({ after, before, requestId, command, nextWatch }: Saving, last: Sealed): unknown[] => [
  after.key.cohort,
  after.key.id,
  requestId,
  command,
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
  JSON.stringify(after.beside),
  time(nextWatch),
  after.beside.master?.key.cohort ?? null,
  after.beside.master?.key.id ?? null,
  after.beside.callBack,
  after.confidential,
  time(pendingExclusion(after)?.at ?? null),
];

/**
 * Saves and commits.
 * @returns false when another write came first: the same request's twin or another command. Read and decide again.
 */
export async function saveDecision(tx: Tx, saving: Saving): Promise<boolean> {
  const { after, before, events, orders, photos } = saving;
  const last = events.at(-1);
  if (!last) throw new Error('a decision that is no refusal has events');
  const words = events.flatMap((event) =>
    event.texts.map(({ slot, salt, body }) => [event.seq, slot, salt, body]),
  );
  const joining = newParties(before, after);
  const { name, text } = savingOf([
    events.length,
    words.length,
    joining.length,
    orders.length,
    Math.min(photos.length, 1),
    before.matter === after.matter && before.followUp === after.followUp ? 0 : 1,
  ]);
  const values = [
    ...appealValues(saving, last),
    ...events.flatMap((e) => [e.seq, e.type, new Date(e.at), e.body, e.prevHash, e.hash]),
    ...words.flat(),
    ...joining.flatMap(([unit, as, due]) => [unit, as, time(due)]),
    ...orders.flatMap((order) => orderValues(order, saving)),
    ...(photos.length === 0 ? [] : [photos]),
  ];
  try {
    return (await tx.last(text, values, name)).length === 1;
  } catch (error) {
    if (brokenUniqueness(error) === 'request_pkey') return false;
    throw error;
  }
}
