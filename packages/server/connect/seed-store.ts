import type { Tx } from '../platform/database.ts';

export type UnitRow = {
  id: number;
  code: string;
  parent: number | null;
  path: string;
  level: string;
  kind: string;
  function: string | null;
  name: string;
  nameEn: string;
  firstLine: boolean;
  phone: string | null;
  phoneHours: string | null;
};

export async function hasUnits(tx: Tx): Promise<boolean> {
  return (await tx.query('select from unit limit 1')).length > 0;
}

/** @returns the ids by code */
export async function addUnits(tx: Tx, units: readonly UnitRow[]): Promise<Map<string, number>> {
  await tx.query(
    `insert into unit (id, code, parent, path, level, kind, function, name, name_en, first_line, phone, phone_hours)
     select * from jsonb_to_recordset($1) as u(id int8, code text, parent int8, path text, level text, kind text, "function" text,
       name text, "nameEn" text, "firstLine" boolean, phone text, "phoneHours" text)`,
    [JSON.stringify(units)],
  );
  await tx.query(`select setval(pg_get_serial_sequence('unit', 'id'), (select max(id) from unit))`);
  return new Map(units.map((unit) => [unit.code, unit.id]));
}

type Duty = { function: string; level: string } | null;
export type MatterRow = {
  code: string;
  parent: string | null;
  level: number;
  name: string;
  nameEn: string;
  keywords: readonly string[];
  responsible: Duty;
  backstop: Duty;
  finishDays: object;
  urgentHours: number | null;
  mayPushDown: boolean;
  evidence: readonly string[];
};

export async function addMatters(tx: Tx, matters: readonly MatterRow[]): Promise<void> {
  await tx.query(
    `insert into matter (code, parent, level, name, name_en, keywords, responsible_function, responsible_level, backstop_function,
       backstop_level, finish_days, urgent_hours, may_push_down, evidence)
     select code, parent, level, name, "nameEn", array(select jsonb_array_elements_text(keywords)), responsible->>'function',
       responsible->>'level', backstop->>'function', backstop->>'level', "finishDays", "urgentHours", "mayPushDown",
       array(select jsonb_array_elements_text(evidence))
     from jsonb_to_recordset($1) as m(code text, parent text, level int2, name text, "nameEn" text, keywords jsonb, responsible jsonb,
       backstop jsonb, "finishDays" jsonb, "urgentHours" int4, "mayPushDown" boolean, evidence jsonb)`,
    [JSON.stringify(matters)],
  );
}

/** Another map in the place of the one there is. */
export async function replaceMap(tx: Tx, cells: readonly { unit: number; rings: unknown }[]): Promise<void> {
  await tx.query('delete from map_cell');
  await addMap(tx, cells);
}

export async function addMap(tx: Tx, cells: readonly { unit: number; rings: unknown }[]): Promise<void> {
  await tx.query(
    'insert into map_cell (unit, rings) select unit, rings from jsonb_to_recordset($1) as c(unit int8, rings jsonb)',
    [JSON.stringify(cells)],
  );
}
