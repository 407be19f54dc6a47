import type { Staff } from '@suban/domain/actors.ts';
import { sightOf } from '@suban/domain/access.ts';
import type { Compared, Report, ReportList } from '@suban/domain/api-reports.ts';
import type { Channel, Kind } from '@suban/domain/appeal.ts';
import { day, dayOf } from '@suban/domain/calendar/calendar.ts';
import { type Measure, measures } from '@suban/domain/indicators/measures.ts';
import {
  periodBefore,
  periodsEnded,
  readPeriod,
  type ReportPeriod,
  yearBefore,
} from '@suban/domain/indicators/periods.ts';
import { indicatorNames } from '@suban/domain/indicators/rates.ts';
import { iso, matterName, unitName } from '../../appeal/names.ts';
import { type Dimension, hourly, type Total, totals } from '../../figures/store.ts';
import { Problem } from '../../platform/problem.ts';
import type { Settings } from '@suban/domain/settings.ts';
import type { Services } from '../../platform/services.ts';
import { isoPeriod, readLights, rates } from '../today.ts';
import { heldOf, sumOf } from '../unit-scores.ts';
import { followedUp } from './followed-up.ts';
import { firstHour } from './report-store.ts';
import { everyUnit } from '../../people/reference-store.ts';

/** How far back the list goes: a year of weeks and three of months; older ones are opened by their address. */
const listed = { week: 53, month: 36 } as const;

/** The weeks and months that have ended since the city's first appeal, the latest first. */
export async function listReports({ database, reference, clock }: Services): Promise<ReportList> {
  const { calendar } = reference();
  const since = await firstHour(database);
  const ended = (kind: 'week' | 'month') =>
    since === null ? [] : periodsEnded(calendar, kind, since, clock(), listed[kind]).map(named);
  return { weeks: ended('week'), months: ended('month') };
}

const named = (period: ReportPeriod) => ({ id: period.id, kind: period.kind, ...isoPeriod(period) });

type Spans = {
  readonly period: ReportPeriod;
  readonly before: ReportPeriod;
  readonly yearAgo: ReportPeriod;
  /** Which of the two the figures reach back to: half a period is no measure of a whole one. */
  readonly known: { readonly before: boolean; readonly yearAgo: boolean };
};

/** @throws Problem `not-found` when the id names no period, `period-unfinished` before its end */
async function spansOf({ database, reference, clock }: Services, id: string): Promise<Spans> {
  const { calendar } = reference();
  const period = readPeriod(calendar, id);
  if (!period) throw new Problem('not-found');
  if (period.to > clock()) throw new Problem('period-unfinished');
  const since = (await firstHour(database)) ?? Number.POSITIVE_INFINITY;
  const [before, yearAgo] = [periodBefore(calendar, period), yearBefore(calendar, period)];
  const reaches = ({ from }: ReportPeriod) => since < from + day;
  return { period, before, yearAgo, known: { before: reaches(before), yearAgo: reaches(yearAgo) } };
}

/** The same sums of the three spans. */
type Sums = { readonly now: Total[]; readonly before: Total[] | null; readonly yearAgo: Total[] | null };

async function sumsOf(
  { database }: Services,
  { period, before, yearAgo, known }: Spans,
  dimension: Dimension,
  which: readonly Measure[],
): Promise<Sums> {
  const of = ({ from, to }: ReportPeriod) => totals(database, dimension, which, from, to);
  return {
    now: await of(period),
    before: known.before ? await of(before) : null,
    yearAgo: known.yearAgo ? await of(yearAgo) : null,
  };
}

const narrow = ({ now, before, yearAgo }: Sums, keep: (key: string) => boolean): Sums => {
  const some = (list: Total[]) => list.filter(({ key }) => keep(key));
  return { now: some(now), before: before && some(before), yearAgo: yearAgo && some(yearAgo) };
};
const compare = ({ now, before, yearAgo }: Sums, measure: Measure): Compared => ({
  now: sumOf(now, measure),
  before: before && sumOf(before, measure),
  yearAgo: yearAgo && sumOf(yearAgo, measure),
});
const keysOf = ({ now, before }: Sums) => [
  ...new Set([...now, ...(before ?? [])].filter(({ n }) => n > 0).map(({ key }) => key)),
];
const row = (list: readonly Total[], ofUnit?: Pick<Settings, 'excludedFrom'>) => ({
  dispatched: sumOf(list, 'dispatched'),
  answered: sumOf(list, 'answered'),
  indicators: rates(list, ofUnit),
});

/**
 * A finished week or month, from the same figures as every dashboard.
 * @param reader whose sight decides which followed-up cases are listed by name
 * @throws Problem `not-found`, `period-unfinished`
 */
export async function readReport(services: Services, reader: Staff, id: string): Promise<Report> {
  const spans = await spansOf(services, id);
  const sums = (dimension: Dimension, which: readonly Measure[] = measures) =>
    sumsOf(services, spans, dimension, which);
  const city = await sums('city');
  return {
    city: cityName(services),
    period: named(spans.period),
    before: named(spans.before),
    yearAgo: named(spans.yearAgo),
    madeAt: iso(services.clock()),
    offsetMinutes: services.reference().calendar.offsetMinutes,
    ...cityFigures(city),
    lights: await readLights(services),
    days: await daysOf(services, spans.period),
    channels: parts(await sums('channel', ['filed'])).map(({ key, filed }) => ({
      channel: key as Channel,
      filed,
    })),
    kinds: parts(await sums('kind', ['filed'])).map(({ key, filed }) => ({ kind: key as Kind, filed })),
    districts: districtsOf(services, await sums('area')),
    matters: mattersOf(services, await sums('matter')),
    units: await unitsOf(services, spans.period),
    followUps: await (sightOf(reader) === 'none'
      ? { items: [], more: false }
      : followedUp(services, reader, spans.period)),
  };
}

function cityName({ reference }: Services): Report['city'] {
  const { units, centre } = reference();
  const top = [...units.values()].find(({ parent }) => parent === null);
  const { name, nameEn } = top ?? centre;
  return { name, nameEn };
}

function cityFigures(city: Sums): Pick<Report, 'totals' | 'indicators' | 'held'> {
  const now = rates(city.now);
  const [before, yearAgo] = [city.before && rates(city.before), city.yearAgo && rates(city.yearAgo)];
  return {
    totals: Object.fromEntries(
      measures.map((measure) => [measure, compare(city, measure)]),
    ) as Report['totals'],
    indicators: Object.fromEntries(
      indicatorNames.map((name) => [
        name,
        { now: now[name], before: before && before[name], yearAgo: yearAgo && yearAgo[name] },
      ]),
    ) as Report['indicators'],
    held: {
      now: heldOf(city.now),
      before: city.before && heldOf(city.before),
      yearAgo: city.yearAgo && heldOf(city.yearAgo),
    },
  };
}

async function daysOf({ database, reference }: Services, period: ReportPeriod): Promise<Report['days']> {
  const { calendar } = reference();
  const hours = await hourly(database, ['filed', 'answered'], period.from, period.to);
  const days = Math.round((period.to - period.from) / day);
  return Array.from({ length: days }, (_, i) => {
    const [from, to] = [period.from + i * day, period.from + (i + 1) * day];
    const within = hours.filter(({ hour }) => hour >= from && hour < to);
    return {
      day: dayOf(calendar, from),
      ...isoPeriod({ from, to }),
      filed: sumOf(within, 'filed'),
      answered: sumOf(within, 'answered'),
    };
  });
}

/** The parts of what was filed, the largest first. */
function parts(sums: Sums): { key: string; filed: Compared }[] {
  return keysOf(sums)
    .map((key) => ({
      key,
      filed: compare(
        narrow(sums, (each) => each === key),
        'filed',
      ),
    }))
    .toSorted((a, b) => b.filed.now - a.filed.now || (a.key < b.key ? -1 : 1));
}

function districtsOf({ reference }: Services, sums: Sums): Report['districts'] {
  const known = reference();
  const districts = everyUnit(known).filter(
    ({ level, kind }) => level === 'district' && kind === 'government',
  );
  const within = new Map(
    everyUnit(known).flatMap((unit) => {
      const district = districts.find(({ path }) => unit.path.startsWith(path));
      return district ? [[String(unit.id), district.id] as const] : [];
    }),
  );
  return districts
    .map(({ id }) => {
      const own = narrow(sums, (key) => within.get(key) === id);
      return { unit: unitName(known, id), filed: compare(own, 'filed'), ...row(own.now) };
    })
    .filter(({ filed, answered }) => filed.now + (filed.before ?? 0) + answered > 0)
    .toSorted((a, b) => b.filed.now - a.filed.now || a.unit.id - b.unit.id);
}

function mattersOf({ reference }: Services, sums: Sums): Report['matters'] {
  const [now, before] = [sums.now, sums.before ?? []].map((list) => Map.groupBy(list, ({ key }) => key));
  return keysOf(sums)
    .flatMap((key) => {
      const matter = matterName(reference(), key);
      const past = sums.before && sumOf(before?.get(key) ?? [], 'dispatched');
      return matter ? [{ matter, before: past, ...row(now?.get(key) ?? []) }] : [];
    })
    .filter(({ dispatched, answered }) => dispatched + answered > 0)
    .toSorted((a, b) => b.dispatched - a.dispatched || (a.matter.code < b.matter.code ? -1 : 1));
}

async function unitsOf(services: Services, { from, to }: ReportPeriod): Promise<Report['units']> {
  const reference = services.reference();
  const byUnit = Map.groupBy(await totals(services.database, 'unit', measures, from, to), ({ key }) => key);
  return everyUnit(reference).flatMap((unit) => {
    const own = byUnit.get(String(unit.id));
    if (!own?.some(({ n }) => n > 0)) return [];
    const { level, kind } = unit;
    return [
      { unit: unitName(reference, unit.id), level, kind, held: heldOf(own), ...row(own, reference.settings) },
    ];
  });
}
