import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import type { Sql } from '../platform/database.ts';
import type { Figure } from './verify-figures.ts';

export async function keysAfter(sql: Sql, last: AppealKey | null, limit: number): Promise<AppealKey[]> {
  const rows = await sql.query<{ cohort: number; id: number }>(
    'select cohort, id from appeal where (cohort, id) > ($1, $2) order by cohort, id limit $3',
    [last?.cohort ?? 0, last?.id ?? 0, limit],
    'verify-keys',
  );
  return rows.map(({ cohort, id }) => ({ cohort: cohortOf(cohort), id: appealId(id) }));
}

export type ChainRow = {
  seq: number;
  type: string;
  at: number;
  body: Buffer;
  prev_hash: Buffer;
  hash: Buffer;
};
export const chainRows = (sql: Sql, key: AppealKey): Promise<ChainRow[]> =>
  sql.query<ChainRow>(
    'select seq, type, at, body, prev_hash, hash from appeal_event where cohort = $1 and appeal = $2 order by seq',
    [key.cohort, key.id],
    'verify-chain',
  );

export type TextRow = { seq: number; slot: string; salt: Buffer; body: string | null };
export const textRows = (sql: Sql, key: AppealKey): Promise<TextRow[]> =>
  sql.query<TextRow>(
    'select seq, slot, salt, body from appeal_text where cohort = $1 and appeal = $2',
    [key.cohort, key.id],
    'verify-texts',
  );

export type PersonRow = { salt: Buffer; name: Buffer | null; phone: Buffer | null };
export async function personRow(sql: Sql, key: AppealKey): Promise<PersonRow | null> {
  const [row] = await sql.query<PersonRow>(
    'select salt, name, phone from person where cohort = $1 and appeal = $2',
    [key.cohort, key.id],
    'verify-person',
  );
  return row ?? null;
}

export type OrderRow = {
  no: number;
  state: string;
  cause: string;
  unit: number;
  holder: number;
  designated: boolean;
  offered_at: number;
  ack_due: number;
  contact_due: number;
  finish_due: number;
  acknowledged_at: number | null;
  contacted_at: number | null;
  answered_at: number | null;
  drafted_by: string | null;
  next_due: number | null;
};
export const orderRows = (sql: Sql, key: AppealKey): Promise<OrderRow[]> =>
  sql.query<OrderRow>(
    `select no, state, cause, unit, holder, designated, offered_at, ack_due, contact_due, finish_due, acknowledged_at, contacted_at,
       answered_at, drafted_by, next_due from work_order where cohort = $1 and appeal = $2`,
    [key.cohort, key.id],
    'verify-orders',
  );

export const figureRows = (sql: Sql): Promise<Figure[]> =>
  sql.query(
    `select measure, dimension, key, hour, n from figure
     union all select 'open', dimension, key, null, n from open_now`,
    [],
    'verify-figures',
  );
