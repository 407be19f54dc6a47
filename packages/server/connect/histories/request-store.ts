import type { AppealKey } from '@suban/domain/ids.ts';
import type { Sql } from '../../platform/database.ts';

/** Those of the requests that were here before. */
export async function knownRequests(sql: Sql, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql.query<{ id: string }>(
    'select id from request where id = any($1::uuid[])',
    [ids],
    'requests-known',
  );
  return new Set(rows.map(({ id }) => id));
}

/** Did anybody act on this appeal beside these requests? Reads the whole table: for the rare case, not the usual one. */
export async function othersActed(sql: Sql, key: AppealKey, ids: readonly string[]): Promise<boolean> {
  const rows = await sql.query(
    'select from request where cohort = $1 and appeal = $2 and id <> all($3::uuid[]) limit 1',
    [key.cohort, key.id, ids],
  );
  return rows.length > 0;
}

/** The moment by `until` at which the system has to look at an appeal, in ms, and the version it is in; null when there is none. */
export async function watchOf(
  sql: Sql,
  key: AppealKey,
  until: number,
): Promise<{ readonly at: number; readonly version: number } | null> {
  const [row] = await sql.query<{ at: number; version: number }>(
    'select next_watch as at, version from appeal where cohort = $1 and id = $2 and next_watch <= $3',
    [key.cohort, key.id, new Date(until)],
    'history-watch',
  );
  return row ?? null;
}
