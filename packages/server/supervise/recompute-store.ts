import type { Sql } from '../platform/database.ts';

/** How many appeals one job takes, so that processes share them. */
const perJob = 200;

/**
 * Enqueues, in jobs of some each, all open orders that are due and all appeals that are to be woken from a moment on. In
 * one statement: it sees them all as they are at one time, and none that moves meanwhile is missed.
 * @param from in ms @param reference the version of the reference data to reckon with
 */
export async function spreadRecompute(sql: Sql, from: number, reference: number): Promise<void> {
  await sql.query(
    `with late as (
       select cohort, appeal from work_order where next_due is not null and (finish_due >= $1 or ack_due >= $1)
       union select cohort, id from appeal where next_watch >= $1),
     parcel as (
       select json_agg(json_build_object('cohort', cohort, 'id', appeal)) as keys
       from (select *, row_number() over (order by cohort, appeal) - 1 as n from late) l group by n / $3)
     select graphile_worker.add_job('recompute-some', json_build_object('reference', $2::int8, 'keys', keys), max_attempts => 12) from parcel`,
    [new Date(from), reference, perJob],
    'recompute-spread',
  );
}
