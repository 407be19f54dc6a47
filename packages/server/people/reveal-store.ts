import type { AppealKey } from '@suban/domain/ids.ts';
import type { Sql, Tx } from '../platform/database.ts';

export type Reveal = { readonly requestId: string; readonly at: number; readonly account: string; readonly unit: number; readonly key: AppealKey; readonly field: string; readonly purpose: string };

/** Writes the reveal down before anything is shown. The same request again is the same reveal. */
export async function logReveal(tx: Tx, reveal: Reveal): Promise<void> {
  await tx.query(
    `insert into reveal (request, at, account, unit, cohort, appeal, field, purpose) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (request) do nothing`,
    [reveal.requestId, new Date(reveal.at), reveal.account, reveal.unit, reveal.key.cohort, reveal.key.id, reveal.field, reveal.purpose], 'reveal-log');
}

export type RevealRow = { id: number; at: number; name: string; unit: number; field: string; purpose: string; cohort: number; appeal: number; filed_at: number };

/** Newest first, for the auditor: who looked, at which number, why. Never what was seen. */
export function listReveals(sql: Sql, before: number, limit: number): Promise<RevealRow[]> {
  return sql.query<RevealRow>(
    `select r.id, r.at, s.name, r.unit, r.field, r.purpose, r.cohort, r.appeal, a.filed_at
     from reveal r join staff s on s.account = r.account join appeal a on a.cohort = r.cohort and a.id = r.appeal
     where r.id < $1 order by r.id desc limit $2`, [before, limit], 'reveals-list');
}
