import type { UnitId } from './ids.ts';

export const unitLevels = ['city', 'district', 'subdistrict', 'community', 'grid'] as const;
export type UnitLevel = (typeof unitLevels)[number];
export const unitKinds = [
  'government',
  'department',
  'dispatch-centre',
  'supervision',
  'enterprise',
  // 多元共治: property firms, mediators, social organisations; they help, they never lead.
  'partner',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** What a rule needs to know of a unit. `path` is the ids from the root to the unit: `/1/7/42/`. */
export type UnitRef = {
  readonly id: UnitId;
  readonly path: string;
  readonly level: UnitLevel;
  readonly kind: UnitKind;
};

/** Is `unit` the ancestor itself or somewhere below it? */
export function isWithin(unit: Pick<UnitRef, 'path'>, ancestor: Pick<UnitRef, 'path'>): boolean {
  return unit.path.startsWith(ancestor.path);
}

/** The unit as events keep it: what the rules need, whatever else the caller knows of it. */
export const refOf = ({ id, path, level, kind }: UnitRef): UnitRef => ({ id, path, level, kind });

/** The ids from the root down to the unit itself. */
export function lineage(unit: Pick<UnitRef, 'path'>): number[] {
  return unit.path.split('/').filter(Boolean).map(Number);
}
