import type { HeldTime, MapFigures, Slice, UnitScores } from '@suban/domain/api-figures.ts';
import { type Calendar, day, startOfDay } from '@suban/domain/calendar/calendar.ts';
import { type Measure, measures } from '@suban/domain/indicators/measures.ts';
import { unitName } from '../appeal/names.ts';
import type { Services } from '../platform/services.ts';
import { type CountedFilter, countedTotals } from '../figures/counted-store.ts';
import { lastDays } from '../figures/last-days.ts';
import { lightCounts } from '../figures/lights-store.ts';
import { openBy, totals, totalsOf } from '../figures/store.ts';
import { isoPeriod, rates } from './today.ts';
import { everyUnit } from '../people/reference-store.ts';

/** Each first-line unit's last 30 days. The reader groups them in bands of like kind and size. */
export async function readUnitScores(services: Services): Promise<UnitScores> {
  const reference = services.reference();
  const period = lastDays(reference.calendar, services.clock());
  const list = await totals(services.database, 'unit', measures, period.from, period.to);
  const open = new Map((await openBy(services.database, 'unit')).map(({ key, n }) => [key, n]));
  const lit = await litBy(services, 'unit');
  const byUnit = Map.groupBy(list, ({ key }) => key);
  // Whoever is first line, and whoever else was given work.
  const units = everyUnit(reference).filter(
    (unit) => (unit.firstLine && reference.units.has(unit.id)) || byUnit.has(String(unit.id)),
  );
  return {
    period: isoPeriod(period),
    items: units.map((unit) => {
      const own = byUnit.get(String(unit.id)) ?? [];
      return {
        unit: unitName(reference, unit.id),
        level: unit.level,
        kind: unit.kind,
        open: open.get(String(unit.id)) ?? 0,
        red: lit(unit.id, 'red'),
        yellow: lit(unit.id, 'yellow'),
        dispatched30: sumOf(own, 'dispatched'),
        closed30: sumOf(own, 'answered'),
        indicators: rates(own, reference.settings),
        held: heldOf(own),
      };
    }),
  };
}

/** How many appeals of a unit or an area are yellow or red, each by the worst of its clocks. */
async function litBy({ database }: Services, dimension: 'unit' | 'area') {
  const counts = (await lightCounts(database, dimension)).filter(({ clock }) => clock === 'any');
  const known = new Map(counts.map(({ key, light, n }) => [`${key} ${light}`, n]));
  return (id: number, light: 'yellow' | 'red') => known.get(`${id} ${light}`) ?? 0;
}

type Sums = readonly { readonly measure: Measure; readonly n: number }[];
export const sumOf = (sums: Sums, measure: Measure): number =>
  sums.reduce((total, each) => (each.measure === measure ? total + each.n : total), 0);
export const heldOf = (sums: Sums): HeldTime => ({
  minutes: Math.round(sumOf(sums, 'held') / 60_000),
  times: sumOf(sums, 'let-go'),
});

/** The city's days that lie wholly within a period: from the first one's beginning to the last one's end. */
function wholeDays(calendar: Calendar, { from, to }: { from: number; to: number }): [number, number] {
  const begun = startOfDay(calendar, from);
  return [begun === from ? from : startOfDay(calendar, begun + day + day / 2), startOfDay(calendar, to)];
}

/**
 * The indicators of a slice. Along one dimension the figures have them summed by the hour; of several at once the counts of
 * single appeals are added up.
 */
export async function readSlice(
  { database, clock, reference }: Services,
  filter: CountedFilter,
): Promise<Slice> {
  const { calendar } = reference();
  const standard = lastDays(calendar, clock());
  const period = { from: filter.from ?? standard.from, to: filter.to ?? standard.to };
  const { units, areas, matter, channel, kind } = filter;
  const dimensions = Object.entries({
    unit: units?.map(String),
    area: areas?.map(String),
    matter: matter === undefined ? undefined : [matter],
    channel: channel === undefined ? undefined : [channel],
    kind: kind === undefined ? undefined : [kind],
  }).flatMap(([dimension, keys]) => (keys === undefined ? [] : [{ dimension, keys }]));
  const [first = { dimension: 'city', keys: [''] }, second] = dimensions;
  const sums =
    second === undefined
      ? await totalsOf(database, first.dimension, first.keys, measures, {
          ...period,
          days: wholeDays(calendar, period),
        })
      : await countedTotals(database, { ...filter, ...period });
  return {
    period: isoPeriod(period),
    totals: Object.fromEntries(measures.map((measure) => [measure, sumOf(sums, measure)])) as Slice['totals'],
    indicators: rates(sums, units === undefined ? undefined : reference().settings),
    held: heldOf(sums),
  };
}

/** What the map colours: by subdistrict. */
export async function readMap(services: Services): Promise<MapFigures> {
  const reference = services.reference();
  const period = lastDays(reference.calendar, services.clock());
  const filed = new Map(
    (await totals(services.database, 'area', ['filed'], period.from, period.to)).map(({ key, n }) => [
      key,
      n,
    ]),
  );
  const open = new Map((await openBy(services.database, 'area')).map(({ key, n }) => [key, n]));
  const lit = await litBy(services, 'area');
  return {
    period: isoPeriod(period),
    cells: [...reference.cells.keys()].map((id) => {
      const { name, nameEn } = unitName(reference, id);
      return {
        unit: id,
        name,
        nameEn,
        open: open.get(String(id)) ?? 0,
        filed30: filed.get(String(id)) ?? 0,
        red: lit(id, 'red'),
      };
    }),
  };
}
