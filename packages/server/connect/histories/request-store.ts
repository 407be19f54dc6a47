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
