import type { AppealKey } from '@suban/domain/ids.ts';
import type { Tx } from '../platform/database.ts';
import type { AutomaticJob } from './automatic.ts';
import type { Option } from '../people/suggest.ts';

export type FiledText = {
  readonly cohort: number;
  readonly appeal: number;
  readonly title: string;
  readonly body: string;
  readonly address: string | null;
};

/** The words appeals were filed with; an erased one comes back empty. */
export function filedTexts(tx: Tx, keys: readonly AppealKey[]): Promise<FiledText[]> {
  return tx.query<FiledText>(
    `select t.cohort, t.appeal, coalesce(max(t.body) filter (where slot = 'title'), '') as title,
       coalesce(max(t.body) filter (where slot = 'body'), '') as body, max(t.body) filter (where slot = 'address') as address
     from unnest($1::int4[], $2::int8[]) as k(cohort, appeal)
     join appeal_text t on t.cohort = k.cohort and t.appeal = k.appeal and t.seq = 1
     group by t.cohort, t.appeal`,
    [keys.map((k) => k.cohort), keys.map((k) => k.id)],
    'filed-texts',
  );
}

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

/** Tokens go over as one text a row, joined by a character no token holds. */
const joint = '\u001f';

export async function addWords(
  tx: Tx,
  read: readonly (FiledText & { words: readonly string[] })[],
): Promise<void> {
  await tx.query(
    `insert into appeal_words (cohort, appeal, words)
     select v.cohort, v.appeal, array_to_tsvector(array_remove(string_to_array(v.words, $4), ''))
     from unnest($1::int4[], $2::int8[], $3::text[]) as v(cohort, appeal, words)
     on conflict (cohort, appeal) do update set words = excluded.words`,
    [read.map((r) => r.cohort), read.map((r) => r.appeal), read.map((r) => r.words.join(joint)), joint],
    'words-add',
  );
}
