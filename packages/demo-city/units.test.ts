import { expect, test } from 'vitest';
import { areas, divisions } from './units/areas.ts';
import { demoUnits } from './units.ts';

const units = demoUnits();
const byCode = new Map(units.map((unit) => [unit.code, unit]));
const childrenOf = (code: string) => units.filter((unit) => unit.parent === code);

test('codes are unique and every parent comes before its children', () => {
  expect(byCode.size).toBe(units.length);
  const seen = new Set<string | null>([null]);
  for (const unit of units) {
    expect(seen).toContain(unit.parent);
    seen.add(unit.code);
  }
  expect(units.filter((unit) => unit.parent === null).map((unit) => unit.code)).toEqual(['SZ']);
});

test('eleven areas hold every real subdistrict of the city once, and the cooperation zone', () => {
  const real = divisions().filter((row) => row.cityCode === '4403' && row.name.endsWith('街道'));
  const subdistricts = areas.flatMap((area) => area.subdistricts);
  expect(areas).toHaveLength(11);
  expect(real).toHaveLength(74);
  expect(
    subdistricts
      .filter((row) => row.name.endsWith('街道'))
      .map((row) => row.name)
      .sort(),
  ).toEqual(real.map((row) => row.name).sort());
  expect(
    childrenOf('SZ-DP')
      .filter((row) => row.level === 'subdistrict')
      .map((row) => row.name),
  ).toEqual(['葵涌街道', '大鹏街道', '南澳街道']);
  expect(
    childrenOf('SZ-SS')
      .filter((row) => row.level === 'subdistrict')
      .map((row) => row.name),
  ).toEqual(['鹅埠镇', '小漠镇', '赤石镇', '鲘门镇']);
});

test('136 first-line units, each with its own published number and hours', () => {
  const firstLine = units.filter((unit) => unit.firstLine);
  expect(firstLine).toHaveLength(136);
  expect(new Set(firstLine.map((unit) => unit.phone)).size).toBe(136);
  for (const unit of firstLine) {
    expect(unit.phone).toMatch(/^0755-8800\d{4}$/);
    expect(unit.phoneHours).toBeTruthy();
  }
  expect(units.filter((unit) => !unit.firstLine && unit.phone !== null)).toEqual([]);
});

test('each subdistrict has 2–8 communities with their own names, each community 3–5 grids', () => {
  for (const subdistrict of units.filter((unit) => unit.level === 'subdistrict')) {
    const communities = childrenOf(subdistrict.code);
    expect(communities.length).toBeGreaterThanOrEqual(2);
    expect(communities.length).toBeLessThanOrEqual(8);
    for (const community of communities) {
      const grids = childrenOf(community.code);
      expect(grids.length).toBeGreaterThanOrEqual(3);
      expect(grids.length).toBeLessThanOrEqual(5);
    }
  }
  const names = units.filter((unit) => unit.level === 'community').map((unit) => unit.name);
  expect(new Set(names).size).toBe(names.length);
});

test('every area has a dispatch centre and fifteen departments; nothing lacks an English name', () => {
  for (const area of areas) {
    expect(byCode.get(`${area.code}-DISPATCH`)?.kind).toBe('dispatch-centre');
    expect(childrenOf(area.code).filter((unit) => unit.kind === 'department')).toHaveLength(15);
  }
  expect(units.filter((unit) => !/^[\x20-\x7e]+$/.test(unit.nameEn))).toEqual([]);
});

test('the tree is the same on every call', () => {
  expect(demoUnits()).toEqual(units);
});
