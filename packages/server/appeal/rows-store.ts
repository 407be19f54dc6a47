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

export function queueKeys(tx: Tx, queue: Queue, unit: number, cursor: Cursor): Promise<KeyRow[]> {
  const { text, byUnit } = queueSql[queue];
  const [sort, cohort, id] = cursor;
  return tx.query<KeyRow>(text, [new Date(sort), cohort, id, ...(byUnit ? [unit] : [])], `queue-${queue}`);
}

/** A badge says “999+” rather than count on. */
export const countLimit = 1_000;

export async function queueCount(tx: Tx, queue: Queue, unit: number): Promise<number> {
  const { text, byUnit } = queueSql[queue];
  const counted = text.replace(/limit \d+$/, `limit ${countLimit}`);
  const [row] = await tx.query<{ n: number }>(
    `select count(*) as n from (${counted}) as q`,
    [new Date(start[0]), start[1], start[2], ...(byUnit ? [unit] : [])],
    `queue-count-${queue}`,
  );
  return row?.n ?? 0;
}

export type Extra = {
  cohort: number;
  id: number;
  title: string | null;
  options: { unit: number; matter: string; confidence: number; words: string[] }[] | null;
};

/** What a list shows beside the appeal itself: its title and first suggestion. */
export function rowExtras(tx: Tx, keys: readonly AppealKey[]): Promise<Extra[]> {
  return tx.query<Extra>(
    `select k.cohort, k.id, t.body as title, s.options
     from unnest($1::int4[], $2::int8[]) as k(cohort, id)
     left join appeal_text t on t.cohort = k.cohort and t.appeal = k.id and t.seq = 1 and t.slot = 'title'
     left join suggestion s on s.cohort = k.cohort and s.appeal = k.id`,
    [keys.map((k) => k.cohort), keys.map((k) => k.id)],
    'row-extras',
  );
}

/** The months that hold appeals, newest first; a walk over the key's index, one step a month. */
function months(tx: Tx): Promise<{ cohort: number }[]> {
  return tx.query<{ cohort: number }>(
    `with recursive m as (
       (select cohort from appeal_words order by cohort desc limit 1)
       union all
       select (select cohort from appeal_words w where w.cohort < m.cohort order by cohort desc limit 1) from m where m.cohort is not null)
     select cohort from m where cohort is not null`,
    [],
    'search-months',
  );
}

export const searchLimit = 50;

/**
 * Appeals with all these words, newest month first, until there are enough.
 * @param unit who must be party to them, or null for all: left to row-level security, a unit's own would be crowded out
 */
export async function searchKeys(
  tx: Tx,
  words: readonly string[],
  unit: number | null,
): Promise<AppealKeyRow[]> {
  const found: AppealKeyRow[] = [];
  const query = words.map((word) => `'${word.replaceAll("'", "''")}'`).join(' & ');
  for (const { cohort } of await months(tx)) {
    const rows = await tx.query<AppealKeyRow>(
      `select w.cohort, w.appeal as id from appeal_words w where w.cohort = $1 and w.words @@ $2::tsquery
         and ($4::int8 is null or exists (select from appeal_party p where p.cohort = w.cohort and p.appeal = w.appeal and p.unit = $4))
       limit $3`,
      [cohort, query, searchLimit - found.length, unit],
      'search-month',
    );
    found.push(...rows);
    if (found.length >= searchLimit) break;
  }
  return found;
}
type AppealKeyRow = { cohort: number; id: number };
