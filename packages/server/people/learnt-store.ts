import type { Band } from '@suban/text/suggest/calibration.ts';
import type { LearntMatter } from '@suban/text/suggest/learnt.ts';
import type { Sql } from '../platform/database.ts';

/** The name of the reader's checkpoint: what is learnt is newer than it never. */
export const learningName = 'learning';

/** How often a matter in an area was decided to be this unit's, and how often it turned out not to be. */
export type LearntUnit = {
  readonly matter: string;
  /** 0: not known. */
  readonly area: number;
  readonly unit: number;
  readonly kept: number;
  readonly refused: number;
};
/** `changed`: the position of the last event that did. */
type Changed = { readonly changed: number };

/** How far what is learnt has come: it falls back when it is rebuilt. */
export async function learntUntil(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ position: number }>(
    'select position from reader where name = $1',
    [learningName],
    'learnt-until',
  );
  return row?.position ?? 0;
}

export function learntSince(
  sql: Sql,
  position: number,
): Promise<(LearntMatter & Changed & { matter: string })[]> {
  return sql.query(
    'select matter, texts, words, changed from learnt_matter where changed > $1',
    [position],
    'learnt-matters',
  );
}

export function learntUnits(sql: Sql, position: number): Promise<(LearntUnit & Changed)[]> {
  return sql.query(
    'select matter, area, unit, kept, refused, changed from learnt_unit where changed > $1',
    [position],
    'learnt-units',
  );
}

/** What became of the suggestions of each band in the last half year; a few hundred rows. */
export function judgedBands(sql: Sql): Promise<Band[]> {
  return sql.query(
    `select band, sum(judged)::int8 as judged, sum(hits)::int8 as hits from suggestion_base
     where week > (select max(week) from suggestion_base) - 182 group by band order by band`,
    [],
    'judged-bands',
  );
}
