import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import { open, type Opened } from '../../appeal/canonical.ts';
import type { Sql } from '../../platform/database.ts';

/** One appeal's events in their order. */
export type History = { readonly key: AppealKey; readonly events: readonly Opened[] };

/** The histories of the next appeals by key. */
export async function historiesAfter(sql: Sql, last: AppealKey | null, limit: number): Promise<History[]> {
  const rows = await sql.query<{ cohort: number; id: number; bodies: Buffer[] }>(
    `select a.cohort, a.id, e.bodies
     from (select cohort, id from appeal where (cohort, id) > ($1, $2) order by cohort, id limit $3) a
     cross join lateral (
       select array_agg(e.body order by e.seq) as bodies from appeal_event e where e.cohort = a.cohort and e.appeal = a.id) e
     order by a.cohort, a.id`,
    [last?.cohort ?? 0, last?.id ?? 0, limit],
    'audit-histories',
  );
  return rows.map(({ cohort, id, bodies }) => ({
    key: { cohort: cohortOf(cohort), id: appealId(id) },
    events: bodies.map(open),
  }));
}
