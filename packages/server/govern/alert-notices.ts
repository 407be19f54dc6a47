import type { AlertEvent } from '@suban/domain/govern/alerts.ts';
import { lineage } from '@suban/domain/units.ts';
import type { Notice } from '../notify/notices-store.ts';
import type { Reference, Unit } from '../people/reference-store.ts';

/** The function of a unit that hears, day and night, of what cannot wait. */
const dutyFunction = 'duty';

/** 值班室: of the governments that a unit belongs to, the city's and, where it has one, its district's. */
export function dutyRooms({ units }: Pick<Reference, 'units'>, unit: Pick<Unit, 'path'>): number[] {
  const above = new Set(lineage(unit));
  return [...units.values()]
    .filter(({ function: work, parent }) => work === dutyFunction && parent !== null && above.has(parent))
    .map(({ id }) => id);
}

type About = {
  readonly id: number;
  readonly cohort: number;
  readonly appeal: number;
  readonly unit: number;
  readonly cause: string;
};

/** To the head of the responsible unit and the duty room; of a formal follow-up to supervision too. */
export function alertNotices(
  reference: Reference,
  { id, cohort, appeal, unit, cause }: About,
  what: AlertEvent['type'],
  seq: number,
  at: number,
): Notice[] {
  const place = reference.units.get(unit) ?? reference.centre;
  const common = { alert: id, cohort, appeal, seq, what: `alert-${what}`, detail: cause, about: unit, at };
  const heads = new Set([unit, ...dutyRooms(reference, place)]);
  const watching =
    what === 'follow-up-opened'
      ? lineage(place).filter((each) => {
          const { kind, level } = reference.units.get(each) ?? {};
          return kind === 'government' && (level === 'city' || level === 'district');
        })
      : [];
  return [
    ...[...heads].map((each) => ({ ...common, unit: each, audience: 'alerts' as const })),
    ...watching.map((each) => ({ ...common, unit: each, audience: 'supervision' as const })),
  ];
}
