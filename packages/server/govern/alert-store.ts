import type { AlertCause, AlertState, Measure } from '@suban/domain/govern/requests.ts';
import type { Light } from '@suban/domain/limits.ts';
import type { Sql, Tx } from '../platform/database.ts';
import type { SealedEntry } from './alert-record.ts';

export type NewAlert = {
  readonly event: number;
  readonly cause: AlertCause;
  readonly cohort: number;
  readonly appeal: number;
  readonly word: string | null;
  readonly count: number;
  readonly expected: number | null;
  readonly score: number;
  readonly unit: number;
  readonly rules: number;
  readonly raisedAt: number;
  readonly due: number;
  readonly state: AlertState;
  readonly measure: Measure | null;
  readonly nextWatch: number | null;
};

/** @returns its id, or null when it is there already: raised before, by whatever reading of the same events */
export async function addAlert(tx: Tx, alert: NewAlert): Promise<number | null> {
  const [made] = await tx.query<{ id: number }>(
    `insert into alert (event, cause, cohort, appeal, word, count, expected, score, unit, rules, raised_at, due, state,
       light, judged_at, measure, version, head, next_watch)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'green', $14, $15, 0, '', $16)
     on conflict (cohort, appeal, cause) do nothing returning id`,
    [
      alert.event,
      alert.cause,
      alert.cohort,
      alert.appeal,
      alert.word,
      alert.count,
      alert.expected,
      alert.score,
      alert.unit,
      alert.rules,
      new Date(alert.raisedAt),
      new Date(alert.due),
      alert.state,
      alert.state === 'open' ? null : new Date(alert.raisedAt),
      alert.measure,
      alert.nextWatch === null ? null : new Date(alert.nextWatch),
    ],
    'alert-add',
  );
  return made?.id ?? null;
}

export type AlertRow = {
  id: number;
  event: number;
  cause: AlertCause;
  cohort: number;
  appeal: number;
  word: string | null;
  count: number;
  expected: number | null;
  score: number;
  unit: number;
  rules: number;
  raised_at: number;
  due: number;
  state: AlertState;
  light: Light;
  followed_up: boolean;
  judged_at: number | null;
  measure: Measure | null;
  version: number;
  head: Buffer;
  next_watch: number | null;
  name: string;
  area: number | null;
  appeals: number;
  accused: number[];
};

const columns = `a.*, e.name, e.area, e.appeals - e.withdrawn as appeals, e.accused::text[] as accused`;
const joined = 'alert a join hot_event e on e.id = a.event';
const asRow = (row: AlertRow): AlertRow => ({ ...row, accused: row.accused.map(Number) });

/** @param forUpdate keeps others from changing it meanwhile */
export async function findAlert(sql: Sql, id: number, forUpdate = false): Promise<AlertRow | null> {
  const [row] = await sql.query<AlertRow>(
    `select ${columns} from ${joined} where a.id = $1 ${forUpdate ? 'for update of a' : ''}`,
    [id],
    `alert-find${forUpdate ? '-for-update' : ''}`,
  );
  return row ? asRow(row) : null;
}

/** Alerts that wait to be judged, the most urgent first. @param units whose, or null for all that may be seen */
export async function openAlerts(
  tx: Tx,
  units: readonly number[] | null,
  after: readonly [due: number, id: number],
  limit: number,
): Promise<AlertRow[]> {
  const page = (where: string) =>
    `select a.id, a.due from alert a where a.state = 'open' ${where} and (a.due, a.id) > ($1, $2) order by a.due, a.id limit $3`;
  const keys = units
    ? `select k.* from unnest($4::int8[]) as u(unit) cross join lateral (${page('and a.unit = u.unit')}) k order by due, id limit $3`
    : page('');
  const rows = await tx.query<AlertRow>(
    `select ${columns} from (${keys}) k join ${joined} on a.id = k.id order by a.due, a.id`,
    [new Date(after[0]), after[1], limit, ...(units ? [units] : [])],
    units ? 'alerts-open-units' : 'alerts-open',
  );
  return rows.map(asRow);
}

/** Alerts by when they were raised, the newest first. */
export async function newestAlerts(
  tx: Tx,
  filter: { readonly state: AlertState | null; readonly from: number; readonly to: number },
  before: readonly [raisedAt: number, id: number],
  limit: number,
): Promise<AlertRow[]> {
  const rows = await tx.query<AlertRow>(
    `select ${columns} from ${joined}
     where (a.raised_at, a.id) < ($1, $2) and a.raised_at >= $3 and a.raised_at < $4 and ($5::text is null or a.state = $5)
     order by a.raised_at desc, a.id desc limit $6`,
    [
      new Date(Math.min(before[0], filter.to)),
      before[1],
      new Date(filter.from),
      new Date(filter.to),
      filter.state,
      limit,
    ],
    'alerts-newest',
  );
  return rows.map(asRow);
}

export type Changed = {
  readonly state: AlertState;
  readonly light: Light;
  readonly followedUp: boolean;
  readonly judgedAt: number | null;
  readonly measure: Measure | null;
  readonly nextWatch: number | null;
};

/** Writes the alert as it is after these entries, and the entries; the row was locked when it was read. */
export async function saveAlert(
  tx: Tx,
  id: number,
  entries: readonly SealedEntry[],
  changed: Changed,
): Promise<void> {
  const last = entries.at(-1);
  if (!last) return;
  await tx.query(
    `insert into alert_log (alert, seq, at, type, account, unit, request, salt, reason, body, prev_hash, hash)
     select $1, * from unnest($2::int4[], $3::timestamptz[], $4::text[], $5::text[], $6::int8[], $7::uuid[], $8::bytea[],
       $9::text[], $10::bytea[], $11::bytea[], $12::bytea[])`,
    [
      id,
      entries.map(({ seq }) => seq),
      entries.map(({ at }) => new Date(at)),
      entries.map(({ type }) => type),
      entries.map(({ account }) => account),
      entries.map(({ unit }) => unit),
      entries.map(({ request }) => request),
      entries.map(({ salt }) => salt),
      entries.map(({ reason }) => reason),
      entries.map(({ body }) => body),
      entries.map(({ prevHash }) => prevHash),
      entries.map(({ hash }) => hash),
    ],
    'alert-log-add',
  );
  await tx.query(
    `update alert set state = $2, light = $3, followed_up = $4, judged_at = $5, measure = $6, version = $7, head = $8,
       next_watch = $9 where id = $1`,
    [
      id,
      changed.state,
      changed.light,
      changed.followedUp,
      changed.judgedAt === null ? null : new Date(changed.judgedAt),
      changed.measure,
      last.seq,
      last.hash,
      changed.nextWatch === null ? null : new Date(changed.nextWatch),
    ],
    'alert-save',
  );
}

export type RequestRow = { alert: number; type: string; account: string | null };

/** What was done under a request's id before. */
export async function alertRequest(sql: Sql, request: string): Promise<RequestRow | null> {
  const [row] = await sql.query<RequestRow>(
    'select alert, type, account from alert_log where request = $1',
    [request],
    'alert-request',
  );
  return row ?? null;
}

export type LogRow = {
  alert: number;
  seq: number;
  at: number;
  type: string;
  account: string | null;
  unit: number | null;
  reason: string | null;
  salt: Buffer | null;
  body: Buffer;
  prev_hash: Buffer;
  hash: Buffer;
};

export function alertLog(sql: Sql, id: number): Promise<LogRow[]> {
  return sql.query<LogRow>('select * from alert_log where alert = $1 order by seq', [id], 'alert-log');
}

/** Those whose moment has come, the longest due first. */
export async function dueAlerts(sql: Sql, now: number, limit: number): Promise<number[]> {
  const rows = await sql.query<{ id: number }>(
    'select id from alert where next_watch <= $1 order by next_watch, id limit $2',
    [new Date(now), limit],
    'alerts-due',
  );
  return rows.map(({ id }) => id);
}

export async function putOffAlert(sql: Sql, id: number, until: number): Promise<void> {
  await sql.query('update alert set next_watch = $2 where id = $1', [id, new Date(until)], 'alert-put-off');
}

/** The follow-up of a confirmation is a job, in the transaction that confirms. */
export async function enqueueMeasure(tx: Tx, payload: { readonly alert: number }): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job('take-measure', $1::json, max_attempts => 12)`,
    [JSON.stringify(payload)],
    'alert-enqueue',
  );
}
