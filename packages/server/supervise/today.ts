import type { Channel, Kind } from '@suban/domain/appeal.ts';
import type { Period, Today } from '@suban/domain/api-figures.ts';
import { day, hour, startOfDay } from '@suban/domain/calendar/calendar.ts';
import { type Measure, measures } from '@suban/domain/indicators/measures.ts';
import { unitIndicator } from '@suban/domain/indicators/excluded.ts';
import type { Settings } from '@suban/domain/settings.ts';
import type { Light } from '@suban/domain/limits.ts';
import { type ClockName, clockNames } from '@suban/domain/supervise/steps.ts';
import { indicatorNames, indicatorOf } from '@suban/domain/indicators/rates.ts';
import { iso, matterName } from '../appeal/names.ts';
import type { Services } from '../platform/services.ts';
import { lastDays } from '../figures/last-days.ts';
import { lightCounts } from '../figures/lights-store.ts';
import { followUpCount, hourly, openBy, type Total, totals, totalsOfDay } from '../figures/store.ts';

const rankedMatters = 10;

/** Today at a glance: all of it from the projector's figures. */
export async function readToday(services: Services): Promise<Today> {
  const { database } = services;
  const reference = services.reference();
  const now = services.clock();
  const from = startOfDay(reference.calendar, now);
  const until = from + day;
  const period = lastDays(reference.calendar, now);
  const city = await totals(database, 'city', measures, period.from, period.to);
  const hours = await hourly(database, ['filed', 'answered'], from, until);
  const [channels, kinds, matters] = await Promise.all(
    (['channel', 'kind', 'matter'] as const).map((dimension) =>
      totalsOfDay(database, dimension, dimension === 'matter' ? 'dispatched' : 'filed', from),
    ),
  );
  const open = await openBy(database, 'city');
  return {
    at: iso(now),
    filedToday: sumOf(hours, 'filed'),
    closedToday: sumOf(hours, 'answered'),
    openNow: open[0]?.n ?? 0,
    lights: await readLights(services),
    clocks: await readClocks(services),
    followUps: await database.scoped('all', followUpCount),
    byHour: byHour(hours, from, now),
    byChannel: ranked(channels ?? []).map(({ key, n }) => ({ channel: key as Channel, filed: n })),
    byKind: ranked(kinds ?? []).map(({ key, n }) => ({ kind: key as Kind, filed: n })),
    topMatters: ranked(matters ?? [])
      .slice(0, rankedMatters)
      .flatMap(({ key, n }) => {
        const matter = matterName(reference, key);
        return matter ? [{ matter, filed: n }] : [];
      }),
    day: { from: iso(from), to: iso(until) },
    period: isoPeriod(period),
    indicators: rates(city),
  };
}

export const isoPeriod = ({ from, to }: { from: number; to: number }): Period => ({
  from: iso(from),
  to: iso(to),
});

/**
 * The indicators of one dimension's key over a period's totals.
 * @param ofUnit the settings by which a unit's are without what was excluded; left out where they are not a unit's
 */
export function rates(
  list: readonly Pick<Total, 'measure' | 'n'>[],
  ofUnit?: Pick<Settings, 'excludedFrom'>,
): Today['indicators'] {
  const total = (measure: Measure) =>
    list.reduce((sum, each) => (each.measure === measure ? sum + each.n : sum), 0);
  return Object.fromEntries(
    indicatorNames.map((name) => [
      name,
      ofUnit ? unitIndicator(name, total, ofUnit) : indicatorOf(name, total),
    ]),
  ) as Today['indicators'];
}

const ranked = (list: readonly Pick<Total, 'key' | 'n'>[]) =>
  list.filter(({ n }) => n > 0).toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1));
const sumOf = (hours: readonly { measure: Measure; n: number }[], measure: Measure) =>
  hours.reduce((sum, each) => (each.measure === measure ? sum + each.n : sum), 0);

function byHour(
  hours: readonly { measure: Measure; hour: number; n: number }[],
  from: number,
  now: number,
): Today['byHour'] {
  const list: Today['byHour'] = [];
  for (let at = from; at <= now; at += hour) {
    const here = hours.filter((each) => each.hour === at);
    list.push({ hour: iso(at), filed: sumOf(here, 'filed'), closed: sumOf(here, 'answered') });
  }
  return list;
}

/**
 * What is open by its light. Each was raised by the system within seconds of its minute: until then it counts as it was
 * before, while the case itself shows it at once.
 */
export async function readLights({ database }: Services): Promise<Today['lights']> {
  const [open] = await openBy(database, 'city');
  const counts = (await lightCounts(database, 'city')).filter(({ clock }) => clock === 'any');
  const of = (light: Light) => counts.find((each) => each.light === light)?.n ?? 0;
  const [red, yellow] = [of('red'), of('yellow')];
  return { red, yellow, green: Math.max(0, (open?.n ?? 0) - red - yellow) };
}

/** How many of each clock are lit: an appeal counts with each of its clocks. */
async function readClocks({ database }: Services): Promise<Today['clocks']> {
  const counts = await lightCounts(database, 'city');
  const of = (name: ClockName, light: Light) =>
    counts.find((each) => each.clock === name && each.light === light)?.n ?? 0;
  return clockNames.map((name) => ({ name, yellow: of(name, 'yellow'), red: of(name, 'red') }));
}
