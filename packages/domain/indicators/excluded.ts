import type { Settings } from '../settings.ts';
import type { Measure } from './measures.ts';
import { type Indicator, indicators, type Rate, rateOf } from './rates.ts';

/** What is counted of an excluded case a second time, so that a unit's figures can be read without it. */
export const excludedTwin: Partial<Readonly<Record<Measure, Measure>>> = {
  'finish-due': 'excluded-finish-due',
  'finished-in-time': 'excluded-finished-in-time',
  'finish-due-original': 'excluded-finish-due-original',
  'finished-in-original': 'excluded-finished-in-original',
  rated: 'excluded-rated',
  solved: 'excluded-solved',
  satisfied: 'excluded-satisfied',
};

/** Which setting leaves excluded cases out of an indicator; of all others they are never left out, held time least of all. */
const leftOutBy: Partial<Readonly<Record<Indicator, keyof Settings['excludedFrom']>>> = {
  'on-time': 'onTime',
  'on-time-original': 'onTime',
  satisfied: 'satisfied',
  solved: 'solved',
};

/** May excluded cases be left out of it, as the city has it? */
export const leavesOut = (name: Indicator, { excludedFrom }: Pick<Settings, 'excludedFrom'>): boolean => {
  const by = leftOutBy[name];
  return by !== undefined && excludedFrom[by];
};

/**
 * A unit's indicator without what was left out of it, and how many that were: 剔除 is of a unit's figures alone, the city's
 * count every case.
 */
export function unitIndicator(
  name: Indicator,
  total: (measure: Measure) => number,
  settings: Pick<Settings, 'excludedFrom'>,
): Rate & { readonly excluded: number } {
  const [above, below] = indicators[name].map((measure) => {
    const twin = leavesOut(name, settings) ? excludedTwin[measure] : undefined;
    return [total(measure), twin ? total(twin) : 0] as const;
  }) as [readonly [number, number], readonly [number, number]];
  return { ...rateOf(above[0] - above[1], below[0] - below[1]), excluded: below[1] };
}
