import type { CalendarDay } from '@suban/domain/calendar/year.ts';
import type { Sql, Tx } from '../platform/database.ts';

/** A published year: its newest upload. Times in ms. */
export type YearRow = {
  readonly year: number;
  readonly days: CalendarDay[];
  readonly uploads: number;
  readonly madeAt: number;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly why: string;
};

export function listYears(sql: Sql): Promise<YearRow[]> {
  return sql.query<YearRow>(
    `select distinct on (y.year) y.year, y.days, count(*) over (partition by y.year) as uploads, y.made_at as "madeAt",
       p.name, p.name_en as "nameEn", y.why
     from calendar_year y left join staff p on p.account = y.account order by y.year, y.version desc`,
  );
}

/** The newest uploads of a year, newest first. */
export function listUploads(
  sql: Sql,
  year: number,
): Promise<(Omit<YearRow, 'uploads'> & { version: number })[]> {
  return sql.query(
    `select y.version, y.year, y.days, y.made_at as "madeAt", p.name, p.name_en as "nameEn", y.why
     from calendar_year y left join staff p on p.account = y.account where y.year = $1 order by y.version desc limit 50`,
    [year],
  );
}

/** Uploads wait for one another. */
export async function lockCalendar(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('suban calendar'))`);
}

/** Which year was made of a request before, and by whom; null when it is new. */
export async function uploadedBy(
  sql: Sql,
  request: string,
): Promise<{ year: number; account: string } | null> {
  const [row] = await sql.query<{ year: number; account: string }>(
    'select year, account from calendar_year where request = $1',
    [request],
  );
  return row ?? null;
}

export type NewYear = {
  readonly year: number;
  readonly days: readonly CalendarDay[];
  readonly madeAt: number;
  /** null: the city began with it. */
  readonly by: { readonly account: string; readonly request: string; readonly why: string } | null;
};

/** Publishes a year: the days it had before are gone from the calendar, and stand in its history. */
export async function saveYear(tx: Tx, { year, days, madeAt, by }: NewYear): Promise<void> {
  await tx.query(
    'insert into calendar_year (year, days, made_at, account, request, why) values ($1, $2, $3, $4, $5, $6)',
    [year, JSON.stringify(days), new Date(madeAt), by?.account ?? null, by?.request ?? null, by?.why ?? ''],
  );
  await tx.query('delete from calendar_day where extract(year from day) = $1', [year]);
  await tx.query(
    `insert into calendar_day (day, kind, name)
     select day, kind, name from jsonb_to_recordset($1) as d(day date, kind text, name text)`,
    [JSON.stringify(days)],
  );
}

/**
 * The open clocks that run into `year` are reckoned anew, once however often it is asked for before it is done.
 * @param reference the version of the reference data that has the new calendar: with an older one it would be for nothing
 * @param after when every process has it, in ms from now
 */
export async function enqueueRecompute(
  tx: Tx,
  { year, reference, after }: { year: number; reference: number; after: number },
): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job('recompute-clocks', json_build_object('year', $1::int4, 'reference', $2::int8),
       job_key => 'recompute-clocks-' || $1::int4, max_attempts => 12, run_at => now() + $3::int8 * interval '1 ms')`,
    [year, reference, after],
  );
}
