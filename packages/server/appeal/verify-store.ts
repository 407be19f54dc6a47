import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import type { Sql } from '../platform/database.ts';

export async function keysAfter(sql: Sql, last: AppealKey | null, limit: number): Promise<AppealKey[]> {
  const rows = await sql.query<{ cohort: number; id: number }>(
    'select cohort, id from appeal where (cohort, id) > ($1, $2) order by cohort, id limit $3', [last?.cohort ?? 0, last?.id ?? 0, limit], 'verify-keys');
  return rows.map(({ cohort, id }) => ({ cohort: cohortOf(cohort), id: appealId(id) }));
}

export type ChainRow = { seq: number; type: string; at: number; body: Buffer; prev_hash: Buffer; hash: Buffer };
export const chainRows = (sql: Sql, key: AppealKey): Promise<ChainRow[]> =>
  sql.query<ChainRow>('select seq, type, at, body, prev_hash, hash from appeal_event where cohort = $1 and appeal = $2 order by seq', [key.cohort, key.id], 'verify-chain');

export type TextRow = { seq: number; slot: string; salt: Buffer; body: string | null };
export const textRows = (sql: Sql, key: AppealKey): Promise<TextRow[]> =>
  sql.query<TextRow>('select seq, slot, salt, body from appeal_text where cohort = $1 and appeal = $2', [key.cohort, key.id], 'verify-texts');

export const cityFigures = (sql: Sql): Promise<{ measure: string; hour: number; n: number }[]> =>
  sql.query(`select measure, hour, n from figure where dimension = 'city'`, [], 'verify-figures');
