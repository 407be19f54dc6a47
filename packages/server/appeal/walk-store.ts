import type { Tx } from '../platform/database.ts';
import { type Cursor, type KeyRow, pageSize } from './rows-store.ts';

/** A page's keys and where the next begins. A page may be short, even empty, and still go on: see `walk`. */
export type KeyPage = { readonly keys: readonly KeyRow[]; readonly next: Cursor | null };

export type Walk = {
  /**
   * Selects at least cohort, id and sort, along an index in the list's order; `$1` to `$3` are where to begin, `{limit}` how
   * many there may be.
   */
  readonly candidates: string;
  readonly direction: 'asc' | 'desc';
  /** What is told by the candidate's own columns (`r.…`) … */
  readonly cheap?: readonly string[];
  /** … and what must be looked up for each (`s.…`); without a condition a candidate is in the list. */
  readonly dear?: readonly string[];
  readonly values: readonly unknown[];
  /** Of one's own unit's cases each is asked for by row-level security too, which costs as much as the row. */
  readonly scoped: boolean;
};

/** So many may be looked at, and so many looked up, for one page, that it touches at most 500 of the database's buffers. */
const budget = { city: { looked: 100, lookedUp: 24 }, unit: { looked: 40, lookedUp: 13 } };

/**
 * One bounded step along an index. What is sought may be rare among what the index holds: after so many candidates the page
 * ends where the step did, with what was found, and the reader asks on from there. So no request costs more as the city grows.
 */
export async function walk(
  tx: Tx,
  { candidates, direction, cheap, dear, values, scoped }: Walk,
): Promise<KeyPage> {
  const may = budget[scoped ? 'unit' : 'city'];
  const most = dear ? may.lookedUp : pageSize + 1;
  const looked = cheap ? may.looked : most;
  const order = (way: string) => `order by sort ${way}, cohort ${way}, id ${way}`;
  const all = (conditions: readonly string[] | undefined) =>
    (conditions ?? []).map((one) => `(${one})`).join(' and ') || 'true';
  const rows = await tx.query<KeyRow & { fits: boolean | null }>(
    `with r as materialized (${candidates.replaceAll('{limit}', String(looked))}),
     s as materialized (select * from r where ${all(cheap)} ${order(direction)} limit ${most})
     select cohort, id, sort, ${all(dear)} as fits from s
     union all (select cohort, id, sort, null from r ${order(direction)} limit 1 offset ${looked - 1})
     ${order(direction)}`,
    values,
  );
  return pageOf(rows, most);
}

function pageOf(rows: readonly (KeyRow & { fits: boolean | null })[], most: number): KeyPage {
  const seen = rows.filter(({ fits }) => fits !== null);
  const found = seen.filter(({ fits }) => fits);
  if (found.length > pageSize) return { keys: found.slice(0, pageSize), next: cursorAt(found[pageSize - 1]) };
  const edge = seen.length === most ? seen.at(-1) : rows.find(({ fits }) => fits === null);
  return { keys: found, next: cursorAt(edge) };
}

const cursorAt = (row: KeyRow | undefined): Cursor | null => (row ? [row.sort, row.cohort, row.id] : null);

/** The page of a list that was read with one row more than it shows. */
export function wholePage(rows: readonly KeyRow[]): KeyPage {
  return {
    keys: rows.slice(0, pageSize),
    next: rows.length > pageSize ? cursorAt(rows[pageSize - 1]) : null,
  };
}
