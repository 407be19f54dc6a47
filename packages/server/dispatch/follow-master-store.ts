import type { AppealEvent } from '@suban/domain/events.ts';
import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import { open } from '../appeal/canonical.ts';
import type { Sql } from '../platform/database.ts';

type KeyRow = { readonly cohort: number; readonly id: number };
const keyIn = ({ cohort, id }: KeyRow): AppealKey => ({ cohort: cohortOf(cohort), id: appealId(id) });
const cohorts = (keys: readonly AppealKey[]) => keys.map(({ cohort }) => cohort);
const ids = (keys: readonly AppealKey[]) => keys.map(({ id }) => id);

/** Those of these appeals that somebody still follows. */
export async function followed(sql: Sql, keys: readonly AppealKey[]): Promise<AppealKey[]> {
  if (keys.length === 0) return [];
  const rows = await sql.query<KeyRow>(
    `select k.cohort, k.id from unnest($1::int4[], $2::int8[]) as k(cohort, id)
     where exists (select from appeal a where a.master_cohort = k.cohort and a.master = k.id and a.state = 'merged' offset 0)`,
    [cohorts(keys), ids(keys)],
    'followed',
  );
  return rows.map(keyIn);
}

/** A page of those who still follow and did so at that moment, in the order of their keys. @param before in ms */
export async function followersOf(
  sql: Sql,
  master: AppealKey,
  before: number,
  after: KeyRow,
  limit: number,
): Promise<AppealKey[]> {
  const rows = await sql.query<KeyRow>(
    `select cohort, id from appeal where master_cohort = $1 and master = $2 and state = 'merged' and state_since <= $3
       and (cohort, id) > ($4, $5) order by cohort, id limit $6`,
    [master.cohort, master.id, new Date(before), after.cohort, after.id, limit],
    'followers-page',
  );
  return rows.map(keyIn);
}

/** Whom an appeal followed until an event of its own; null where it followed nobody, or had gone its own way before. */
export async function masterBefore(sql: Sql, key: AppealKey, seq: number): Promise<AppealKey | null> {
  const [row] = await sql.query<{ body: Buffer }>(
    `select body from appeal_event where cohort = $1 and appeal = $2 and seq < $3
       and type in ('merged', 'split', 'withdrawn', 'reopened', 'dispatched') order by seq desc limit 1`,
    [key.cohort, key.id, seq],
    'master-before',
  );
  const event: AppealEvent | null = row ? open(row.body).event : null;
  return event?.type === 'merged' ? masterIn(event) : null;
}

/** The appeal that another comes to follow by this event. */
export const masterIn = ({ data }: Extract<AppealEvent, { type: 'merged' }>): AppealKey =>
  keyIn({ cohort: data.cohort, id: data.master });

/** The last event by which an appeal was answered or ended by its unit; null where there is none. */
export async function lastEnding(sql: Sql, { cohort, id }: AppealKey): Promise<number | null> {
  const [row] = await sql.query<{ seq: number | null }>(
    `select max(seq) as seq from appeal_event
     where cohort = $1 and appeal = $2 and type in ('answer-approved', 'answered-at-once', 'terminated')`,
    [cohort, id],
    'ending-last',
  );
  return row?.seq ?? null;
}

/** The words an appeal was answered with by such an event: its answer, or the reason why it was ended; null once erased. */
export async function answerOf(sql: Sql, { cohort, id }: AppealKey, seq: number): Promise<string | null> {
  const [row] = await sql.query<{ body: string | null }>(
    `select body from appeal_text
     where cohort = $1 and appeal = $2 and seq <= $3 and (slot = 'answer' or slot = 'reason' and seq = $3)
     order by seq desc limit 1`,
    [cohort, id, seq],
    'answer-of',
  );
  return row?.body ?? null;
}

export type FollowJob = { readonly name: string; readonly master: AppealKey; readonly payload: unknown };

/** Commands to one master go one after the other: side by side they would only lose races against each other. */
const lines = 16;

export async function addFollowJobs(sql: Sql, jobs: readonly FollowJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await sql.query(
    `select graphile_worker.add_job(j.name, j.payload::json, queue_name => 'master ' || j.master % $4, max_attempts => 12)
     from unnest($1::text[], $2::text[], $3::int8[]) as j(name, payload, master)`,
    [
      jobs.map(({ name }) => name),
      jobs.map(({ payload }) => JSON.stringify(payload)),
      jobs.map(({ master }) => master.id),
      lines,
    ],
    'follow-jobs-add',
  );
}
