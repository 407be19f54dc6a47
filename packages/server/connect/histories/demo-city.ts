import { type CrewRole, crewOf } from '@suban/demo-city/accounts.ts';
import { type DemoMatter, demoCatalogue } from '@suban/demo-city/catalogue.ts';
import { seeded, seedOf } from '@suban/demo-city/rng.ts';
import { type DemoUnit, demoUnits } from '@suban/demo-city/units.ts';
import type { Staff } from '@suban/domain/actors.ts';
import { accountId } from '@suban/domain/ids.ts';
import type { Matter, Reference, Unit } from '../../people/reference-store.ts';
import type { StaffMember } from '../../people/staff-store.ts';

/** The demo city as histories are made up in it. Every look-up throws RangeError for what is not there. */
export type DemoCity = {
  readonly reference: Reference;
  unit(code: string): Unit;
  unitById(id: number): Unit;
  /** The same unit and matter as the grammar knows them. */
  demoUnit(unit: Unit): DemoUnit;
  demoMatter(code: string): DemoMatter;
  matter(code: string): Matter;
  named(username: string): Staff;
  crew(unit: Unit, role: CrewRole): Staff;
  communitiesOf(unit: Unit): readonly Unit[];
  /** How often something happens in each subdistrict, and with each matter; storms have matters of their own. */
  readonly subdistricts: Readonly<Record<string, number>>;
  readonly matters: Readonly<Record<string, number>>;
  readonly stormMatters: Readonly<Record<string, number>>;
};

const busyAreas: Readonly<Record<string, number>> = {
  'SZ-BA': 1.8,
  'SZ-LG': 1.7,
  'SZ-FT': 1.6,
  'SZ-NS': 1.5,
  'SZ-LHA': 1.3,
  'SZ-LH': 1.1,
};
/** 占道经营, 垃圾清运, 路灯, 物业, 噪声, 油烟, 违停, 井盖路面, 欠薪, 预付卡 …: what people most often ask about. */
const frequent: Readonly<Record<string, number>> = {
  '010101': 26,
  '010102': 14,
  '010201': 14,
  '010202': 20,
  '010401': 12,
  '030501': 14,
  '040101': 16,
  '040103': 12,
  '040201': 10,
  '050401': 8,
  '060101': 22,
  '060402': 8,
  '070102': 16,
  '080104': 14,
  '090302': 8,
  '130101': 12,
  '140101': 14,
  '140102': 8,
};
const stormy: Readonly<Record<string, number>> = {
  '010301': 26,
  '150101': 26,
  '150102': 10,
  '200101': 12,
  '010403': 8,
  '020102': 4,
  '160401': 4,
  '050401': 4,
  '080401': 4,
};

function found<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new RangeError(`the demo city has no ${what}`);
  return thing;
}

/** @param staff all accounts: who acts in a history is somebody who exists */
export function demoCityOf(reference: Reference, staff: readonly StaffMember[]): DemoCity {
  const units = new Map([...reference.units.values()].map((unit) => [unit.code, unit]));
  const demo = new Map(demoUnits().map((unit) => [unit.code, unit]));
  const catalogue = new Map(demoCatalogue().map((matter) => [matter.code, matter]));
  const people = new Map(staff.map((member) => [member.username, member]));
  const unitById = (id: number) => found(reference.units.get(id), `unit ${id}`);
  const named = (username: string): Staff => {
    const { account, unit, roles } = found(people.get(username), `account ${username}`);
    return { kind: 'staff', account: accountId(account), unit: unitById(unit), roles };
  };
  return {
    reference,
    unitById,
    named,
    unit: (code) => found(units.get(code), `unit ${code}`),
    demoUnit: ({ code }) => found(demo.get(code), `unit ${code}`),
    demoMatter: (code) => found(catalogue.get(code), `matter ${code}`),
    matter: (code) => found(reference.matters.get(code), `matter ${code}`),
    crew: (unit, role) => named(crewOf(unit.code)[role]),
    communitiesOf: (unit) =>
      [...units.values()].filter(({ parent, level }) => parent === unit.id && level === 'community'),
    ...weights(units.values(), reference),
  };
}

/** Neither places nor matters are all alike: each has a share of its own, the same on every run. */
const ownShare = (code: string) => 0.4 + seeded(seedOf(code))();

function weights(units: Iterable<Unit>, { matters }: Reference) {
  const subdistricts: Record<string, number> = {};
  for (const { code, level } of units) {
    if (level === 'subdistrict')
      subdistricts[code] = ownShare(code) * (busyAreas[code.split('-').slice(0, 2).join('-')] ?? 0.6);
  }
  const known: Record<string, number> = {};
  for (const { code, level } of matters.values())
    if (level === 3) known[code] = frequent[code] ?? ownShare(code);
  const stormMatters = Object.fromEntries(Object.entries(stormy).filter(([code]) => code in known));
  return { subdistricts, matters: known, stormMatters };
}
