import type { AppealBeside, AppealState } from '@suban/domain/appeal.ts';
import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import type { Tx } from '../platform/database.ts';

export type CompareJob = {
  readonly name: 'note-repeat' | 'merge-claimed' | 'note-recurred';
  readonly payload: unknown;
};

/** One after the other: what comes of comparing gives way to what people wait for. */
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

/** As much of an appeal as comparing asks for. */
export type Brief = {
  readonly key: AppealKey;
  readonly filedAt: number;
  readonly state: AppealState;
  /** When it was answered last, or since when it is as it is; in ms. */
  readonly answeredAt: number;
  readonly master: AppealKey | null;
};

type BriefRow = {
  cohort: number;
  id: number;
  filed_at: number;
  state: AppealState;
  beside: AppealBeside | null;
};

export async function briefsOf(tx: Tx, keys: readonly AppealKey[]): Promise<Brief[]> {
  if (keys.length === 0) return [];
  const rows = await tx.query<BriefRow>(
    `select a.* from unnest($1::int4[], $2::int8[]) as k(cohort, id)
     cross join lateral (select cohort, id, filed_at, state, beside from appeal where cohort = k.cohort and id = k.id offset 0) a`,
    [keys.map(({ cohort }) => cohort), keys.map(({ id }) => id)],
    'compare-briefs',
  );
  return rows.map(({ cohort, id, filed_at: filedAt, state, beside }) => ({
    key: { cohort: cohortOf(cohort), id: appealId(id) },
    filedAt,
    state,
    answeredAt: beside?.answeredAt ?? beside?.since ?? filedAt,
    master: state === 'merged' ? (beside?.master?.key ?? null) : null,
  }));
}
