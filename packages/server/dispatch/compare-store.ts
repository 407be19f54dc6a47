import type { Tx } from '../platform/database.ts';

type CompareJob = { readonly name: 'compare-filed' | 'note-recurred'; readonly payload: unknown };

/** One after the other: comparing gives way to what people wait for. */
const queue = 'similar';

export async function addCompareJobs(tx: Tx, jobs: readonly CompareJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await tx.query(
    `select graphile_worker.add_job(j.name, j.payload::json, queue_name => $3, max_attempts => 12)
     from unnest($1::text[], $2::text[]) as j(name, payload)`,
    [jobs.map(({ name }) => name), jobs.map(({ payload }) => JSON.stringify(payload)), queue],
    'compare-jobs-add',
  );
}
