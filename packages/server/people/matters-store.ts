import type { MatterEntry } from '@suban/domain/reference/entries.ts';
import type { Sql, Tx } from '../platform/database.ts';
import type { Kept } from './kept.ts';

const duty = (name: string) =>
  `case when m.${name}_function is not null and m.${name}_level is not null
    then jsonb_build_object('function', m.${name}_function, 'level', m.${name}_level) end`;
const columns = `m.code as key, m.changed, jsonb_build_object('parent', m.parent, 'level', m.level, 'name', m.name, 'nameEn', m.name_en,
  'keywords', to_jsonb(m.keywords), 'responsible', ${duty('responsible')}, 'backstop', ${duty('backstop')}, 'finishDays', m.finish_days,
  'urgentHours', m.urgent_hours, 'mayPushDown', m.may_push_down, 'evidence', to_jsonb(m.evidence), 'active', m.active) as entry`;

/** The whole catalogue, closed entries too: a few thousand. */
export function allMatters(sql: Sql): Promise<Kept<MatterEntry>[]> {
  return sql.query(`select ${columns} from matter m order by m.code`);
}

export function mattersByCode(sql: Sql, codes: readonly string[]): Promise<Kept<MatterEntry>[]> {
  return sql.query(
    `select ${columns} from matter m where m.code = any($1) order by m.code`,
    [codes],
    'matters-by-code',
  );
}

/** Right below a heading, or the first level. */
export function mattersBelow(sql: Sql, parent: string | null): Promise<Kept<MatterEntry>[]> {
  return sql.query(
    `select ${columns} from matter m where m.parent is not distinct from $1 order by m.code limit 1000`,
    [parent],
    'matters-below',
  );
}

/** Adds and changes entries: one statement, however many. What limits they had is kept, for appeals filed before `at`, in ms. */
export async function writeMatters(
  tx: Tx,
  { id: change, at }: { readonly id: number; readonly at: number },
  rows: readonly { readonly key: string; readonly entry: MatterEntry }[],
): Promise<void> {
  await tx.query(
    `insert into matter (code, parent, level, name, name_en, keywords, responsible_function, responsible_level, backstop_function,
       backstop_level, finish_days, urgent_hours, may_push_down, evidence, active, changed)
     select key, e->>'parent', (e->>'level')::int2, e->>'name', e->>'nameEn', array(select jsonb_array_elements_text(e->'keywords')),
       e->'responsible'->>'function', e->'responsible'->>'level', e->'backstop'->>'function', e->'backstop'->>'level', e->'finishDays',
       (e->>'urgentHours')::int4, (e->>'mayPushDown')::boolean, array(select jsonb_array_elements_text(e->'evidence')),
       (e->>'active')::boolean, $2
     from jsonb_to_recordset($1) as r(key text, entry jsonb), lateral (select r.entry as e) as x
     on conflict (code) do update set parent = excluded.parent, name = excluded.name, name_en = excluded.name_en,
       keywords = excluded.keywords, responsible_function = excluded.responsible_function, responsible_level = excluded.responsible_level,
       backstop_function = excluded.backstop_function, backstop_level = excluded.backstop_level, finish_days = excluded.finish_days,
       urgent_hours = excluded.urgent_hours, may_push_down = excluded.may_push_down, evidence = excluded.evidence,
       active = excluded.active, changed = excluded.changed,
       earlier = case when matter.finish_days = excluded.finish_days and matter.urgent_hours is not distinct from excluded.urgent_hours
         then matter.earlier else matter.earlier || jsonb_build_object('until', $3::int8, 'finishDays', matter.finish_days, 'urgentHours', matter.urgent_hours) end`,
    [JSON.stringify(rows.map(({ key, entry }) => ({ key, entry }))), change, at],
  );
}

/** Active matters by the city function they ask for. */
export async function demandByFunction(sql: Sql): Promise<Map<string, number>> {
  const rows = await sql.query<{ work: string; n: number }>(
    `select responsible_function as work, count(*) as n from matter where active and responsible_level = 'city' group by 1`,
  );
  return new Map(rows.map(({ work, n }) => [work, n]));
}

/** Of each matter's newest appeals, `among` of them at most, how many are open. */
export function openAmong(
  sql: Sql,
  codes: readonly string[],
  among: number,
): Promise<{ key: string; open: number }[]> {
  return sql.query(
    `select c.code as key, (select count(*) from (select state from appeal where matter = c.code order by filed_at desc, cohort desc, id desc
       limit $2) as a where a.state in ('received', 'dispatched')) as open from unnest($1::text[]) as c(code)`,
    [codes, among],
    'open-among-matters',
  );
}
