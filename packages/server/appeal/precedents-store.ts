import type { AppealKey } from '@suban/domain/ids.ts';
import type { Sql } from '../platform/database.ts';

export type Precedent = {
  readonly unit: number;
  readonly at: number;
  readonly how: 'arbitrated' | 'kept';
  /** Of the appeal it was decided in, where the reader may see it. */
  readonly cohort: number | null;
  readonly id: number | null;
  readonly filed_at: number | null;
  readonly reason: string | null;
};

/** As many as are read before the next dispatch. */
const most = 5;

/** What was decided about a matter, the latest first; under the reader's scope. @param but the appeal it is read for; null: not filed yet */
export function precedentsOf(sql: Sql, matter: string, but: AppealKey | null): Promise<Precedent[]> {
  return sql.query<Precedent>(
    `select p.unit, p.at, p.how, a.cohort, a.id, a.filed_at, t.body as reason
     from (select * from precedent where matter = $1 and (cohort, appeal) <> ($2, $3) order by at desc limit ${most}) p
     left join appeal a on a.cohort = p.cohort and a.id = p.appeal
     left join appeal_text t on t.cohort = p.cohort and t.appeal = p.appeal and t.seq = p.seq and t.slot = 'reason'
     order by p.at desc`,
    [matter, but?.cohort ?? 0, but?.id ?? 0],
    'precedents-of',
  );
}
