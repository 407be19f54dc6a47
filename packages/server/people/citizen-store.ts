import type { AppealState } from '@suban/domain/appeal.ts';
import type { Sql } from '../platform/database.ts';

export type OwnAppeal = {
  cohort: number;
  id: number;
  state: AppealState;
  filed_at: number;
  title: string | null;
};

/** One person's appeals, newest first: found by the phone's keyed hash, so no other condition is needed for access. */
export function appealsOf(sql: Sql, phoneKey: Buffer): Promise<OwnAppeal[]> {
  return sql.query<OwnAppeal>(
    `select a.cohort, a.id, a.state, a.filed_at, t.body as title
     from (select cohort, appeal from person where phone_key = $1 order by cohort desc, appeal desc limit 50) p
     join appeal a on a.cohort = p.cohort and a.id = p.appeal
     left join appeal_text t on t.cohort = a.cohort and t.appeal = a.id and t.seq = 1 and t.slot = 'title'
     order by a.cohort desc, a.id desc`,
    [phoneKey],
    'appeals-own',
  );
}
