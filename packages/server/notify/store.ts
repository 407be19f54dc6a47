import type { Sql, Tx } from '../platform/database.ts';

export type Message = {
  readonly key: string;
  readonly cohort: number;
  readonly appeal: number;
  readonly template: string;
  readonly at: number;
};

/**
 * One job delivers this many: the queue's own work (fetch, lock, complete, several statements each) is shared among them,
 * and many jobs still run side by side.
 */
const perJob = 50;

/** Makes each message once and enqueues its delivery, both in the reader's transaction. */
export async function addMessages(tx: Tx, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `with made as (
       insert into notification (key, cohort, appeal, template, made_at)
       select * from unnest($1::text[], $2::int4[], $3::int8[], $4::text[], $5::timestamptz[])
       on conflict (key) do nothing returning key),
     parcel as (select json_agg(key) as keys from (select key, row_number() over () - 1 as n from made) m group by n / $6)
     select graphile_worker.add_job('deliver-messages', json_build_object('keys', keys), max_attempts => 12) from parcel`,
    [
      messages.map((m) => m.key),
      messages.map((m) => m.cohort),
      messages.map((m) => m.appeal),
      messages.map((m) => m.template),
      messages.map((m) => new Date(m.at)),
      perJob,
    ],
    'messages-add',
  );
}

export type Waiting = {
  key: string;
  cohort: number;
  appeal: number;
  template: string;
  filed_at: number;
  dissatisfied: number;
  phone: Buffer | null;
};

/** Those not sent yet, with what their words need. */
export function waitingMessages(sql: Sql, keys: readonly string[]): Promise<Waiting[]> {
  return sql.query<Waiting>(
    `select n.key, n.cohort, n.appeal, n.template, a.filed_at, a.dissatisfied, p.phone
     from notification n join appeal a on a.cohort = n.cohort and a.id = n.appeal
     left join person p on p.cohort = n.cohort and p.appeal = n.appeal
     where n.key = any($1) and n.sent_at is null`,
    [keys],
    'messages-waiting',
  );
}

export type Outcome = 'sent' | 'no-adapter' | 'no-phone';

export async function markSent(
  sql: Sql,
  keys: readonly string[],
  at: number,
  outcome: Outcome,
): Promise<void> {
  if (keys.length === 0) return;
  await sql.query(
    'update notification set sent_at = $2, outcome = $3 where key = any($1) and sent_at is null',
    [keys, new Date(at), outcome],
    'messages-sent',
  );
}
