import type { Sql, Tx } from '../platform/database.ts';

export type Message = { readonly key: string; readonly cohort: number; readonly appeal: number; readonly template: string; readonly at: number };

/** Makes each message once and enqueues its delivery, both in the reader's transaction. */
export async function addMessages(tx: Tx, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `with made as (
       insert into notification (key, cohort, appeal, template, made_at)
       select * from unnest($1::text[], $2::int4[], $3::int8[], $4::text[], $5::timestamptz[])
       on conflict (key) do nothing returning key)
     select graphile_worker.add_job('deliver-message', json_build_object('key', key), job_key => key, max_attempts => 12) from made`,
    [messages.map((m) => m.key), messages.map((m) => m.cohort), messages.map((m) => m.appeal), messages.map((m) => m.template), messages.map((m) => new Date(m.at))],
    'messages-add');
}

export type Waiting = {
  cohort: number; appeal: number; template: string; filed_at: number; dissatisfied: number; phone: Buffer | null; made_at: number;
};

/** A message not sent yet, with what its words need; null when it was sent already. */
export async function waitingMessage(sql: Sql, key: string): Promise<Waiting | null> {
  const [row] = await sql.query<Waiting>(
    `select n.cohort, n.appeal, n.template, n.made_at, a.filed_at, a.dissatisfied, p.phone
     from notification n join appeal a on a.cohort = n.cohort and a.id = n.appeal
     left join person p on p.cohort = n.cohort and p.appeal = n.appeal
     where n.key = $1 and n.sent_at is null`, [key], 'message-waiting');
  return row ?? null;
}

export async function markSent(sql: Sql, key: string, at: number, outcome: 'sent' | 'no-adapter' | 'no-phone'): Promise<void> {
  await sql.query('update notification set sent_at = $2, outcome = $3 where key = $1 and sent_at is null', [key, new Date(at), outcome], 'message-sent');
}
