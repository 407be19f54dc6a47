import type { Kind } from '@suban/domain/appeal.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import type { Cursor } from '../appeal/rows-store.ts';
import type { Tx } from '../platform/database.ts';

/** What is known of a request that may be shown, as its table keeps it. */
export type SquareFields = {
  kind: Kind;
  matter: string | null;
  section: string | null;
  area: number | null;
  district: number | null;
  unit: number | null;
  answered_at: Date | null;
  answer_seq: number | null;
  solved: boolean | null;
  stars: number | null;
  published_at: Date | null;
};
const columns = [
  'kind',
  'matter',
  'section',
  'area',
  'district',
  'unit',
  'answered_at',
  'answer_seq',
  'solved',
  'stars',
  'published_at',
] as const satisfies readonly (keyof SquareFields)[];

export async function addToSquare(
  tx: Tx,
  key: AppealKey,
  fields: Pick<SquareFields, 'kind' | 'area' | 'district'>,
): Promise<void> {
  await tx.query(
    'insert into square (cohort, appeal, kind, area, district) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [key.cohort, key.id, fields.kind, fields.area, fields.district],
    'square-add',
  );
}

/** Changes the fields given and leaves the others; nothing where the request is not in the square. */
export async function changeInSquare(tx: Tx, key: AppealKey, change: Partial<SquareFields>): Promise<void> {
  const changed = columns.filter((column) => column in change);
  await tx.query(
    `update square set ${changed.map((column, i) => `${column} = $${i + 3}`).join(', ')} where cohort = $1 and appeal = $2`,
    [key.cohort, key.id, ...changed.map((column) => change[column] ?? null)],
    `square-change-${changed.join('-')}`,
  );
}

/** Closed: shown from now on, where there is an answer to show. */
export async function publish(tx: Tx, key: AppealKey, solved: boolean | null, at: number): Promise<void> {
  await tx.query(
    'update square set published_at = $3, solved = $4 where cohort = $1 and appeal = $2 and answered_at is not null',
    [key.cohort, key.id, new Date(at), solved],
    'square-publish',
  );
}

export async function leaveSquare(tx: Tx, key: AppealKey): Promise<void> {
  await tx.query(
    'delete from square where cohort = $1 and appeal = $2',
    [key.cohort, key.id],
    'square-leave',
  );
}

export type SquareFilter = {
  readonly district: number | null;
  readonly area: number | null;
  readonly section: string | null;
};

export type SquareRow = {
  cohort: number;
  id: number;
  sort: number;
  kind: Kind;
  matter: string | null;
  area: number | null;
  unit: number | null;
  answered_at: number;
  filed_at: number | null;
  solved: boolean | null;
  stars: number | null;
  body: string | null;
  answer: string | null;
};

export const squarePage = 12;

/**
 * Newest first, along the index of the filter. The appeal itself is asked again whether it may be shown: `filed_at` is null
 * where it was concealed or opened again this very moment, before any reader has heard of it.
 */
export function squareRows(tx: Tx, filter: SquareFilter, [sort, cohort, id]: Cursor): Promise<SquareRow[]> {
  const { area, district, section } = filter;
  const [column, place] = area !== null ? (['area', area] as const) : (['district', district] as const);
  const conditions = [
    '(published_at, cohort, appeal) < ($1, $2, $3)',
    ...(place === null ? [] : [`${column} = $4`]),
    ...(section === null ? [] : [`section = $${place === null ? 4 : 5}`]),
  ];
  const values = [place, section].filter((value) => value !== null);
  return tx.query<SquareRow>(
    `select s.cohort, s.appeal as id, s.published_at as sort, s.kind, s.matter, s.area, s.unit, s.answered_at, a.filed_at,
       s.solved, s.stars, b.body, w.body as answer
     from (select * from square where published_at is not null and ${conditions.join(' and ')}
       order by published_at desc, cohort desc, appeal desc limit ${squarePage + 1}) s
     left join appeal a on a.cohort = s.cohort and a.id = s.appeal
       and a.state = 'closed' and not a.confidential and a.kind <> 'tip-off' and a.accused is null
     left join appeal_text b on b.cohort = s.cohort and b.appeal = s.appeal and b.seq = 1 and b.slot = 'body'
     left join appeal_text w on w.cohort = s.cohort and w.appeal = s.appeal and w.seq = s.answer_seq and w.slot = 'answer'
     order by s.published_at desc, s.cohort desc, s.appeal desc`,
    [new Date(sort), cohort, id, ...values],
    `square-${place === null ? 'city' : column}-${section === null ? 'all' : 'section'}`,
  );
}
