import type { Verdict } from '@suban/domain/dispatch/suggested.ts';
import type { Cursor } from '../appeal/rows-store.ts';
import { type KeyPage, walk } from '../appeal/walk-store.ts';
import type { Sql, Tx } from '../platform/database.ts';

/** Of suggestions of a tenth of confidence: how many there were, were judged, and were right. */
export type SuggestionCount = {
  readonly week: string;
  readonly matter: string;
  readonly band: number;
  readonly sure: boolean;
  readonly filed: number;
  readonly judged: number;
  readonly hits: number;
};

/** Week by week since a Monday, over all matters. */
export function suggestionWeeks(sql: Sql, since: string): Promise<SuggestionCount[]> {
  return sql.query(
    `select week, matter, band, sure, filed, judged, hits from suggestion_figure where matter = '' and week >= $1 order by week, band`,
    [since],
    'suggestion-weeks',
  );
}

/** Matter by matter since a Monday: as many rows as there are matters and weeks, however many appeals there were. */
export function suggestionMatters(sql: Sql, since: string): Promise<Omit<SuggestionCount, 'week'>[]> {
  return sql.query(
    `select matter, band, sure, sum(filed)::int8 as filed, sum(judged)::int8 as judged, sum(hits)::int8 as hits
     from suggestion_figure where week >= $1 and matter <> '' group by matter, band, sure order by matter, band`,
    [since],
    'suggestion-matters',
  );
}

/** What became of a suggestion, as the list of its cases is asked for. */
export const outcomes = {
  right: [[true, 'right']],
  wrong: [[true, 'wrong']],
  sure: [
    [true, 'open'],
    [true, 'right'],
    [true, 'wrong'],
  ],
  unsure: [
    [false, 'open'],
    [false, 'right'],
    [false, 'wrong'],
  ],
} as const satisfies Record<string, readonly (readonly [sure: boolean, verdict: Verdict])[]>;
export const outcomeNames = ['right', 'wrong', 'sure', 'unsure'] as const;
export type OutcomeName = (typeof outcomeNames)[number];

type Narrow = { readonly matter?: string | undefined; readonly from?: number; readonly to?: number };

/**
 * The very appeals, the newest filed first: each kind of outcome along its own index, in one bounded step.
 * @param scoped is it one unit's people who ask? What they may not see is passed over.
 */
export function outcomeKeys(
  tx: Tx,
  name: OutcomeName,
  narrow: Narrow,
  cursor: Cursor,
  scoped: boolean,
): Promise<KeyPage> {
  const values: unknown[] = [new Date(cursor[0]), cursor[1], cursor[2]];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const pairs: readonly (readonly [boolean, string])[] = outcomes[name];
  const list = `unnest(${bind(pairs.map(([sure]) => sure))}::boolean[], ${bind(pairs.map(([, verdict]) => verdict))}::text[])`;
  const { matter, from, to } = narrow;
  const where = [
    ...(matter === undefined ? [] : [`and s.matter = ${bind(matter)}`]),
    ...(from === undefined ? [] : [`and s.filed_at >= ${bind(new Date(from))}`]),
    ...(to === undefined ? [] : [`and s.filed_at < ${bind(new Date(to))}`]),
  ].join(' ');
  return walk(tx, {
    candidates: `select k.* from ${list} as o(sure, verdict) cross join lateral (
       select s.cohort, s.appeal as id, s.filed_at as sort from suggestion_outcome s
       where s.sure = o.sure and s.verdict = o.verdict ${where} and (s.filed_at, s.cohort, s.appeal) < ($1, $2, $3)
       order by s.filed_at desc, s.cohort desc, s.appeal desc limit {limit}) as k
     order by k.sort desc, k.cohort desc, k.id desc limit {limit}`,
    direction: 'desc',
    dear: ['exists (select from appeal a where a.cohort = s.cohort and a.id = s.id)'],
    values,
    scoped,
  });
}
