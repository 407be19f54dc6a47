import type { UnitScores } from '@suban/domain/api-figures.ts';

export type Score = UnitScores['items'][number];
export const sizes = ['few', 'small', 'middle', 'large'] as const;
export type Size = (typeof sizes)[number];
/** Units of one level, one kind and like load: only these may fairly stand side by side. */
export type Band = {
  readonly level: Score['level'];
  readonly kind: Score['kind'];
  readonly size: Size;
  readonly units: readonly Score[];
};

/**
 * Lower ends of the sizes, in orders dispatched to a unit in 30 days. With fewer than 30 the interval of a rate is wider
 * than ±15 points and says little; then each size is about three times the one before.
 */
export const sizeFrom: Readonly<Record<Size, number>> = { few: 0, small: 30, middle: 100, large: 300 };

export const sizeOf = (dispatched30: number): Size =>
  sizes.findLast((size) => dispatched30 >= sizeFrom[size]) ?? 'few';

const levels = ['city', 'district', 'subdistrict', 'community', 'grid'];

/** The bands that have units, from the city down, the busiest first. Their order says nothing of how well they work. */
export function bandsOf(scores: readonly Score[]): Band[] {
  const groups = Map.groupBy(scores, (score) => `${score.level} ${score.kind} ${sizeOf(score.dispatched30)}`);
  const bands = [...groups.values()].flatMap((units): Band[] => {
    const first = units[0];
    return first ? [{ level: first.level, kind: first.kind, size: sizeOf(first.dispatched30), units }] : [];
  });
  const rank = ({ level, kind, size }: Band) =>
    [levels.indexOf(level), kind, 9 - sizes.indexOf(size)].join(' ');
  return bands.sort((a, b) => rank(a).localeCompare(rank(b)));
}
