import type { Actor, Staff } from '../actors.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { accountId, unitId } from '../ids.ts';
import { type Role, type StaffRole, staffRoles } from '../roles.ts';
import type { MatterRule } from '../matter-rule.ts';
import type { UnitRef } from '../units.ts';

/** A city small enough to know by heart, with one of everything the rules tell apart. */
const unit = (path: string, level: UnitRef['level'], kind: UnitRef['kind']): UnitRef => ({
  id: unitId(Number(path.split('/').at(-2))),
  path,
  level,
  kind,
});

export const units = {
  city: unit('/1/', 'city', 'government'),
  cityCentre: unit('/1/2/', 'city', 'dispatch-centre'),
  supervision: unit('/1/3/', 'city', 'supervision'),
  urban: unit('/1/4/', 'city', 'department'),
  /** A squad within the department `urban`. */
  urbanSquad: unit('/1/4/5/', 'city', 'department'),
  water: unit('/1/6/', 'city', 'enterprise'),
  /** Its id begins like the city's: a path must be compared whole segments at a time. */
  district: unit('/1/10/', 'district', 'government'),
  districtCentre: unit('/1/10/11/', 'district', 'dispatch-centre'),
  districtUrban: unit('/1/10/12/', 'district', 'department'),
  street: unit('/1/10/20/', 'subdistrict', 'government'),
  community: unit('/1/10/20/21/', 'community', 'government'),
  /** A property firm that helps the street's community. */
  firm: unit('/1/10/20/21/23/', 'community', 'partner'),
  grid: unit('/1/10/20/21/22/', 'grid', 'government'),
  otherDistrict: unit('/1/30/', 'district', 'government'),
  otherCentre: unit('/1/30/31/', 'district', 'dispatch-centre'),
  otherStreet: unit('/1/30/40/', 'subdistrict', 'government'),
} as const;
export type UnitName = keyof typeof units;
export const unitNames = Object.keys(units) as readonly UnitName[];

/** `street-lamp` may be pushed down to a street, `exhaust` may not, has limits of its own and a closure standard. */
export const matters = {
  'street-lamp': {
    code: 'street-lamp',
    finishDays: {},
    urgentHours: null,
    mayPushDown: true,
    local: true,
    evidence: [],
  },
  exhaust: {
    code: 'exhaust',
    finishDays: { complaint: 7 },
    urgentHours: 2,
    mayPushDown: false,
    local: false,
    evidence: ['contact', 'photo-before', 'photo-after', 'site', 'legal-basis'],
  },
} as const satisfies Record<string, MatterRule>;

const days = (first: string, last: string): string[] => {
  const list: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    list.push(new Date(at).toISOString().slice(0, 10));
  return list;
};

/** 2026 as the State Council's notice has it, from Spring Festival and National Day with their make-up workdays. */
export const calendar2026: Calendar = {
  offsetMinutes: 480,
  published: new Set([2026]),
  exceptions: new Map([
    ...days('2026-02-15', '2026-02-23').map((day) => [day, 'holiday'] as const),
    ['2026-02-14', 'workday'],
    ['2026-02-28', 'workday'],
    ...days('2026-09-25', '2026-09-27').map((day) => [day, 'holiday'] as const),
    ...days('2026-10-01', '2026-10-07').map((day) => [day, 'holiday'] as const),
    ['2026-09-20', 'workday'],
    ['2026-10-10', 'workday'],
  ]),
};

/** A moment given in the city's time: `2026-03-02 09:00`. Milliseconds since 1970. */
export const cityTime = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);

/** Everyone who can act. */
export const roles: readonly Role[] = [...staffRoles, 'citizen', 'system'];

export const citizen: Actor = { kind: 'citizen' };
export const system: Actor = { kind: 'system' };
/** Somebody with one post in one unit; `who` tells colleagues in the same post apart. */
export const staff = (role: StaffRole, of: UnitRef, who = ''): Staff => ({
  kind: 'staff',
  account: accountId(`${role}-${of.id}${who}`),
  unit: of,
  roles: [role],
});
