import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import type { LearntMatter } from '@suban/text/suggest/learnt.ts';
import type { LearntUnit } from '../people/learnt-store.ts';
import type { Option } from '../people/suggest.ts';
import type { Tx } from '../platform/database.ts';
import { type Outcome, verdictIn } from './outcome.ts';

const cohorts = (keys: readonly AppealKey[]) => keys.map(({ cohort }) => cohort);
const ids = (keys: readonly AppealKey[]) => keys.map(({ id }) => id);

/** What was suggested first; null where nothing was. */
export function firstOptions(
  tx: Tx,
  keys: readonly AppealKey[],
): Promise<{ cohort: number; appeal: number; first: Option | null }[]> {
  return tx.query(
    `select s.cohort, s.appeal, s.options -> 0 as first from unnest($1::int4[], $2::int8[]) as k(cohort, appeal)
     join suggestion s on s.cohort = k.cohort and s.appeal = k.appeal`,
    [cohorts(keys), ids(keys)],
    'options-first',
  );
}

type Row = {
  cohort: number;
  appeal: number;
  filed_at: number;
  week: string;
  area: number | null;
  matter: string | null;
  unit: number | null;
  confidence: number;
  base: number | null;
  sure: boolean;
  first_unit: number | null;
  failed: boolean;
  learnt_matter: string | null;
  learnt_unit: number | null;
};

export async function readOutcomes(tx: Tx, keys: readonly AppealKey[]): Promise<Outcome[]> {
  const rows = await tx.query<Row>(
    `select o.* from unnest($1::int4[], $2::int8[]) as k(cohort, appeal)
     join suggestion_outcome o on o.cohort = k.cohort and o.appeal = k.appeal`,
    [cohorts(keys), ids(keys)],
    'outcomes-read',
  );
  return rows.map((row) => ({
    key: { cohort: cohortOf(row.cohort), id: appealId(row.appeal) },
    filedAt: row.filed_at,
    week: row.week,
    area: row.area,
    matter: row.matter,
    unit: row.unit,
    confidence: row.confidence,
    base: row.base,
    sure: row.sure,
    first: row.first_unit,
    failed: row.failed,
    learntMatter: row.learnt_matter,
    learntUnit: row.learnt_unit,
  }));
}

export async function saveOutcomes(tx: Tx, list: readonly Outcome[]): Promise<void> {
  if (list.length === 0) return;
  await tx.query(
    `insert into suggestion_outcome (cohort, appeal, filed_at, week, area, matter, unit, confidence, sure, first_unit, failed, verdict, learnt_matter, learnt_unit, base)
     select * from unnest($1::int4[], $2::int8[], $3::timestamptz[], $4::date[], $5::int8[], $6::text[], $7::int8[], $8::float8[], $9::boolean[], $10::int8[], $11::boolean[], $12::text[], $13::text[], $14::int8[], $15::float8[])
     on conflict (cohort, appeal) do update set first_unit = excluded.first_unit, failed = excluded.failed,
       verdict = excluded.verdict, learnt_matter = excluded.learnt_matter, learnt_unit = excluded.learnt_unit`,
    [
      list.map(({ key }) => key.cohort),
      list.map(({ key }) => key.id),
      list.map(({ filedAt }) => new Date(filedAt)),
      list.map(({ week }) => week),
      list.map(({ area }) => area),
      list.map(({ matter }) => matter),
      list.map(({ unit }) => unit),
      list.map(({ confidence }) => confidence),
      list.map(({ sure }) => sure),
      list.map(({ first }) => first),
      list.map(({ failed }) => failed),
      list.map(verdictIn),
      list.map(({ learntMatter }) => learntMatter),
      list.map(({ learntUnit }) => learntUnit),
      list.map(({ base }) => base),
    ],
    'outcomes-save',
  );
}

export type SuggestionFigure = {
  readonly matter: string;
  readonly week: string;
  readonly band: number;
  readonly sure: boolean;
  readonly filed: number;
  readonly judged: number;
  readonly hits: number;
};

export async function addSuggestionFigures(tx: Tx, changes: readonly SuggestionFigure[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into suggestion_figure (matter, week, band, sure, filed, judged, hits)
     select matter, week, band, sure, sum(filed), sum(judged), sum(hits)
     from unnest($1::text[], $2::date[], $3::int2[], $4::boolean[], $5::int8[], $6::int8[], $7::int8[]) as c(matter, week, band, sure, filed, judged, hits)
     group by matter, week, band, sure order by matter, week, band, sure
     on conflict (matter, week, band, sure) do update set filed = suggestion_figure.filed + excluded.filed,
       judged = suggestion_figure.judged + excluded.judged, hits = suggestion_figure.hits + excluded.hits`,
    [
      changes.map((c) => c.matter),
      changes.map((c) => c.week),
      changes.map((c) => c.band),
      changes.map((c) => c.sure),
      changes.map((c) => c.filed),
      changes.map((c) => c.judged),
      changes.map((c) => c.hits),
    ],
    'suggestion-figures-add',
  );
}

export type BaseChange = {
  readonly week: string;
  readonly band: number;
  readonly judged: number;
  readonly hits: number;
};

export async function addBases(tx: Tx, changes: readonly BaseChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into suggestion_base (week, band, judged, hits)
     select week, band, sum(judged), sum(hits) from unnest($1::date[], $2::int2[], $3::int8[], $4::int8[]) as c(week, band, judged, hits)
     group by week, band order by week, band
     on conflict (week, band) do update set judged = suggestion_base.judged + excluded.judged, hits = suggestion_base.hits + excluded.hits`,
    [
      changes.map((c) => c.week),
      changes.map((c) => c.band),
      changes.map((c) => c.judged),
      changes.map((c) => c.hits),
    ],
    'suggestion-bases-add',
  );
}

type LearntRow = LearntMatter & { readonly matter: string; readonly changed: number };

export function lockMatters(tx: Tx, matters: readonly string[]): Promise<LearntRow[]> {
  return tx.query(
    'select matter, texts, words, changed from learnt_matter where matter = any($1) for update',
    [matters],
    'learnt-lock',
  );
}

export async function saveMatters(tx: Tx, rows: readonly LearntRow[]): Promise<void> {
  await tx.query(
    `insert into learnt_matter (matter, texts, words, changed) select * from unnest($1::text[], $2::float8[], $3::jsonb[], $4::int8[])
     on conflict (matter) do update set texts = excluded.texts, words = excluded.words, changed = excluded.changed`,
    [
      rows.map(({ matter }) => matter),
      rows.map(({ texts }) => texts),
      rows.map(({ words }) => JSON.stringify(words)),
      rows.map(({ changed }) => changed),
    ],
    'learnt-save',
  );
}

/** Sums to be added to what is known. */
export type UnitChange = LearntUnit & { readonly changed: number };

export async function addUnits(tx: Tx, changes: readonly UnitChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into learnt_unit (matter, area, unit, kept, refused, changed)
     select * from unnest($1::text[], $2::int8[], $3::int8[], $4::int8[], $5::int8[], $6::int8[])
     on conflict (matter, area, unit) do update set kept = learnt_unit.kept + excluded.kept,
       refused = learnt_unit.refused + excluded.refused, changed = excluded.changed`,
    [
      changes.map((c) => c.matter),
      changes.map((c) => c.area),
      changes.map((c) => c.unit),
      changes.map((c) => c.kept),
      changes.map((c) => c.refused),
      changes.map((c) => c.changed),
    ],
    'learnt-units-add',
  );
}

/** All that follows from the events; what was suggested stays, for that was shown. */
export async function clearLearnt(tx: Tx): Promise<void> {
  await tx.query(
    'truncate learnt_matter, learnt_unit, suggestion_outcome, suggestion_figure, suggestion_base',
  );
}
