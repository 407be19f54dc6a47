import type { Appeal, WorkOrder } from '@suban/domain/appeal.ts';
import { evolve } from '@suban/domain/evolve.ts';
import { pendingExclusion } from '@suban/domain/supervise/exclusion.ts';
import { nextWatch } from '@suban/domain/supervise/watch.ts';
import { lineage, type UnitRef } from '@suban/domain/units.ts';
import type { Reference } from '../people/reference-store.ts';
import { canonical, type Opened } from './canonical.ts';
import { nextDue } from './save-store.ts';
import type { Loaded } from './store.ts';
import type { Note } from './verify-chain.ts';
import type { ColumnRow, OrderRow, PartyRow } from './verify-store.ts';

/** What the events make: the appeal, each order as it last stood, and the units that have come to see it. */
export type Replayed = {
  readonly appeal: Appeal | null;
  readonly orders: ReadonlyMap<number, WorkOrder>;
  readonly parties: ReadonlySet<string>;
};

export function replay(history: readonly Opened[], note: Note): Replayed {
  let appeal: Appeal | null = null;
  const orders = new Map<number, WorkOrder>();
  const parties = new Set<string>();
  try {
    for (const event of history) {
      appeal = evolve(appeal, event);
      if (appeal.order) orders.set(appeal.order.no, appeal.order);
      for (const party of partiesOf(appeal)) parties.add(party);
    }
  } catch {
    note('its events cannot be replayed');
  }
  return { appeal, orders, parties };
}

function partiesOf({ centre, order }: Appeal): string[] {
  const above = (unit: UnitRef) =>
    lineage(unit)
      .slice(1, -1)
      .map((id) => `${id} superior`);
  if (!order) return [`${centre.id} centre`, ...above(centre)];
  const { unit, holder, beside } = order;
  return [
    `${centre.id} centre`,
    ...above(centre),
    `${unit.id} lead`,
    `${holder.id} holder`,
    ...above(holder),
    ...beside.coHandlers.map((each) => `${each.unit.id} co-handler`),
  ];
}

export function checkState(
  { appeal }: Replayed,
  stored: Loaded | null,
  head: Buffer | undefined,
  note: Note,
): void {
  if (!stored || !appeal || plain(stored.appeal) !== plain(appeal))
    note('its state is not what its events make');
  if (stored && head && !stored.head.equals(head)) note('its head is not its last event');
}

/** Units by id: a unit may have moved in the tree since. */
const plain = (state: unknown): string =>
  canonical(JSON.parse(JSON.stringify(state, (_key, value: unknown) => (isUnit(value) ? value.id : value))));
const isUnit = (value: unknown): value is { id: number } =>
  typeof value === 'object' && value !== null && 'path' in value && 'id' in value;

/** An appeal whose tick failed, or that was woken for nothing, is looked at again after this, in ms, at the latest. */
const putOff = 61_000;

/** What lists and the sweep find it by. */
export function checkColumns(
  { settingsOf, calendar }: Pick<Reference, 'settingsOf' | 'calendar'>,
  { appeal }: Replayed,
  row: ColumnRow | undefined,
  now: number,
  note: Note,
): void {
  if (!appeal || !row) return;
  const { beside } = appeal;
  if (row.state_since !== beside.since) note('when it came into its state is not what its events make');
  if (
    row.master_cohort !== (beside.master?.key.cohort ?? null) ||
    row.master !== (beside.master?.key.id ?? null)
  )
    note('its master is not what its events make');
  if (row.call_back !== beside.callBack) note('its call-back is not what its events make');
  if (row.exclusion_asked !== (pendingExclusion(appeal)?.at ?? null))
    note('its wish to be excluded is not what its events make');
  const watch = nextWatch(appeal, settingsOf(beside.rules), calendar);
  const putOffOnly =
    watch !== null && row.next_watch !== null && watch <= row.next_watch && row.next_watch <= now + putOff;
  if (row.next_watch !== watch && !putOffOnly) note('its next watch is not what is next to come');
}

/** All its orders, the earlier ones too, with the clock their lights and queues go by. */
export function checkOrders(
  expected: ReadonlyMap<number, WorkOrder>,
  stored: readonly OrderRow[],
  note: Note,
): void {
  for (const no of new Set([...expected.keys(), ...stored.map((row) => row.no)])) {
    const [order, row] = [expected.get(no), stored.find((each) => each.no === no)];
    if (
      !order ||
      !row ||
      plain({ ...row, cohort: 0, appeal: 0 }) !== plain({ ...rowOf(order), cohort: 0, appeal: 0 })
    )
      note(`order ${no} is not what its events make`);
  }
}

const rowOf = (order: WorkOrder): Omit<OrderRow, 'cohort' | 'appeal'> => ({
  no: order.no,
  state: order.state,
  cause: order.cause,
  unit: order.unit.id,
  holder: order.holder.id,
  designated: order.designated,
  offered_at: order.offeredAt,
  ack_due: order.ackDue,
  contact_due: order.contactDue,
  finish_due: order.finishDue,
  acknowledged_at: order.acknowledgedAt,
  contacted_at: order.contactedAt,
  answered_at: order.answeredAt,
  drafted_by: order.draftedBy,
  next_due: nextDue(order),
  asked: nextDue(order) === null ? null : (order.beside.asked?.what ?? null),
  review_at: order.beside.reviewAt,
  lead_2: lineage(order.unit)[1] ?? null,
  lead_3: lineage(order.unit)[2] ?? null,
  beside: order.beside,
});

/** Who may see it, and which co-handler owes a report until when. */
export function checkParties({ appeal, parties }: Replayed, stored: readonly PartyRow[], note: Note): void {
  const owed = new Map(
    (appeal?.state === 'dispatched' ? appeal.order.beside.coHandlers : []).map((each) => [
      `${each.unit.id} co-handler`,
      each.reportedAt === null ? each.due : null,
    ]),
  );
  const found = new Map(stored.map((row) => [`${row.unit} ${row.as}`, row.due]));
  for (const { unit, as, filed_at, matter, follow_up } of appeal ? stored : [])
    if (filed_at !== appeal?.filedAt || matter !== appeal.matter || follow_up !== appeal.followUp)
      note(`party ${unit} ${as} has it in its lists as it is not`);
  for (const name of new Set([...parties, ...found.keys()])) {
    if (!parties.has(name)) note(`party ${name} never came to see it`);
    else if (!found.has(name)) note(`party ${name} is missing`);
    else if (found.get(name) !== (owed.get(name) ?? null)) note(`party ${name} owes by another date`);
  }
}
