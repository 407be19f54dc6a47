import type { AppealKey } from '@suban/domain/ids.ts';
import type { Tx } from '../platform/database.ts';

type Words = { cohort: number; id: number; slot: string; body: string | null };

/** What was filed, and what reviews found, the latest last. */
export function fieldWords(tx: Tx, keys: readonly AppealKey[]): Promise<Words[]> {
  return tx.query<Words>(
    `select k.cohort, k.id, t.slot, t.body from unnest($1::int4[], $2::int8[]) as k(cohort, id)
     join appeal_text t on t.cohort = k.cohort and t.appeal = k.id
     where (t.seq = 1 and t.slot in ('title', 'body', 'address')) or t.slot = 'findings'
     order by t.seq`,
    [keys.map((key) => key.cohort), keys.map((key) => key.id)],
    'field-words',
  );
}

/** Those of them whose citizens have left a number. */
export function withPhone(tx: Tx, keys: readonly AppealKey[]): Promise<{ cohort: number; id: number }[]> {
  return tx.query(
    `select p.cohort, p.appeal as id from unnest($1::int4[], $2::int8[]) as k(cohort, id)
     join person p on p.cohort = k.cohort and p.appeal = k.id where p.phone is not null`,
    [keys.map((key) => key.cohort), keys.map((key) => key.id)],
    'field-phones',
  );
}
