import type { AppealKey } from '@suban/domain/ids.ts';
import type { Sql, Tx } from '../platform/database.ts';

export type Reveal = {
  readonly requestId: string;
  readonly at: number;
  readonly account: string;
  readonly unit: number;
  readonly key: AppealKey;
  readonly field: string;
  readonly purpose: string;
};

/**
 * Writes the reveal down before anything is shown. The same request again is the same reveal and is written once.
 * @returns false when the request's id was used for another reveal: nothing may be shown
 */
export async function logReveal(
  tx: Tx,
  { requestId, at, account, unit, key, field, purpose }: Reveal,
): Promise<boolean> {
  const own = [requestId, account, key.cohort, key.id, field];
  const rows = await tx.query(
    `insert into reveal (request, account, cohort, appeal, field, at, unit, purpose) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (request) do nothing returning 1`,
    [...own, new Date(at), unit, purpose],
    'reveal-log',
  );
  if (rows.length === 1) return true;
  const same = await tx.query(
    'select from reveal where request = $1 and account = $2 and cohort = $3 and appeal = $4 and field = $5',
    own,
    'reveal-same',
  );
  return same.length === 1;
}

export type RevealRow = {
  id: number;
  at: number;
  name: string;
  unit: number;
  field: string;
  purpose: string;
  cohort: number;
  appeal: number;
  filed_at: number;
};

/** Newest first, for the auditor: who looked, at which number, why. Never what was seen. */
export function listReveals(sql: Sql, before: number, limit: number): Promise<RevealRow[]> {
  return sql.query<RevealRow>(
    `select r.id, r.at, s.name, r.unit, r.field, r.purpose, r.cohort, r.appeal, a.filed_at
     from reveal r join staff s on s.account = r.account join appeal a on a.cohort = r.cohort and a.id = r.appeal
     where r.id < $1 order by r.id desc limit $2`,
    [before, limit],
    'reveals-list',
  );
}
