import type { SavedFilter } from '@suban/domain/api-desk.ts';
import { mostSaved } from '@suban/domain/api-desk.ts';
import type { Sql, Tx } from '../platform/database.ts';
import type { KeyRow } from '../appeal/rows-store.ts';

/** A filter as the store takes it: moments in ms, units and areas with all below them. */
export type Narrowed = {
  readonly light: string | null;
  readonly kind: string | null;
  readonly channel: string | null;
  readonly matter: string | null;
  readonly areas: readonly number[] | null;
  readonly units: readonly number[] | null;
  readonly from: number | null;
  /** Exclusive. */
  readonly until: number | null;
};

/**
 * Those of these cases that a filter leaves, in their order. Looks each up by its key, so it costs what it is given and
 * never what the table holds.
 */
export function fittingKeys<Key extends Pick<KeyRow, 'cohort' | 'id'>>(
  tx: Tx,
  keys: readonly Key[],
  filter: Narrowed,
): Promise<Key[]> {
  if (keys.length === 0) return Promise.resolve([]);
  const found = tx.query<{ at: number }>(
    `select k.at from unnest($1::int4[], $2::int8[]) with ordinality as k(cohort, id, at)
     join appeal a on a.cohort = k.cohort and a.id = k.id
     where ($3::text is null or a.kind = $3) and ($4::text is null or a.channel = $4) and ($5::text is null or a.matter = $5)
       and ($6::int8[] is null or a.area = any($6))
       and case when $7::int8[] is null then true else (a.orders = 0 and a.centre = any($7)) or exists (select from work_order o
         where o.cohort = a.cohort and o.appeal = a.id and o.no = a.orders and (o.unit = any($7) or o.holder = any($7))) end
       and ($8::timestamptz is null or a.filed_at >= $8) and ($9::timestamptz is null or a.filed_at < $9)
       and case when $10::text is null then true else $10 = coalesce(
         (select l.light from light_now l where l.cohort = a.cohort and l.appeal = a.id and l.clock = 'any'),
         case when a.state in ('received', 'dispatched') then 'green' end) end
     order by k.at`,
    [
      keys.map(({ cohort }) => cohort),
      keys.map(({ id }) => id),
      filter.kind,
      filter.channel,
      filter.matter,
      filter.areas,
      filter.units,
      filter.from === null ? null : new Date(filter.from),
      filter.until === null ? null : new Date(filter.until),
      filter.light,
    ],
    'desk-fitting',
  );
  return found.then((rows) =>
    rows.flatMap(({ at }) => {
      const key = keys[at - 1];
      return key ? [key] : [];
    }),
  );
}

export function listFilters(sql: Sql, account: string): Promise<SavedFilter[]> {
  return sql.query<SavedFilter>(
    'select id, name, place, filter from saved_filter where account = $1 order by slot',
    [account],
    'filters-list',
  );
}

/** Keeps it in the first free slot, once however often it is sent. @returns false when there is no slot left */
export async function saveFilter(
  sql: Sql,
  account: string,
  { id, name, place, filter }: SavedFilter,
): Promise<boolean> {
  // Of two that take the same slot at once one writes nothing, and looks again.
  for (let attempt = 0; attempt < mostSaved; attempt += 1) {
    await sql.query(
      `insert into saved_filter (account, slot, id, name, place, filter)
       select $1, min(s), $2, $3, $4, $5 from generate_series(1, ${mostSaved}) as s
       where not exists (select from saved_filter f where f.account = $1 and f.slot = s)
       having min(s) is not null
       on conflict do nothing`,
      [account, id, name, place, JSON.stringify(filter)],
      'filters-save',
    );
    const kept = await listFilters(sql, account);
    if (kept.some((each) => each.id === id)) return true;
    if (kept.length >= mostSaved) return false;
  }
  return false;
}

export async function removeFilter(sql: Sql, account: string, id: string): Promise<void> {
  await sql.query('delete from saved_filter where account = $1 and id = $2', [account, id], 'filters-remove');
}
