import { between, seeded, seedOf } from './rng.ts';
import { type Area, areas, type Subdistrict } from './units/areas.ts';
import { communityNames, gridName } from './units/communities.ts';
import { cityDepartments, districtDepartments, enterprises, partners } from './units/departments.ts';

/**
 * A node of the demo city's organisation tree. `code` is stable and readable: SZ, SZ-FT, SZ-FT-YL, SZ-FT-YL-3,
 * SZ-FT-YL-3-2, SZ-D-CG (city department), SZ-E-GD (enterprise), SZ-FT-D-CG (district department), SZ-FT-DISPATCH,
 * SZ-FT-P-TJ (a partner outside government).
 * `function` is null for governments, communities and grids, which do every work of their place.
 */
export type DemoUnit = {
  code: string;
  parent: string | null;
  level: 'city' | 'district' | 'subdistrict' | 'community' | 'grid';
  kind: 'government' | 'department' | 'dispatch-centre' | 'supervision' | 'enterprise' | 'partner';
  function: string | null;
  name: string;
  nameEn: string;
  firstLine: boolean;
  phone: string | null;
  phoneHours: string | null;
};

const officeHours = '工作日 09:00–12:00、14:00–18:00';
const dayAndNight = '每天 00:00–24:00';

type Plain = Omit<DemoUnit, 'firstLine' | 'phone' | 'phoneHours'>;

const root: Plain = {
  code: 'SZ',
  parent: null,
  level: 'city',
  kind: 'government',
  function: null,
  name: '深圳市',
  nameEn: 'Shenzhen',
};

/** 值班室: at the end, so that it moves no other's number. */
const dutyRoom: Plain = {
  code: 'SZ-DUTY',
  parent: 'SZ',
  level: 'city',
  kind: 'supervision',
  function: 'duty',
  name: '市总值班室',
  nameEn: 'City Duty Room',
};

function cityUnits(): Plain[] {
  const under = { parent: 'SZ', level: 'city' } as const;
  return [
    root,
    {
      ...under,
      code: 'SZ-DISPATCH',
      kind: 'dispatch-centre',
      function: 'dispatch',
      name: '市民生诉求分拨中心',
      nameEn: 'City Dispatch Centre',
    },
    {
      ...under,
      code: 'SZ-SUPERVISION',
      kind: 'supervision',
      function: 'supervision',
      name: '市民生诉求督查室',
      nameEn: 'City Supervision Office',
    },
    ...cityDepartments.map(
      ([work, letters, name, nameEn]): Plain => ({
        ...under,
        code: `SZ-D-${letters}`,
        kind: 'department',
        function: work,
        name,
        nameEn: `City ${nameEn}`,
      }),
    ),
    ...enterprises.map(
      ([work, letters, name, nameEn]): Plain => ({
        ...under,
        code: `SZ-E-${letters}`,
        kind: 'enterprise',
        function: work,
        name,
        nameEn: `City ${nameEn}`,
      }),
    ),
  ];
}

function areaUnits(area: Area): Plain[] {
  const under = { parent: area.code, level: 'district' } as const;
  return [
    {
      code: area.code,
      parent: 'SZ',
      level: 'district',
      kind: 'government',
      function: null,
      name: area.name,
      nameEn: area.nameEn,
    },
    {
      ...under,
      code: `${area.code}-DISPATCH`,
      kind: 'dispatch-centre',
      function: 'dispatch',
      name: `${area.name}民生诉求分拨中心`,
      nameEn: `${area.nameEn} Dispatch Centre`,
    },
    ...districtDepartments.map(
      ([work, letters, name, nameEn]): Plain => ({
        ...under,
        code: `${area.code}-D-${letters}`,
        kind: 'department',
        function: work,
        name: name(area),
        nameEn: `${area.nameEn} ${nameEn}`,
      }),
    ),
    ...partners.map(
      ([work, letters, name, nameEn]): Plain => ({
        ...under,
        code: `${area.code}-P-${letters}`,
        kind: 'partner',
        function: work,
        name: `${area.name}${name}`,
        nameEn: `${area.nameEn} ${nameEn}`,
      }),
    ),
  ];
}

/** The subdistrict with `names` as its communities, each with three to five grids. */
function subdistrictUnits(area: Area, subdistrict: Subdistrict, names: readonly string[]): Plain[] {
  const place = { kind: 'government', function: null } as const;
  const short = subdistrict.nameEn.replace(/ (Subdistrict|Town)$/, '');
  const communities = names.flatMap((name, index): Plain[] => {
    const code = `${subdistrict.code}-${index + 1}`;
    const nameEn = `Community ${index + 1} of ${short}`;
    const grids = between(seeded(seedOf(code)), 3, 5);
    return [
      { ...place, code, parent: subdistrict.code, level: 'community', name, nameEn },
      ...Array.from(
        { length: grids },
        (_, grid): Plain => ({
          ...place,
          code: `${code}-${grid + 1}`,
          parent: code,
          level: 'grid',
          name: `${name}${gridName(grid + 1)}`,
          nameEn: `Grid ${grid + 1}, ${nameEn}`,
        }),
      ),
    ];
  });
  return [{ ...place, ...subdistrict, parent: area.code, level: 'subdistrict' }, ...communities];
}

/**
 * First line = 36 city departments + 11 enterprises + 11 area governments + 78 subdistricts = 136.
 * District departments, communities and grids stand behind their area or subdistrict; the dispatch centres,
 * the supervision office and the city itself direct the first line and are not of it.
 */
function isFirstLine(unit: Plain): boolean {
  if (unit.level === 'subdistrict') return true;
  if (unit.level === 'district') return unit.kind === 'government';
  return unit.level === 'city' && (unit.kind === 'department' || unit.kind === 'enterprise');
}

/** Public numbers are invented: 0755-8800 and the unit's place among the first line. */
function withPhones(units: Plain[]): DemoUnit[] {
  let published = 0;
  return units.map((unit) => {
    const firstLine = isFirstLine(unit);
    if (!firstLine) return { ...unit, firstLine, phone: null, phoneHours: null };
    published += 1;
    const phone = `0755-8800${String(1000 + published * 7)}`;
    return { ...unit, firstLine, phone, phoneHours: unit.kind === 'enterprise' ? dayAndNight : officeHours };
  });
}

/** The whole tree, parents before children; the same on every call. */
export function demoUnits(): DemoUnit[] {
  const names = [...communityNames];
  return withPhones([
    ...cityUnits(),
    ...areas.flatMap((area) => [
      ...areaUnits(area),
      ...area.subdistricts.flatMap((subdistrict) =>
        subdistrictUnits(area, subdistrict, names.splice(0, between(seeded(seedOf(subdistrict.code)), 2, 8))),
      ),
    ]),
    dutyRoom,
  ]);
}
