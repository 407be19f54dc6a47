import type { AppealKey } from '@suban/domain/ids.ts';
import type { Tx } from '../platform/database.ts';

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

/** Tokens go over as one text a row, joined by a character no token holds. */
const joint = '\u001f';

/** Words to be found by, with those who may see them. */
export async function addWords(
  tx: Tx,
  read: readonly { readonly cohort: number; readonly appeal: number; readonly words: readonly string[] }[],
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

/** Keeps with the words of these which units they may be found by. */
export async function keepUnits(tx: Tx, keys: readonly AppealKey[]): Promise<void> {
  await tx.query(
    `update appeal_words w set units = p.units
     from (
       select p.cohort, p.appeal, array_agg(distinct p.unit) as units from unnest($1::int4[], $2::int8[]) as k(cohort, appeal)
       join appeal_party p on p.cohort = k.cohort and p.appeal = k.appeal group by p.cohort, p.appeal) p
     where w.cohort = p.cohort and w.appeal = p.appeal and w.units <> p.units`,
    [keys.map((k) => k.cohort), keys.map((k) => k.id)],
    'words-units',
  );
}

/** The months that hold appeals, newest first; a walk over the key's index, one step a month. */
function months(tx: Tx): Promise<{ cohort: number }[]> {
  return tx.query<{ cohort: number }>(
    `with recursive m as (
       (select cohort from appeal_words order by cohort desc limit 1)
       union all
       select (select cohort from appeal_words w where w.cohort < m.cohort order by cohort desc limit 1) from m where m.cohort is not null)
     select cohort from m where cohort is not null`,
    [],
    'search-months',
  );
}

const searchLimit = 50;

/**
 * Appeals with all these words, newest month first, at most fifty: who finds more should say more.
 * @param unit who must be party to them, or null for all: asked of the same index as the words, which are the whole city's
 */
export async function searchKeys(
  tx: Tx,
  words: readonly string[],
  unit: number | null,
): Promise<AppealKeyRow[]> {
  const found: AppealKeyRow[] = [];
  const query = words.map((word) => `'${word.replaceAll("'", "''")}'`).join(' & ');
  for (const { cohort } of await months(tx)) {
    const rows = await tx.query<AppealKeyRow>(
      `select w.cohort, w.appeal as id from appeal_words w where w.cohort = $1 and w.words @@ $2::tsquery
         ${unit === null ? '' : 'and w.units @> array[$4::int8]'} limit $3`,
      [cohort, query, searchLimit - found.length, ...(unit === null ? [] : [unit])],
      unit === null ? 'search-month' : 'search-month-own',
    );
    found.push(...rows);
    if (found.length >= searchLimit) break;
  }
  return found;
}
type AppealKeyRow = { cohort: number; id: number };
