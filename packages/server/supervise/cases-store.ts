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

/**
 * The very cases behind a figure, newest first: with a unit or a light the orders in hand by when they were offered, else
 * the appeals by when they were filed. What waits for dispatch has no order but a light of its own, so a light asks for both.
 */
export function filteredKeys(
  tx: Tx,
  filter: Filter,
  cursor: Cursor,
  now: number,
  yellowAt: number,
): Promise<KeyRow[]> {
  const values: unknown[] = [new Date(cursor[0]), cursor[1], cursor[2]];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const lit = (from: string, due: string) =>
    filter.light ? [lightSql(filter.light, from, due, bind(new Date(now)), yellowAt)] : [];
  const parts: string[] = [];
  const both = filter.light !== undefined && filter.unit === undefined;
  if (filter.unit !== undefined || (filter.light !== undefined && filter.state !== 'received')) {
    parts.push(
      page(
        'o.offered_at',
        'join work_order o on o.cohort = a.cohort and o.appeal = a.id and o.no = a.orders',
        [
          ...appealConditions(filter, bind, ['dispatched']),
          ...(filter.unit === undefined ? [] : [`o.unit = ${bind(filter.unit)}`]),
          ...lit('o.offered_at', 'o.next_due'),
        ],
      ),
    );
  }
  if (filter.light === undefined ? filter.unit === undefined : both && waits(filter)) {
    parts.push(
      page('a.filed_at', '', [
        ...appealConditions(filter, bind, ['received', 'dispatched']),
        ...(both ? [`a.state = 'received'`, ...lit('a.filed_at', 'a.dispatch_due')] : []),
      ]),
    );
  }
  const [only = '', ...more] = parts;
  const text =
    more.length === 0
      ? only
      : `select * from (${parts.map((part) => `(${part})`).join(' union all ')}) as c order by sort desc, cohort desc, id desc limit ${pageSize + 1}`;
  return tx.query<KeyRow>(text, values);
}

const waits = ({ state }: Filter) => state === undefined || state === 'open' || state === 'received';

function page(sort: string, join: string, conditions: readonly string[]): string {
  return `select a.cohort, a.id, ${sort} as sort from appeal a ${join}
    where (${sort}, a.cohort, a.id) < ($1, $2, $3) ${conditions.map((each) => `and ${each}`).join(' ')}
    order by ${sort} desc, a.cohort desc, a.id desc limit ${pageSize + 1}`;
}

type Bind = (value: unknown) => string;

/** @param open which states count as open here: a unit has open what it has in hand, not what it sent back */
function appealConditions(filter: Filter, bind: Bind, open: readonly AppealState[]): string[] {
  const list: string[] = [];
  if (filter.state === 'open') list.push(`a.state in (${open.map((state) => `'${state}'`).join(', ')})`);
  else if (filter.state) list.push(`a.state = ${bind(filter.state)}`);
  if (filter.area !== undefined) list.push(`a.area = ${bind(filter.area)}`);
  if (filter.matter !== undefined) list.push(`a.matter = ${bind(filter.matter)}`);
  if (filter.channel !== undefined) list.push(`a.channel = ${bind(filter.channel)}`);
  if (filter.filedFrom !== undefined) list.push(`a.filed_at >= ${bind(new Date(filter.filedFrom))}`);
  return list;
}

function lightSql(light: Light, from: string, due: string, now: string, yellowAt: number): string {
  const turns = `${from} + (${due} - ${from}) * ${yellowAt}`;
  const at = `${now}::timestamptz`;
  if (light === 'red') return `${due} <= ${at}`;
  return `${due} > ${at} and ${turns} ${light === 'yellow' ? '<=' : '>'} ${at}`;
}

export type FollowUpRow = {
  cohort: number;
  id: number;
  sort: number;
  at: number;
  cause: string;
  circular: boolean;
  unit: number | null;
};

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
     order by a.filed_at desc, a.cohort desc, a.id desc`,
    [new Date(sort), cohort, id],
    'follow-ups-page',
  );
}
