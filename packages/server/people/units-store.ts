import { countTo } from '@suban/domain/reference/faults.ts';
import type { UnitEntry } from '@suban/domain/reference/entries.ts';
import type { Burden } from '@suban/domain/reference/unit-rules.ts';
import type { Sql, Tx } from '../platform/database.ts';
import type { Kept } from './kept.ts';

const columns = `u.code as key, u.changed, jsonb_build_object('parent', p.code, 'level', u.level, 'kind', u.kind, 'function', u.function,
  'name', u.name, 'nameEn', u.name_en, 'firstLine', u.first_line, 'phone', u.phone, 'phoneHours', u.phone_hours, 'active', u.active) as entry`;

/** Every unit there is or was: a few thousand in the largest city. */
export function allUnits(sql: Sql): Promise<Kept<UnitEntry>[]> {
  return sql.query(`select ${columns} from unit u left join unit p on p.id = u.parent order by u.path`);
}

export function unitsByCode(sql: Sql, codes: readonly string[]): Promise<Kept<UnitEntry>[]> {
  return sql.query(
    `select ${columns} from unit u left join unit p on p.id = u.parent where u.code = any($1) order by u.path`,
    [codes],
    'units-by-code',
  );
}

/** Right below a unit, or the city itself; each with how many active ones hang below it. */
export function unitsBelow(
  sql: Sql,
  parent: string | null,
): Promise<(Kept<UnitEntry> & { readonly below: number })[]> {
  return sql.query(
    `select ${columns}, (select count(*) from unit c where c.parent = u.id and c.active) as below
     from unit u left join unit p on p.id = u.parent
     where u.parent is not distinct from (select id from unit where code = $1) and (u.parent is null) = ($1 is null)
     order by u.id limit 1000`,
    [parent],
    'units-below',
  );
}

/** Adds units, those above before those below, and changes those that are there. */
export async function writeUnits(
  tx: Tx,
  change: number,
  rows: readonly { readonly key: string; readonly entry: UnitEntry; readonly added: boolean }[],
): Promise<void> {
  for (const { key, entry, added } of rows) {
    const values = [
      key,
      entry.level,
      entry.kind,
      entry.function,
      entry.name,
      entry.nameEn,
      entry.firstLine,
      entry.phone,
      entry.phoneHours,
      entry.active,
      change,
    ];
    if (added)
      await tx.query(
        `insert into unit (id, parent, path, code, level, kind, function, name, name_en, first_line, phone, phone_hours, active, changed)
         select n.id, p.id, p.path || n.id || '/', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
         from unit p, (select nextval(pg_get_serial_sequence('unit', 'id')) as id) as n where p.code = $12`,
        [...values, entry.parent],
      );
    else
      await tx.query(
        `update unit set level = $2, kind = $3, function = $4, name = $5, name_en = $6, first_line = $7, phone = $8,
           phone_hours = $9, active = $10, changed = $11 where code = $1`,
        values,
      );
  }
}

// Of whatever a unit has in hand, by its own index each: what it holds, leads, must review or keeps on the ledger, its
// queue where it is a centre, and the help it owes.
const burdenText = `
  select u.code, (select count(*) from staff s where s.unit = u.id and s.active) as accounts,
    exists (select from appeal_party a where a.unit = u.id) as named,
    (select count(*) from (
      (select cohort, appeal from work_order where holder = u.id and state in ('offered', 'acknowledged', 'working') limit $2)
      union (select cohort, appeal from work_order where unit = u.id and next_due is not null limit $2)
      union (select cohort, appeal from work_order where unit = u.id and state = 'in-review' limit $2)
      union (select cohort, appeal from work_order where unit = u.id and state = 'on-ledger' limit $2)
      union (select cohort, id from appeal where centre = u.id and state = 'received' limit $2)
      union (select cohort, appeal from appeal_party where unit = u.id and due is not null limit $2)) as w) as work
  from unit u where u.code = any($1)`;

/** What stands in the way of closing units or making others of them. Few at a time. */
export async function burdensOf(sql: Sql, codes: readonly string[]): Promise<Map<string, Burden>> {
  const rows = await sql.query<Burden & { code: string }>(burdenText, [codes, countTo], 'unit-burdens');
  return new Map(rows.map(({ code, ...burden }) => [code, burden]));
}

/** Who may approve a unit's answers: its active leaders. */
export function leadersOf(
  sql: Sql,
  code: string,
): Promise<{ username: string; name: string; nameEn: string }[]> {
  return sql.query(
    `select s.username, s.name, s.name_en as "nameEn" from staff s
     where s.unit = (select id from unit where code = $1) and s.active and 'leader' = any(s.roles) order by s.username limit 20`,
    [code],
    'unit-leaders',
  );
}
