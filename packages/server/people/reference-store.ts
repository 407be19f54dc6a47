import type { Kind } from '@suban/domain/appeal.ts';
import type { Calendar } from '@suban/domain/calendar/calendar.ts';
import { unitId } from '@suban/domain/ids.ts';
import { defaultSettings, type MatterRule, type Settings } from '@suban/domain/settings.ts';
import { lineage, type UnitKind, type UnitLevel, type UnitRef } from '@suban/domain/units.ts';
import type { Sql } from '../platform/database.ts';

export type Unit = UnitRef & {
  readonly code: string;
  readonly parent: number | null;
  readonly function: string | null;
  readonly name: string;
  readonly nameEn: string;
  readonly firstLine: boolean;
  readonly phone: string | null;
  readonly phoneHours: string | null;
};

export type Matter = MatterRule & {
  readonly parent: string | null;
  readonly level: number;
  readonly name: string;
  readonly nameEn: string;
  readonly keywords: readonly string[];
  readonly responsible: { readonly function: string; readonly level: UnitLevel } | null;
  readonly backstop: { readonly function: string; readonly level: UnitLevel } | null;
};

/** The city as every request needs it: small, read often, changed seldom, so each process holds it whole. */
export type Reference = {
  readonly version: number;
  readonly units: ReadonlyMap<number, Unit>;
  readonly matters: ReadonlyMap<string, Matter>;
  readonly calendar: Calendar;
  readonly settings: Settings;
  /** One shape a subdistrict: GeoJSON rings, [longitude, latitude] in degrees. */
  readonly cells: ReadonlyMap<number, Rings>;
  /** The city's dispatch centre: every new appeal's first queue. */
  readonly centre: Unit;
};

export type Rings = readonly (readonly (readonly [number, number])[])[];

type UnitRow = {
  id: number;
  code: string;
  parent: number | null;
  path: string;
  level: UnitLevel;
  kind: UnitKind;
  function: string | null;
  name: string;
  name_en: string;
  first_line: boolean;
  phone: string | null;
  phone_hours: string | null;
};
type MatterRow = {
  code: string;
  parent: string | null;
  level: number;
  name: string;
  name_en: string;
  keywords: string[];
  responsible_function: string | null;
  responsible_level: UnitLevel | null;
  backstop_function: string | null;
  backstop_level: UnitLevel | null;
  finish_days: Partial<Record<Kind, number>>;
  urgent_hours: number | null;
  may_push_down: boolean;
};

const chinaOffset = 480;

function toUnit(row: UnitRow): Unit {
  return {
    id: unitId(row.id),
    path: row.path,
    level: row.level,
    kind: row.kind,
    code: row.code,
    parent: row.parent,
    function: row.function,
    name: row.name,
    nameEn: row.name_en,
    firstLine: row.first_line,
    phone: row.phone,
    phoneHours: row.phone_hours,
  };
}

const duty = (fn: string | null, level: UnitLevel | null) => (fn && level ? { function: fn, level } : null);

function toMatter(row: MatterRow): Matter {
  return {
    code: row.code,
    parent: row.parent,
    level: row.level,
    name: row.name,
    nameEn: row.name_en,
    keywords: row.keywords,
    responsible: duty(row.responsible_function, row.responsible_level),
    backstop: duty(row.backstop_function, row.backstop_level),
    finishDays: row.finish_days,
    urgentHours: row.urgent_hours,
    mayPushDown: row.may_push_down,
  };
}

export async function readReferenceVersion(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ version: number }>(
    'select version from reference_version',
    [],
    'reference-version',
  );
  return row?.version ?? 0;
}

/** @throws Error when the city has no dispatch centre yet: it has not been seeded */
export async function readReference(sql: Sql): Promise<Reference> {
  const version = await readReferenceVersion(sql);
  const [units, matters, days, settings, cells] = await Promise.all([
    sql.query<UnitRow>('select * from unit where active order by path'),
    sql.query<MatterRow>('select * from matter where active order by code'),
    sql.query<{ day: string; kind: 'holiday' | 'workday' }>('select day, kind from calendar_day'),
    sql.query<{ body: Partial<Settings> }>(
      'select body from setting where from_at <= now() order by from_at desc, version desc limit 1',
    ),
    sql.query<{ unit: number; rings: Rings }>('select unit, rings from map_cell'),
  ]);
  const all = units.map(toUnit);
  const centre = all.find((unit) => unit.kind === 'dispatch-centre' && unit.level === 'city');
  if (!centre) throw new Error('the city has no dispatch centre: seed it or import its units first');
  return {
    version,
    units: new Map(all.map((unit) => [unit.id, unit])),
    matters: new Map(matters.map((row) => [row.code, toMatter(row)])),
    calendar: { offsetMinutes: chinaOffset, exceptions: new Map(days.map(({ day, kind }) => [day, kind])) },
    settings: { ...defaultSettings, ...settings[0]?.body },
    cells: new Map(cells.map(({ unit, rings }) => [unit, rings])),
    centre,
  };
}

/** `深圳市 / 福田区 / 园岭街道` */
export function trailOf(reference: Reference, unit: UnitRef, english = false): string {
  return lineage(unit)
    .map((id) => reference.units.get(id))
    .map((each) => (english ? each?.nameEn : each?.name) ?? '')
    .join(' / ');
}
