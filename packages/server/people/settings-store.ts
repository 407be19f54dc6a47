import type { Settings } from '@suban/domain/settings.ts';
import type { Sql, Tx } from '../platform/database.ts';

/** A version as it was made. Times in ms. */
export type VersionRow = {
  readonly version: number;
  readonly base: number | null;
  readonly fromAt: number;
  readonly madeAt: number;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly why: string;
  readonly withdrawn: boolean;
};

/** Newest first. @param before the last version of the page before */
export function listVersions(sql: Sql, before: number, limit: number): Promise<VersionRow[]> {
  return sql.query<VersionRow>(
    `select s.version, s.base, s.from_at as "fromAt", s.made_at as "madeAt", p.name, p.name_en as "nameEn", s.why,
       s.withdrawn_at is not null as withdrawn
     from setting s left join staff p on p.account = s.account
     where s.version < $1 order by s.version desc limit $2`,
    [before, limit],
  );
}

/** Changes of settings wait for one another. */
export async function lockSettings(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('suban settings'))`);
}

/**
 * Of the versions not withdrawn the last to take effect: which the next one must be made from.
 * @param until only those that take effect by then, in ms: now gives the one in force
 */
export async function latestVersion(
  sql: Sql,
  until: number | null = null,
): Promise<{ version: number; fromAt: number }> {
  const [row] = await sql.query<{ version: number; fromAt: number }>(
    `select version, from_at as "fromAt" from setting where withdrawn_at is null and from_at <= coalesce($1::timestamptz, 'infinity')
     order by from_at desc, version desc limit 1`,
    [until === null ? null : new Date(until)],
  );
  return row ?? { version: 0, fromAt: 0 };
}

export type NewVersion = {
  readonly request: string;
  readonly base: number;
  readonly settings: Settings;
  readonly fromAt: number;
  readonly madeAt: number;
  readonly account: string;
  readonly why: string;
};

/** What was made of a request before, or null. */
export async function madeBy(
  sql: Sql,
  request: string,
): Promise<{ version: number; fromAt: number; account: string } | null> {
  const [row] = await sql.query<{ version: number; fromAt: number; account: string }>(
    'select version, from_at as "fromAt", account from setting where request = $1',
    [request],
  );
  return row ?? null;
}

export async function addVersion(tx: Tx, row: NewVersion): Promise<number> {
  const [made] = await tx.query<{ version: number }>(
    `insert into setting (base, from_at, body, made_at, account, why, request) values ($1, $2, $3, $4, $5, $6, $7)
     returning version`,
    [
      row.base,
      new Date(row.fromAt),
      JSON.stringify(row.settings),
      new Date(row.madeAt),
      row.account,
      row.why,
      row.request,
    ],
  );
  if (!made) throw new Error('a version was not written');
  return made.version;
}

export async function withdrawVersion(tx: Tx, version: number, at: number, account: string): Promise<void> {
  await tx.query('update setting set withdrawn_at = $2, withdrawn_by = $3 where version = $1', [
    version,
    new Date(at),
    account,
  ]);
}

/** When a version takes effect, in ms, and whether it was withdrawn; null when there is none. */
export async function findVersion(
  sql: Sql,
  version: number,
): Promise<{ fromAt: number; withdrawn: boolean } | null> {
  const [row] = await sql.query<{ fromAt: number; withdrawn: boolean }>(
    `select from_at as "fromAt", withdrawn_at is not null as withdrawn from setting where version = $1`,
    [version],
  );
  return row ?? null;
}

/** The settings of some versions, as they were stored. */
export async function bodiesOf(sql: Sql, versions: readonly number[]): Promise<Map<number, unknown>> {
  const rows = await sql.query<{ version: number; body: unknown }>(
    'select version, body from setting where version = any($1)',
    [versions],
  );
  return new Map(rows.map(({ version, body }) => [version, body]));
}
