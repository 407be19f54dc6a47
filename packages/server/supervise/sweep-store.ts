import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import type { Sql } from '../platform/database.ts';

/** An appeal whose moment has come, as it was when it was looked at. */
export type Due = { readonly key: AppealKey; readonly version: number };

/** Those whose moment has come, the longest due first. The index holds nothing else, so it costs the same in any city. */
export async function dueWatches(sql: Sql, now: number, limit: number): Promise<Due[]> {
  const rows = await sql.query<{ cohort: number; id: number; version: number }>(
    'select cohort, id, version from appeal where next_watch <= $1 order by next_watch, cohort, id limit $2',
    [new Date(now), limit],
    'watches-due',
  );
  return rows.map(({ cohort, id, version }) => ({
    key: { cohort: cohortOf(cohort), id: appealId(id) },
    version,
  }));
}

/** Only while the appeal is still as it was: every command sets this anew. @param at in ms; null when nothing is to come */
export async function setWatch(sql: Sql, { key, version }: Due, at: number | null): Promise<void> {
  await sql.query(
    'update appeal set next_watch = $4 where cohort = $1 and id = $2 and version = $3',
    [key.cohort, key.id, version, at === null ? null : new Date(at)],
    'watch-set',
  );
}
