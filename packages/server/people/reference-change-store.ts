import type { ChangeItem, Fields } from '@suban/domain/reference/changes.ts';
import type { ReferenceList } from '@suban/domain/reference/entries.ts';
import type { Sql, Tx } from '../platform/database.ts';

/** A change as it was made. `at` in ms; `undoneBy`: the last change that took it back. */
export type ChangeRow = {
  readonly id: number;
  readonly list: ReferenceList;
  readonly at: number;
  readonly name: string;
  readonly nameEn: string;
  readonly why: string;
  readonly undoes: number | null;
  readonly undoneBy: number | null;
  readonly items: number;
};

const columns = `c.id, c.list, c.at, p.name, p.name_en as "nameEn", c.why, c.undoes, c.items,
  (select max(u.id) from reference_change u where u.undoes = c.id) as "undoneBy"`;

/** Newest first. @param before the last change of the page before */
export function listChanges(
  sql: Sql,
  lists: readonly ReferenceList[],
  before: number,
  limit: number,
): Promise<ChangeRow[]> {
  return sql.query<ChangeRow>(
    `select ${columns} from unnest($1::text[]) as l(list) cross join lateral
       (select * from reference_change where list = l.list and id < $2 order by id desc limit $3) as c
     join staff p on p.account = c.account order by c.id desc limit $3`,
    [lists, before, limit],
    'list-reference-changes',
  );
}

/** Those of one entry, newest first. */
export function listChangesOf(
  sql: Sql,
  list: ReferenceList,
  key: string,
  before: number,
  limit: number,
): Promise<ChangeRow[]> {
  return sql.query<ChangeRow>(
    `select ${columns} from (select change from reference_change_item where list = $1 and key = $2 and change < $3
       order by change desc limit $4) as i
     join reference_change c on c.id = i.change join staff p on p.account = c.account order by c.id desc`,
    [list, key, before, limit],
    'list-changes-of-entry',
  );
}

/** The items of some changes in the order of their keys, of each change the first `limit`. */
export function itemsOf(
  sql: Sql,
  changes: readonly number[],
  limit: number,
): Promise<(ChangeItem & { readonly change: number })[]> {
  return sql.query(
    `select i.change, i.key, i.before, i.after from unnest($1::int8[]) as c(id) cross join lateral
       (select * from reference_change_item where change = c.id order by key limit $2) as i order by i.change desc, i.key`,
    [changes, limit],
    'list-reference-items',
  );
}

/** Of one entry its items since a change, oldest first, each with who made it. */
export function itemsSince(
  sql: Sql,
  list: ReferenceList,
  key: string,
  since: number,
): Promise<{ after: Fields; name: string }[]> {
  return sql.query(
    `select i.after, p.name from reference_change_item i join reference_change c on c.id = i.change
     join staff p on p.account = c.account where i.list = $1 and i.key = $2 and i.change > $3 order by i.change limit 100`,
    [list, key, since],
    'list-items-since',
  );
}

export async function findChange(
  sql: Sql,
  id: number,
): Promise<{ list: ReferenceList; items: number } | null> {
  const [row] = await sql.query<{ list: ReferenceList; items: number }>(
    'select list, items from reference_change where id = $1',
    [id],
  );
  return row ?? null;
}

/** Changes of the lists wait for one another: a rule of one looks at another (a matter's duty at the units' functions). */
export async function lockReference(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('suban reference'))`);
}

/** What was made of a request before, and by whom; null when it is new. */
export async function changeOf(
  sql: Sql,
  request: string,
): Promise<{ id: number; account: string; list: ReferenceList } | null> {
  const [row] = await sql.query<{ id: number; account: string; list: ReferenceList }>(
    'select id, account, list from reference_change where request = $1',
    [request],
  );
  return row ?? null;
}

export type NewChange = {
  readonly list: ReferenceList;
  readonly at: number;
  readonly account: string;
  readonly why: string;
  readonly request: string;
  readonly undoes: number | null;
  readonly items: readonly ChangeItem[];
};

/** Writes a change down. @returns its id, higher than every earlier one's */
export async function addChange(tx: Tx, change: NewChange): Promise<number> {
  const { list, items } = change;
  const [made] = await tx.query<{ id: number }>(
    `insert into reference_change (list, at, account, why, request, undoes, items) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [list, new Date(change.at), change.account, change.why, change.request, change.undoes, items.length],
  );
  if (!made) throw new Error('a change was not written');
  await tx.query(
    `insert into reference_change_item (change, list, key, before, after)
     select $1, $2, key, nullif(before, 'null'::jsonb), after from jsonb_to_recordset($3) as i(key text, before jsonb, after jsonb)`,
    [made.id, list, JSON.stringify(items)],
  );
  return made.id;
}
