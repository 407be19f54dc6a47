import type { Queue } from '@suban/domain/api.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import type { Tx } from '../platform/database.ts';

/** Where a page ended: the value it was sorted by, then the key. */
export type Cursor = readonly [sort: number, cohort: number, id: number];
export type KeyRow = { cohort: number; id: number; sort: number };

/** Before every row of an ascending list. */
export const start: Cursor = [-8_640_000_000_000, 0, 0];
/** Before every row of a descending one. */
export const end: Cursor = [8_640_000_000_000_000 - 1, 999_999, Number.MAX_SAFE_INTEGER];
/** Rows of one request: each costs some 10 buffers for who sees the city, some 25 for one unit's people; a list goes on loading as it is scrolled. */
export const pageSize = 12;

const after = (sort: string, key: string) =>
  `(${sort}, ${key}) > ($1, $2, $3) order by ${sort}, ${key} limit ${pageSize + 1}`;
/** Stands where people who are blind to some appeals leave those out: only an appeal's own row says which they are. */
const visible = '/* visible */';
const seenOnly = 'and exists (select from appeal a where a.cohort = o.cohort and a.id = o.appeal offset 0)';
/** Reached by `sort`, which is not for all the order's next due: what a unit owes or waits for. */
const ordersBy = (sort: string, where: string, table = 'work_order') =>
  `select cohort, appeal as id, ${sort} as sort from ${table} o where ${where} ${visible} and ${after(sort, 'cohort, appeal')}`;
const orders = (where: string) => ordersBy('next_due', where);
const appeals = (where: string, sort: string) =>
  `select cohort, id, ${sort} as sort from appeal where ${where} and ${after(sort, 'cohort, id')}`;

/**
 * Each queue as one index range, the most urgent first; `$4` is the unit. The same condition counts it, so a badge and
 * its list never disagree.
 */
const queueSql: Record<Queue, { readonly text: string; readonly byUnit: boolean }> = {
  'to-dispatch': { text: appeals(`state = 'received' and centre = $4`, 'dispatch_due'), byUnit: true },
  'send-backs': { text: orders(`state = 'send-back-pending' and centre = $4`), byUnit: true },
  arbitration: { text: orders(`state = 'in-arbitration'`), byUnit: false },
  'in-hand': {
    text: orders(`holder = $4 and state in ('offered', 'acknowledged', 'working')`),
    byUnit: true,
  },
  'to-review': { text: orders(`unit = $4 and state = 'in-review'`), byUnit: true },
  'co-handling': { text: ordersBy('due', 'unit = $4 and due is not null', 'appeal_party'), byUnit: true },
  'about-centre': {
    text: `select * from (
      (${appeals(`state = 'received' and accused = $4 and centre = $4`, 'dispatch_due')})
      union all
      (select o.cohort, o.appeal as id, o.next_due as sort
       from appeal a join work_order o on o.cohort = a.cohort and o.appeal = a.id and o.no = a.orders
       where a.accused = $4 and a.centre = $4 and a.state = 'dispatched' and (o.state = 'send-back-pending' or o.asked <> 'closure')
         and ${after('o.next_due', 'o.cohort, o.appeal')})) q
      order by sort, cohort, id limit ${pageSize + 1}`,
    byUnit: true,
  },
  applications: { text: orders(`centre = $4 and asked <> 'closure'`), byUnit: true },
  closures: { text: orders(`asked = 'closure'`), byUnit: false },
  'on-ledger': { text: ordersBy('review_at', `unit = $4 and state = 'on-ledger'`), byUnit: true },
  'call-backs': { text: appeals('call_back is not null', 'state_since'), byUnit: false },
  'awaiting-rating': {
    text: appeals(`state in ('awaiting-rating', 'answered-at-once')`, 'state_since'),
    byUnit: false,
  },
  'follow-ups': { text: appeals('follow_up', 'filed_at'), byUnit: false },
  exclusions: { text: appeals('exclusion_asked is not null', 'exclusion_asked'), byUnit: false },
};
/** What the whole city's list would be for one unit's people, with all below it: along the unit's own index. */
const ownSql: Partial<Record<Queue, string>> = {
  'follow-ups': `select distinct on (filed_at, cohort, appeal) cohort, appeal as id, filed_at as sort from appeal_party
    where unit = $4 and follow_up and ${after('filed_at', 'cohort, appeal')}`,
};

/** Whose queue it is: their unit, whether they see the whole city, and whether all of it but complaints about themselves. */
export type QueueOf = { readonly unit: number; readonly seesAll: boolean; readonly partlyBlind: boolean };

function queueOf(queue: Queue, { seesAll, partlyBlind }: QueueOf) {
  const own = seesAll ? undefined : ownSql[queue];
  if (own !== undefined) return { name: `${queue}-own`, text: own, byUnit: true };
  const { text, byUnit } = queueSql[queue];
  return {
    name: partlyBlind ? `${queue}-seen` : queue,
    text: text.replace(visible, partlyBlind ? seenOnly : ''),
    byUnit,
  };
}

/** @param most one more than a page, unless a filter looks through them */
export function queueKeys(
  tx: Tx,
  queue: Queue,
  whose: QueueOf,
  cursor: Cursor,
  most: number = pageSize + 1,
): Promise<KeyRow[]> {
  const { name, text, byUnit } = queueOf(queue, whose);
  const [sort, cohort, id] = cursor;
  return tx.query<KeyRow>(
    text.replace(/limit \d+$/, `limit ${most}`),
    [new Date(sort), cohort, id, ...(byUnit ? [whose.unit] : [])],
    `queue-${name}-${most}`,
  );
}

/** A badge says “49+” rather than count on; “39+” for one unit's people, of whom row-level security asks each. */
export const countLimit = ({ seesAll }: QueueOf): number => (seesAll ? 50 : 40);

export async function queueCount(tx: Tx, queue: Queue, whose: QueueOf): Promise<number> {
  const { name, text, byUnit } = queueOf(queue, whose);
  const counted = text.replaceAll(/limit \d+/g, `limit ${countLimit(whose)}`);
  const [row] = await tx.query<{ n: number }>(
    `select count(*) as n from (${counted}) as q`,
    [new Date(start[0]), start[1], start[2], ...(byUnit ? [whose.unit] : [])],
    `queue-count-${name}-${countLimit(whose)}`,
  );
  return row?.n ?? 0;
}

/** What a list shows beside the appeal itself: its title. */
export function titlesOf(
  tx: Tx,
  keys: readonly AppealKey[],
): Promise<{ cohort: number; id: number; title: string | null }[]> {
  return tx.query(
    `select k.cohort, k.id, t.body as title from unnest($1::int4[], $2::int8[]) as k(cohort, id)
     join appeal_text t on t.cohort = k.cohort and t.appeal = k.id and t.seq = 1 and t.slot = 'title'`,
    [keys.map((k) => k.cohort), keys.map((k) => k.id)],
    'row-titles',
  );
}

/** Of those in which something waits for a decision, when it was asked for, ms. */
export function askedOf(
  tx: Tx,
  keys: readonly AppealKey[],
): Promise<{ cohort: number; id: number; at: number }[]> {
  return tx.query(
    `select k.cohort, k.id, max(e.at) as at from unnest($1::int4[], $2::int8[]) as k(cohort, id)
     join appeal_event e on e.cohort = k.cohort and e.appeal = k.id and e.type = 'applied' group by k.cohort, k.id`,
    [keys.map((k) => k.cohort), keys.map((k) => k.id)],
    'row-asked',
  );
}

type Option = { unit: number; matter: string; confidence: number; words: string[] };

/** What is suggested for those that wait for dispatch. */
export function optionsOf(
  tx: Tx,
  keys: readonly AppealKey[],
): Promise<{ cohort: number; id: number; options: Option[] }[]> {
  return tx.query(
    `select k.cohort, k.id, s.options from unnest($1::int4[], $2::int8[]) as k(cohort, id)
     join suggestion s on s.cohort = k.cohort and s.appeal = k.id`,
    [keys.map((k) => k.cohort), keys.map((k) => k.id)],
    'row-options',
  );
}
