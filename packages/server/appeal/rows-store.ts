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
export const pageSize = 30;

const after = (sort: string, key: string) =>
  `(${sort}, ${key}) > ($1, $2, $3) order by ${sort}, ${key} limit ${pageSize + 1}`;
const orders = (where: string) =>
  `select cohort, appeal as id, next_due as sort from work_order where ${where} and ${after('next_due', 'cohort, appeal')}`;
/** Reached by what a unit owes or waits for, whose index is not the order's next due. */
const ordersBy = (sort: string, where: string) =>
  `select cohort, appeal as id, ${sort} as sort from work_order where ${where} and ${after(sort, 'cohort, appeal')}`;
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
  'co-handling': {
    text: `select cohort, appeal as id, due as sort from appeal_party
      where unit = $4 and due is not null and ${after('due', 'cohort, appeal')}`,
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
};
/** What the whole city's list would be for one unit's people, with all below it: along the unit's own index. */
const ownSql: Partial<Record<Queue, string>> = {
  'follow-ups': `select distinct on (filed_at, cohort, appeal) cohort, appeal as id, filed_at as sort from appeal_party
    where unit = $4 and follow_up and ${after('filed_at', 'cohort, appeal')}`,
};

function queueOf(queue: Queue, seesAll: boolean): { name: string; text: string; byUnit: boolean } {
  const own = seesAll ? undefined : ownSql[queue];
  return own === undefined
    ? { name: queue, ...queueSql[queue] }
    : { name: `${queue}-own`, text: own, byUnit: true };
}

/** Whose queue it is: their unit, and whether they see the whole city. */
export type QueueOf = { readonly unit: number; readonly seesAll: boolean };

export function queueKeys(
  tx: Tx,
  queue: Queue,
  { unit, seesAll }: QueueOf,
  cursor: Cursor,
): Promise<KeyRow[]> {
  const { name, text, byUnit } = queueOf(queue, seesAll);
  const [sort, cohort, id] = cursor;
  return tx.query<KeyRow>(text, [new Date(sort), cohort, id, ...(byUnit ? [unit] : [])], `queue-${name}`);
}

/** A badge says “99+” rather than count on. */
export const countLimit = 100;

export async function queueCount(tx: Tx, queue: Queue, { unit, seesAll }: QueueOf): Promise<number> {
  const { name, text, byUnit } = queueOf(queue, seesAll);
  const counted = text.replace(/limit \d+$/, `limit ${countLimit}`);
  const [row] = await tx.query<{ n: number }>(
    `select count(*) as n from (${counted}) as q`,
    [new Date(start[0]), start[1], start[2], ...(byUnit ? [unit] : [])],
    `queue-count-${name}`,
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
