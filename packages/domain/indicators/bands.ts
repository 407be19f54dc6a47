import { type UnitKind, type UnitLevel, unitLevels } from '../units.ts';

export const sizes = ['few', 'small', 'middle', 'large'] as const;
export type Size = (typeof sizes)[number];
/** What a unit's like are told by; `dispatched` is what it received in 30 days, or as much as that were at its pace. */
export type Sized = { readonly level: UnitLevel; readonly kind: UnitKind; readonly dispatched: number };
/** Units of one level, one kind and like load: only these may fairly stand side by side. */
export type Band<Score> = {
  readonly level: UnitLevel;
  readonly kind: UnitKind;
  readonly size: Size;
  readonly units: readonly Score[];
};

/**
 * Lower ends of the sizes, in orders dispatched to a unit in 30 days. With fewer than 30 the interval of a rate is wider
 * than ±15 points and says little; then each size is about three times the one before.
 */
export const sizeFrom: Readonly<Record<Size, number>> = { few: 0, small: 30, middle: 100, large: 300 };

export const sizeOf = (dispatched: number): Size =>
  sizes.findLast((size) => dispatched >= sizeFrom[size]) ?? 'few';

/** The bands that have units, from the city down, the busiest first. Their order says nothing of how well they work. */
export function bandsOf<Score>(scores: readonly Score[], sized: (score: Score) => Sized): Band<Score>[] {
  const groups = Map.groupBy(scores, (score) => {
    const { level, kind, dispatched } = sized(score);
    return `${level} ${kind} ${sizeOf(dispatched)}`;
  });
  const bands = [...groups.values()].flatMap((units): Band<Score>[] => {
    const [first] = units;
    if (first === undefined) return [];
    const { level, kind, dispatched } = sized(first);
    return [{ level, kind, size: sizeOf(dispatched), units }];
  });
  const rank = ({ level, kind, size }: Band<Score>) =>
    [unitLevels.indexOf(level), kind, 9 - sizes.indexOf(size)].join(' ');
  return bands.sort((a, b) => rank(a).localeCompare(rank(b)));
}
