import type { AppealKey } from '@suban/domain/ids.ts';
import type { Tx } from '../platform/database.ts';
import type { AutomaticJob } from './automatic.ts';
import type { Option } from '../people/suggest.ts';
import type { FiledText } from '../appeal/search-store.ts';

/** The matters that partners named when they filed. */
export function namedMatters(
  tx: Tx,
  keys: readonly AppealKey[],
): Promise<{ cohort: number; appeal: number; code: string }[]> {
  return tx.query<{ cohort: number; appeal: number; code: string }>(
    `select a.cohort, a.id as appeal, p.service_code as code from unnest($1::int4[], $2::int8[]) as k(cohort, id)
     join appeal a on a.cohort = k.cohort and a.id = k.id join partner_request p on p.external_id = a.external_id`,
    [keys.map((k) => k.cohort), keys.map((k) => k.id)],
    'named-matters',
  );
}

/** The first suggestion stays as it was shown, however often its event is read. @returns those that are new, by name */
export async function addSuggestions(
  tx: Tx,
  read: readonly (FiledText & { options: readonly Option[] })[],
): Promise<Set<string>> {
  const added = await tx.query<{ cohort: number; appeal: number }>(
    `insert into suggestion (cohort, appeal, options) select * from unnest($1::int4[], $2::int8[], $3::jsonb[])
     on conflict (cohort, appeal) do nothing returning cohort, appeal`,
    [read.map((r) => r.cohort), read.map((r) => r.appeal), read.map((r) => JSON.stringify(r.options))],
    'suggestions-add',
  );
  return new Set(added.map(({ cohort, appeal }) => `${cohort}/${appeal}`));
}

/** With the checkpoint of who asks for them: a job is there exactly when its event was read. */
export async function addAutomaticJobs(tx: Tx, jobs: readonly AutomaticJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await tx.query(
    `select graphile_worker.add_job('dispatch-automatically', payload::json, max_attempts => 12) from unnest($1::text[]) as payload`,
    [jobs.map((each) => JSON.stringify(each))],
    'automatic-jobs-add',
  );
}
