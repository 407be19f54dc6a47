import type { Appeal, WorkOrder } from '@suban/domain/appeal.ts';
import { evolve } from '@suban/domain/evolve.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import { sha256 } from '../platform/crypto.ts';
import type { Services } from '../platform/services.ts';
import { canonical, commitment, genesis, open, type Opened, personText } from './canonical.ts';
import { loadAppeal } from './store.ts';
import { nextDue } from './save-store.ts';
import { createTally } from './verify-figures.ts';
import {
  type ChainRow,
  chainRows,
  figureRows,
  keysAfter,
  type OrderRow,
  orderRows,
  type PersonRow,
  personRow,
  type TextRow,
  textRows,
} from './verify-store.ts';

export type Fault = { readonly appeal: string; readonly what: string };
export type Verified = {
  readonly appeals: number;
  readonly events: number;
  readonly faults: readonly Fault[];
};
type Services_ = Pick<Services, 'database' | 'reference' | 'crypto'>;
/** Notes what is wrong with the appeal at hand. */
type Note = (what: string) => void;

const batch = 500;

/**
 * Checks the record against itself: every chain, every commitment to a text or person that is still kept, every stored
 * state and order against the replay of its events, and the figures against `domain/indicators`, with none of the
 * projector's code. Whatever it meets is a fault to report; nothing stops it.
 */
export async function verify(services: Services_): Promise<Verified> {
  const { owner } = services.database;
  const faults: Fault[] = [];
  const tally = createTally();
  let appeals = 0;
  let events = 0;
  for (let last: AppealKey | null = null; ; ) {
    const keys: AppealKey[] = await keysAfter(owner, last, batch);
    for (const key of keys) {
      const note: Note = (what) => faults.push({ appeal: `${key.cohort}/${key.id}`, what });
      const chain = await chainRows(owner, key);
      const history = readChain(key, chain, note);
      checkTexts(history, await textRows(owner, key), note);
      checkPerson(services, history, await personRow(owner, key), note);
      const replayed = replay(history, note);
      await checkState(services, key, replayed, chain.at(-1)?.hash, note);
      checkOrders(replayed.orders, await orderRows(owner, key), note);
      tally.add(history, replayed.appeal);
      events += chain.length;
    }
    appeals += keys.length;
    last = keys.at(-1) ?? null;
    if (!last) break;
  }
  for (const what of tally.differences(await figureRows(owner))) faults.push({ appeal: '', what });
  return { appeals, events, faults };
}

/** The events that can be read, in order; what is wrong with each or between two is noted. */
function readChain(key: AppealKey, rows: readonly ChainRow[], note: Note): Opened[] {
  let previous: Buffer = genesis;
  return rows.flatMap((row, i) => {
    if (row.seq !== i + 1) note(`event ${i + 1} is missing`);
    if (!row.prev_hash.equals(previous)) note(`event ${row.seq} does not follow the one before it`);
    if (!sha256(row.prev_hash, row.body).equals(row.hash)) note(`event ${row.seq} was changed`);
    previous = row.hash;
    const event = readEvent(row);
    if (!event) {
      note(`event ${row.seq} cannot be read`);
      return [];
    }
    if (row.type !== event.event.type || row.at !== event.at || row.seq !== event.seq)
      note(`event ${row.seq}: its columns differ from its bytes`);
    if (event.key.id !== key.id || event.key.cohort !== key.cohort)
      note(`event ${row.seq} belongs to another appeal`);
    return [event];
  });
}

function readEvent(row: ChainRow): Opened | null {
  try {
    return open(row.body);
  } catch {
    return null;
  }
}

/** A text that is there must be the one committed to; one that is gone was erased. */
function checkTexts(history: readonly Opened[], texts: readonly TextRow[], note: Note): void {
  for (const text of texts) {
    const promised = history.find((event) => event.seq === text.seq)?.commit[text.slot];
    const kept = text.body === null || promised === commitment(text.salt, text.body);
    if (!kept) note(`text ${text.slot} of event ${text.seq} is not the one committed to`);
  }
}

/** Who filed it, likewise: an erased person has neither name nor phone. */
function checkPerson(
  { crypto }: Services_,
  history: readonly Opened[],
  person: PersonRow | null,
  note: Note,
): void {
  if (!person || (person.name === null && person.phone === null)) return;
  try {
    const [name, phone] = [
      person.name && crypto.open(person.name),
      person.phone && crypto.open(person.phone),
    ];
    if (history[0]?.commit['person'] !== commitment(person.salt, personText({ name, phone })))
      note('its person is not the one committed to');
  } catch {
    note('its person cannot be opened');
  }
}

type Replayed = { readonly appeal: Appeal | null; readonly orders: ReadonlyMap<number, WorkOrder> };

function replay(history: readonly Opened[], note: Note): Replayed {
  let appeal: Appeal | null = null;
  const orders = new Map<number, WorkOrder>();
  try {
    for (const event of history) {
      appeal = evolve(appeal, event);
      if (appeal.order) orders.set(appeal.order.no, appeal.order);
    }
  } catch {
    note('its events cannot be replayed');
  }
  return { appeal, orders };
}

async function checkState(
  { database, reference }: Services_,
  key: AppealKey,
  { appeal }: Replayed,
  head: Buffer | undefined,
  note: Note,
): Promise<void> {
  // A row that no appeal can be made of is a state no events make.
  const stored = await loadAppeal(database.owner, reference(), key).catch(() => null);
  if (!stored || !appeal || plain(stored.appeal) !== plain(appeal))
    note('its state is not what its events make');
  if (stored && head && !stored.head.equals(head)) note('its head is not its last event');
}

/** Units by id: a unit may have moved in the tree since. */
const plain = (state: Appeal): string =>
  canonical(JSON.parse(JSON.stringify(state, (_key, value: unknown) => (isUnit(value) ? value.id : value))));
const isUnit = (value: unknown): value is { id: number } =>
  typeof value === 'object' && value !== null && 'path' in value && 'id' in value;

/** All its orders, the earlier ones too, with the clock their lights and queues go by. */
function checkOrders(
  expected: ReadonlyMap<number, WorkOrder>,
  stored: readonly OrderRow[],
  note: Note,
): void {
  for (const no of new Set([...expected.keys(), ...stored.map((row) => row.no)])) {
    const [order, row] = [expected.get(no), stored.find((each) => each.no === no)];
    if (!order || !row || canonical(row) !== canonical(rowOf(order)))
      note(`order ${no} is not what its events make`);
  }
}

const rowOf = (order: WorkOrder): OrderRow => ({
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
});
