import type { Call } from '@suban/domain/collect/calls.ts';
import type { Sql } from '../platform/database.ts';

export type AlertRow = {
  id: number;
  cause: string;
  state: string;
  light: string;
  followed_up: boolean;
  raised_at: number;
  due: number;
  judged_at: number | null;
  measure: string | null;
  version: number;
  head: Buffer;
  next_watch: number | null;
  rules: number;
};
export type LogRow = {
  alert: number;
  seq: number;
  at: number;
  type: string;
  account: string | null;
  unit: number | null;
  salt: Buffer | null;
  reason: string | null;
  body: Buffer;
  prev_hash: Buffer;
  hash: Buffer;
};

export function alertsAfter(sql: Sql, last: number, limit: number): Promise<AlertRow[]> {
  return sql.query<AlertRow>(
    `select id, cause, state, light, followed_up, raised_at, due, judged_at, measure, version, head, next_watch, rules
     from alert where id > $1 order by id limit $2`,
    [last, limit],
    'verify-alerts',
  );
}

export function logsOf(sql: Sql, alerts: readonly number[]): Promise<LogRow[]> {
  return sql.query<LogRow>(
    `select alert, seq, at, type, account, unit, salt, reason, body, prev_hash, hash from alert_log
     where alert = any($1::int8[]) order by alert, seq`,
    [alerts],
    'verify-alert-logs',
  );
}

export type CallRow = Call & { readonly partner: string; readonly call_id: string };

/** Calls in the order of their keys, from the one after `last`. */
export function callsAfter(
  sql: Sql,
  last: Pick<CallRow, 'partner' | 'call_id'>,
  limit: number,
): Promise<CallRow[]> {
  return sql.query<CallRow>(
    `select partner, call_id, line, operator, offered_at as "offeredAt", answered_at as "answeredAt", ended_at as "endedAt",
       abandoned_at as "abandonedAt", within from call where (partner, call_id) > ($1, $2) order by partner, call_id limit $3`,
    [last.partner, last.call_id, limit],
    'verify-calls',
  );
}

/** Only what is not nothing: a count that was taken away again stays as a row. */
export function callCounts(sql: Sql): Promise<{ line: string; measure: string; hour: number; n: number }[]> {
  return sql.query('select line, measure, hour, n from call_hour where n <> 0', [], 'verify-call-counts');
}
