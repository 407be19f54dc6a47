import type { Sql, Tx } from '../platform/database.ts';

/** `seq` and `due`: the event it is about, and the date it names in ms. */
export type Message = {
  readonly key: string;
  readonly cohort: number;
  readonly appeal: number;
  readonly seq: number;
  readonly template: string;
  readonly due: number | null;
  readonly at: number;
};

/**
 * One job delivers this many: the queue's own work (fetch, lock, complete, several statements each) is shared among them,
 * and many jobs still run side by side.
 */
const perJob = 50;
/** What follows `insert into notification …`: those that are new are given to be delivered. */
const delivery = (size: string) => `
     on conflict (key) do nothing returning key),
     parcel as (select json_agg(key) as keys from (select key, row_number() over () - 1 as n from made) m group by n / ${size})
     select graphile_worker.add_job('deliver-messages', json_build_object('keys', keys), max_attempts => 12) from parcel`;

const columns = (messages: readonly Message[]) => [
  messages.map((m) => m.key),
  messages.map((m) => m.cohort),
  messages.map((m) => m.appeal),
  messages.map((m) => m.seq),
  messages.map((m) => m.template),
  messages.map((m) => (m.due === null ? null : new Date(m.due))),
  messages.map((m) => new Date(m.at)),
];
const given = `unnest($1::text[], $2::int4[], $3::int8[], $4::int4[], $5::text[], $6::timestamptz[], $7::timestamptz[])
  as m(key, cohort, appeal, seq, template, due, at)`;

/** Makes each message once and enqueues its delivery, both in the reader's transaction. */
export async function addMessages(tx: Tx, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `with made as (
       insert into notification (key, cohort, appeal, seq, template, due, made_at) select * from ${given} ${delivery('$8')}`,
    [...columns(messages), perJob],
    'messages-add',
  );
}

/**
 * The same to each of those who followed the appeal when it happened. Their message is about their own appeal and has no
 * event there.
 */
export async function addFollowerMessages(tx: Tx, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `with made as (
       insert into notification (key, cohort, appeal, template, due, made_at)
       select m.key || '/' || f.cohort || '/' || f.id, f.cohort, f.id, m.template, m.due, m.at from ${given}
       cross join lateral (select cohort, id from appeal a
         where a.master_cohort = m.cohort and a.master = m.appeal and a.state = 'merged' and a.state_since <= m.at offset 0) f ${delivery('$8')}`,
    [...columns(messages), perJob],
    'messages-add-followers',
  );
}

export type Waiting = {
  key: string;
  cohort: number;
  appeal: number;
  template: string;
  due: number | null;
  reason: string | null;
  filed_at: number;
  dissatisfied: number;
  phone: Buffer | null;
};

/** Those not sent yet, with what their words need. */
export function waitingMessages(sql: Sql, keys: readonly string[]): Promise<Waiting[]> {
  return sql.query<Waiting>(
    `select n.key, n.cohort, n.appeal, n.template, n.due, t.body as reason, a.filed_at, a.dissatisfied, p.phone
     from notification n join appeal a on a.cohort = n.cohort and a.id = n.appeal
     left join appeal_text t on t.cohort = n.cohort and t.appeal = n.appeal and t.seq = n.seq and t.slot = 'reason'
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
