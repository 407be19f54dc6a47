import type { Sql } from '../platform/database.ts';

/** Files older than `before`, ms, that came with no appeal. */
export function unclaimedFiles(sql: Sql, before: number, most: number): Promise<{ id: string }[]> {
  return sql.query(
    'select id from photo where appeal is null and uploaded_at < $1 order by uploaded_at limit $2',
    [new Date(before), most],
    'files-unclaimed',
  );
}

/** @returns those nobody has claimed meanwhile, which are gone */
export function dropUnclaimed(sql: Sql, ids: readonly string[]): Promise<{ id: string }[]> {
  return sql.query(
    'delete from photo where id = any($1::uuid[]) and appeal is null returning id',
    [ids],
    'files-drop',
  );
}

/** Recordings older than `before`, ms, that have been kept long enough; from now on they are told of and not sent. */
export function eraseRecordings(
  sql: Sql,
  before: number,
  now: number,
  most: number,
): Promise<{ id: string }[]> {
  return sql.query(
    `update photo set erased_at = $2, sha256 = '' where id in (
       select id from photo where kind <> 'photo' and appeal is not null and erased_at is null and uploaded_at < $1
       order by uploaded_at limit $3) returning id`,
    [new Date(before), new Date(now), most],
    'recordings-erase',
  );
}
