import type { Call } from '@suban/domain/collect/calls.ts';
import { type CallCount, type CallMeasure, callMeasures } from '@suban/domain/indicators/calls.ts';
import type { Sql, Tx } from '../../platform/database.ts';
import { calledChannel } from '../../platform/noticed.ts';

export type CallRow = Call & { readonly id: string; readonly phone: Buffer | null };

type CallId = { readonly partner: string; readonly callId: string };

const columns = `id, line, operator, phone, offered_at as "offeredAt", answered_at as "answeredAt", ended_at as "endedAt",
  abandoned_at as "abandonedAt", within`;

/** The call, made if it is new, and held until the transaction ends. @param at the moment told of it, in ms */
export async function holdCall(
  tx: Tx,
  { partner, callId }: CallId,
  at: number,
  within: number,
): Promise<CallRow | null> {
  await tx.query(
    'insert into call (partner, call_id, told_at, within) values ($1, $2, $3, $4) on conflict do nothing',
    [partner, callId, new Date(at), within],
    'call-new',
  );
  const [row] = await tx.query<CallRow>(
    `select ${columns} from call where partner = $1 and call_id = $2 for update`,
    [partner, callId],
    'call-hold',
  );
  return row ?? null;
}

const when = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

/** @param caller sealed number and its look-up key: kept where there is none yet */
export async function saveCall(
  tx: Tx,
  { partner, callId }: CallId,
  call: Call & { readonly open: boolean },
  caller: { readonly phone: Buffer; readonly phoneKey: Buffer } | null,
): Promise<void> {
  await tx.query(
    `update call set line = $3, operator = $4, offered_at = $5, answered_at = $6, ended_at = $7, abandoned_at = $8,
       open = $9, phone = coalesce(phone, $10), phone_key = coalesce(phone_key, $11)
     where partner = $1 and call_id = $2`,
    [
      partner,
      callId,
      call.line,
      call.operator,
      when(call.offeredAt),
      when(call.answeredAt),
      when(call.endedAt),
      when(call.abandonedAt),
      call.open,
      caller?.phone ?? null,
      caller?.phoneKey ?? null,
    ],
    'call-save',
  );
}

type WholeCall = Call & CallId & { readonly phone: Buffer; readonly phoneKey: Buffer };

/** Calls that are over, as they were. */
export async function addCalls(tx: Tx, calls: readonly WholeCall[]): Promise<void> {
  await tx.query(
    `insert into call (partner, call_id, line, operator, phone, phone_key, offered_at, answered_at, ended_at, abandoned_at,
       told_at, within, open)
     select c.*, c.offered_at, $11, false from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::bytea[],
       $7::timestamptz[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[])
       as c(partner, call_id, line, operator, phone, phone_key, offered_at, answered_at, ended_at, abandoned_at)`,
    [
      calls.map(({ partner }) => partner),
      calls.map(({ callId }) => callId),
      calls.map(({ line }) => line),
      calls.map(({ operator }) => operator),
      calls.map(({ phone }) => phone),
      calls.map(({ phoneKey }) => phoneKey),
      calls.map(({ offeredAt }) => when(offeredAt)),
      calls.map(({ answeredAt }) => when(answeredAt)),
      calls.map(({ endedAt }) => when(endedAt)),
      calls.map(({ abandonedAt }) => when(abandonedAt)),
      calls[0]?.within ?? 0,
    ],
    'calls-add',
  );
}

export type LineCount = CallCount & { readonly line: string };

/** In the order of their keys, so that two calls never wait for each other's counts in a ring. */
export async function addCallCounts(tx: Tx, counts: readonly LineCount[]): Promise<void> {
  if (counts.length === 0) return;
  await tx.query(
    `insert into call_hour (line, measure, hour, n)
     select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::int8[]) as c(line, measure, hour, n) order by 1, 2, 3
     on conflict (line, measure, hour) do update set n = call_hour.n + excluded.n`,
    [
      counts.map(({ line }) => line),
      counts.map(({ measure }) => measure),
      counts.map(({ hour }) => new Date(hour)),
      counts.map(({ n }) => n),
    ],
    'call-count',
  );
}

/** Tells this operator's open pages, once the transaction is committed. */
export async function tellOperator(tx: Tx, account: string): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [calledChannel, account], 'call-tell');
}

/** The account of a user name, where it takes calls. */
export async function operatorNamed(sql: Sql, username: string): Promise<string | null> {
  const [row] = await sql.query<{ account: string }>(
    `select account from staff where username = $1 and active and 'operator' = any(roles)`,
    [username],
    'call-operator',
  );
  return row?.account ?? null;
}

/** What rings or is spoken at an operator's desk since a moment: the latest, for the end of one before may not have been told. */
export async function openCallOf(sql: Sql, account: string, since: number): Promise<CallRow | null> {
  const [row] = await sql.query<CallRow>(
    `select ${columns} from call where open and operator = $1 and told_at >= $2 order by told_at desc limit 1`,
    [account, new Date(since)],
    'call-open',
  );
  return row ?? null;
}

/** A call of this operator's, also when it is over. */
export async function callOf(sql: Sql, account: string, id: string): Promise<CallRow | null> {
  const [row] = await sql.query<CallRow>(
    `select ${columns} from call where id = $1 and operator = $2`,
    [id, account],
    'call-of',
  );
  return row ?? null;
}

export type EarlierRow = { cohort: number; id: number; open: boolean; name: Buffer | null };

const earlierLooked = 50;

/**
 * What this number has asked before, what is open first, then the newest: as much of it as the scope lets through, and
 * nothing confidential, for a number beside it would say whose it is.
 */
export function earlierAppeals(tx: Tx, phoneKey: Buffer, limit: number): Promise<EarlierRow[]> {
  return tx.query<EarlierRow>(
    `select a.cohort, a.id, a.state in ('received', 'dispatched') as open, p.name
     from (select cohort, appeal, name from person where phone_key = $1 order by cohort desc, appeal desc limit ${earlierLooked}) p
     join appeal a on a.cohort = p.cohort and a.id = p.appeal
     where not a.confidential and a.state <> 'withdrawn'
     order by open desc, a.cohort desc, a.id desc limit $2`,
    [phoneKey, limit],
    'call-earlier',
  );
}

/** Sums over a period [from, to), by line; '' is all of them. */
export function callTotals(
  sql: Sql,
  from: number,
  to: number,
): Promise<{ line: string; measure: CallMeasure; n: number }[]> {
  return sql.query(
    `select line, measure, sum(n)::int8 as n from call_hour
     where line = any(array(${linesText})) and measure = any($3) and hour >= $1 and hour < $2 group by line, measure`,
    [new Date(from), new Date(to), callMeasures],
    'call-totals',
  );
}

// Each line by a step along the primary key: their number is small, their hours many.
const linesText = `
  with recursive known as (
    (select line from call_hour order by line limit 1)
    union all
    select (select c.line from call_hour c where c.line > k.line order by c.line limit 1) from known k where k.line is not null)
  select line from known where line is not null limit 200`;

export async function someCallExists(
  sql: Sql,
  partner: string,
  callIds: readonly string[],
): Promise<boolean> {
  const rows = await sql.query(
    'select from call where partner = $1 and call_id = any($2) limit 1',
    [partner, callIds],
    'call-exists',
  );
  return rows.length === 1;
}

/** Who filed over the hotline in a period [from, to). */
export function hotlineCallers(
  sql: Sql,
  from: number,
  to: number,
): Promise<{ cohort: number; id: number; filedAt: number; phone: Buffer }[]> {
  return sql.query(
    `select a.cohort, a.id, a.filed_at as "filedAt", p.phone
     from appeal a join person p on p.cohort = a.cohort and p.appeal = a.id
     where a.filed_at >= $1 and a.filed_at < $2 and a.channel = 'hotline' and p.phone is not null
     order by a.cohort, a.id`,
    [new Date(from), new Date(to)],
    'hotline-callers',
  );
}

/** Erases so many numbers of calls older than that. @returns how many */
export async function eraseCallers(sql: Sql, before: number, most: number): Promise<number> {
  const rows = await sql.query(
    `update call set phone = null, phone_key = null where (partner, call_id) in (
       select partner, call_id from call where phone is not null and told_at < $1 order by told_at limit $2) returning 1`,
    [new Date(before), most],
    'call-erase',
  );
  return rows.length;
}
