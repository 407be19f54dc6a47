import type { AppealState } from '@suban/domain/appeal.ts';
import type { Light } from '@suban/domain/limits.ts';
import type { Tx } from '../platform/database.ts';
import { type Cursor, type KeyRow, pageSize } from '../appeal/rows-store.ts';

export type Filter = {
  readonly state?: AppealState | 'open' | undefined;
  readonly light?: Light | undefined;
  readonly unit?: number | undefined;
  readonly area?: number | undefined;
  readonly matter?: string | undefined;
  readonly channel?: string | undefined;
  /** Filed from then on, ms. */
  readonly filedFrom?: number | undefined;
};

type Condition = { readonly sql: (value: string) => string; readonly value: unknown };

/**
 * The very cases behind a figure, newest first. With a unit or a light the work orders are walked, else the appeals;
 * each along an index that begins with the first condition.
 */
export function filteredKeys(tx: Tx, filter: Filter, cursor: Cursor, now: number, yellowAt: number): Promise<KeyRow[]> {
  const byOrder = filter.unit !== undefined || (filter.light !== undefined && filter.state !== 'received');
  const conditions = [...appealConditions(filter), ...(byOrder ? orderConditions(filter, now, yellowAt) : [])];
  const [sort, cohort, id] = cursor;
  const values: unknown[] = [new Date(sort), cohort, id];
  const where = conditions.map((condition) => {
    if (condition.value === undefined) return condition.sql('');
    values.push(condition.value);
    return condition.sql(`$${values.length}`);
  });
  const column = byOrder ? 'o.offered_at' : 'a.filed_at';
  const text = `select a.cohort, a.id, ${column} as sort
    from appeal a ${byOrder ? 'join work_order o on o.cohort = a.cohort and o.appeal = a.id and o.no = a.orders' : ''}
    where (${column}, a.cohort, a.id) < ($1, $2, $3) ${where.map((each) => `and ${each}`).join(' ')}
    order by ${column} desc, a.cohort desc, a.id desc limit ${pageSize + 1}`;
  return tx.query<KeyRow>(text, values);
}

function appealConditions(filter: Filter): Condition[] {
  const list: Condition[] = [];
  if (filter.state === 'open') list.push({ sql: () => `a.state in ('received', 'dispatched')`, value: undefined });
  else if (filter.state) list.push({ sql: (v) => `a.state = ${v}`, value: filter.state });
  if (filter.area !== undefined) list.push({ sql: (v) => `a.area = ${v}`, value: filter.area });
  if (filter.matter !== undefined) list.push({ sql: (v) => `a.matter = ${v}`, value: filter.matter });
  if (filter.channel !== undefined) list.push({ sql: (v) => `a.channel = ${v}`, value: filter.channel });
  if (filter.filedFrom !== undefined) list.push({ sql: (v) => `a.filed_at >= ${v}`, value: new Date(filter.filedFrom) });
  return list;
}

function orderConditions(filter: Filter, now: number, yellowAt: number): Condition[] {
  const list: Condition[] = [];
  if (filter.unit !== undefined) list.push({ sql: (v) => `o.unit = ${v}`, value: filter.unit });
  const at = `'${new Date(now).toISOString()}'::timestamptz`;
  const turns = `o.offered_at + (o.next_due - o.offered_at) * ${Number(yellowAt)}`;
  if (filter.light === 'red') list.push({ sql: () => `o.next_due <= ${at}`, value: undefined });
  if (filter.light === 'yellow') list.push({ sql: () => `o.next_due > ${at} and ${turns} <= ${at}`, value: undefined });
  if (filter.light === 'green') list.push({ sql: () => `o.next_due > ${at} and ${turns} > ${at}`, value: undefined });
  return list;
}

export type FollowUpRow = { cohort: number; id: number; sort: number; at: number; cause: string; circular: boolean; unit: number | null };

/** Formal follow-ups, the newest first, with what opened them. */
export function followUpKeys(tx: Tx, cursor: Cursor): Promise<FollowUpRow[]> {
  const [sort, cohort, id] = cursor;
  return tx.query<FollowUpRow>(
    `select a.cohort, a.id, a.filed_at as sort, e.at,
       convert_from(e.body, 'UTF8')::jsonb #>> '{data,cause}' as cause,
       (convert_from(e.body, 'UTF8')::jsonb #>> '{data,unit}')::int8 as unit,
       exists (select from appeal_event c where c.cohort = a.cohort and c.appeal = a.id and c.type = 'circular-issued') as circular
     from (select cohort, id, filed_at from appeal where follow_up and (filed_at, cohort, id) < ($1, $2, $3)
           order by filed_at desc, cohort desc, id desc limit ${pageSize + 1}) a
     join appeal_event e on e.cohort = a.cohort and e.appeal = a.id and e.type = 'follow-up-opened'
     order by a.filed_at desc, a.cohort desc, a.id desc`, [new Date(sort), cohort, id], 'follow-ups-page');
}
