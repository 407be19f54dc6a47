import type { MapFigures } from '@suban/domain/api-figures.ts';
import type { CaseFilters } from '../cases/filters.ts';

export const mapMeasures = ['open', 'red', 'filed30'] as const;
export type Measure = (typeof mapMeasures)[number];

/** The cases a cell's number counts. */
export function filtersOf(
  cell: { readonly unit: number },
  measure: Measure,
  period: MapFigures['period'],
): CaseFilters {
  const area = String(cell.unit);
  if (measure === 'red') return { area, light: 'red' };
  return measure === 'open' ? { area, state: 'open' } : { area, measure: 'filed', ...period };
}
