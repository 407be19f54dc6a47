import type { Kind } from '@suban/domain/appeal.ts';
import type { Calendar } from '@suban/domain/calendar/calendar.ts';
import { unitId } from '@suban/domain/ids.ts';
import type { EarlierLimits } from '@suban/domain/reference/earlier-limits.ts';
import { completeSettings } from '@suban/domain/settings-changes.ts';
import type { Evidence, MatterRule } from '@suban/domain/matter-rule.ts';
import { defaultSettings, type Settings } from '@suban/domain/settings.ts';
import { lineage, type UnitKind, type UnitLevel, type UnitRef } from '@suban/domain/units.ts';
import type { Sql, Tx } from '../platform/database.ts';

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
  /** Its limits before they were changed, oldest first. */
  readonly earlier: readonly EarlierLimits[];
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
  /** What was closed: nothing new goes there, and old records still have its name. */
  readonly former: Pick<Atlas, 'units' | 'matters'>;
  readonly calendar: Calendar;
  /** Those in force now. */
  readonly settings: Settings;
  readonly settingsNow: SettingsVersion;
  /**
   * Those of a version, planned and withdrawn ones too.
   * @throws RangeError when there is none: it was made by a process that knows more than this one
   */
  readonly settingsOf: (version: number) => Settings;
  /** Those that are or will be in force, in that order; the first always is. */
  readonly plan: readonly SettingsVersion[];
  /** One shape a subdistrict: GeoJSON rings, [longitude, latitude] in degrees. */
  readonly cells: ReadonlyMap<number, Rings>;
  /** The city's dispatch centre: every new appeal's first queue. */
  readonly centre: Unit;
};

/** The city's units, duties and places alone: all that is needed to say whose a matter is. */
export type Atlas = Pick<Reference, 'units' | 'matters' | 'cells'>;

/** `fromAt` is when it takes effect, in ms. */
export type SettingsVersion = {
  readonly version: number;
  readonly fromAt: number;
  readonly settings: Settings;
};

export type Rings = readonly (readonly (readonly [number, number])[])[];

type UnitRow = {
  active: boolean;
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
  active: boolean;
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
  earlier: EarlierLimits[];
  may_push_down: boolean;
  evidence: Evidence[];
};
type SettingRow = { version: number; from_at: number; body: unknown; withdrawn: boolean };

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
    earlier: row.earlier,
    mayPushDown: row.may_push_down,
    local: row.responsible_level !== null && row.responsible_level !== 'city',
    evidence: row.evidence,
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

/**
 * @param now which settings are in force depends on it
 * @throws Error when the city has no dispatch centre yet: it has not been seeded
 */
export async function readReference(sql: Sql, now: number): Promise<Reference> {
  const version = await readReferenceVersion(sql);
  const [units, matters, calendar, settings, cells] = await Promise.all([
    sql.query<UnitRow>('select * from unit order by path'),
    sql.query<MatterRow>('select * from matter order by code'),
    readCalendar(sql),
    sql.query<SettingRow>(
      `select version, from_at, body, withdrawn_at is not null as withdrawn from setting order by from_at, version`,
    ),
    sql.query<{ unit: number; rings: Rings }>('select unit, rings from map_cell'),
  ]);
  const [all, closed] = [
    units.filter(({ active }) => active).map(toUnit),
    units.filter(({ active }) => !active).map(toUnit),
  ];
  const byCode = (active: boolean) =>
    new Map(matters.filter((row) => row.active === active).map((row) => [row.code, toMatter(row)]));
  const centre = all.find((unit) => unit.kind === 'dispatch-centre' && unit.level === 'city');
  if (!centre) throw new Error('the city has no dispatch centre: seed it or import its units first');
  return {
    version,
    units: new Map(all.map((unit) => [unit.id, unit])),
    matters: byCode(true),
    former: { units: new Map(closed.map((unit) => [unit.id, unit])), matters: byCode(false) },
    calendar,
    ...settingsAt(settings, now),
    cells: new Map(cells.map(({ unit, rings }) => [unit, rings])),
    centre,
  };
}

async function readCalendar(sql: Sql): Promise<Calendar> {
  const [days, years] = await Promise.all([
    sql.query<{ day: string; kind: 'holiday' | 'workday' }>('select day, kind from calendar_day'),
    sql.query<{ year: number }>('select distinct year from calendar_year'),
  ]);
  return {
    offsetMinutes: chinaOffset,
    exceptions: new Map(days.map(({ day, kind }) => [day, kind])),
    published: new Set(years.map(({ year }) => year)),
  };
}

/** Tells every process that the city has changed. @returns the version that has the change */
export async function bumpReference(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'update reference_version set version = version + 1 returning version',
  );
  return row?.version ?? 0;
}

/** What a city has set when it has set nothing, before `keepReference` has written it down. */
const beginning: SettingsVersion = { version: 0, fromAt: 0, settings: defaultSettings };

function settingsAt(rows: readonly SettingRow[], now: number) {
  const known = new Map<number, SettingsVersion>([[0, beginning]]);
  for (const { version, from_at: fromAt, body } of rows)
    known.set(version, { version, fromAt, settings: completeSettings(body) });
  const withdrawn = new Set(rows.filter((row) => row.withdrawn).map((row) => row.version));
  const plan = [...known.values()].filter(({ version }) => !withdrawn.has(version));
  const settingsOf = (version: number): Settings => {
    const found = known.get(version);
    if (!found) throw new RangeError(`no version ${version} of the settings`);
    return found.settings;
  };
  return { plan, settingsOf, ...inForce(plan, now) };
}

/** The version in force: the last that has begun. */
export function inForce(
  plan: readonly SettingsVersion[],
  now: number,
): Pick<Reference, 'settings' | 'settingsNow'> {
  const settingsNow = plan.findLast(({ fromAt }) => fromAt <= now) ?? plan[0] ?? beginning;
  return { settingsNow, settings: settingsNow.settings };
}

/** Writes down what the city begins with, once: another release's defaults must not change what appeals were filed under. */
export async function keepBeginning(sql: Sql): Promise<void> {
  await sql.query(
    `insert into setting (version, from_at, body) overriding system value values (0, 'epoch', $1) on conflict (version) do nothing`,
    [JSON.stringify(defaultSettings)],
  );
}

type Known = Pick<Reference, 'units' | 'matters' | 'former'>;
/** A unit or matter of that key, be it closed: what records name. */
export const knownUnit = ({ units, former }: Known, id: number): Unit | undefined =>
  units.get(id) ?? former.units.get(id);
export const knownMatter = ({ matters, former }: Known, code: string | null): Matter | undefined =>
  code === null ? undefined : (matters.get(code) ?? former.matters.get(code));
/** Every unit there is or was: for what counts or shows the past. */
export const everyUnit = ({ units, former }: Known): Unit[] => [...units.values(), ...former.units.values()];

/** `深圳市 / 福田区 / 园岭街道` */
export function trailOf(reference: Reference, unit: UnitRef, english = false): string {
  return lineage(unit)
    .map((id) => knownUnit(reference, id))
    .map((each) => (english ? each?.nameEn : each?.name) ?? '')
    .join(' / ');
}
