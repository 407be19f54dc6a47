import { channelsPage, zone } from '@suban/domain/api-square.ts';
import { day, hour, startOfDay } from '@suban/domain/calendar/calendar.ts';
import type { Measure } from '@suban/domain/indicators/measures.ts';
import { indicatorOf } from '@suban/domain/indicators/rates.ts';
import { z } from 'zod';
import { unitRow } from '../appeal/names.ts';
import { totalsOf } from '../figures/store.ts';
import type { Reference, Unit } from '../people/reference-store.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';

const publicDays = 30;
/** A district has some tens of units with a phone; more would be no page any more. */
const directoryLimit = 100;

/** 专区 and 收集渠道, for anybody. */
export function zoneRoutes(app: App, services: Services): void {
  app.get(
    '/api/zones/:code',
    { schema: { params: z.object({ code: z.string().max(40) }), response: { 200: zone } } },
    async (request) => {
      const reference = services.reference();
      const district = districts(reference).find(({ code }) => code === request.params.code);
      if (!district) throw new Problem('not-found');
      const below = within(reference, district);
      const now = services.clock();
      const today = startOfDay(reference.calendar, now);
      const from = today - (publicDays - 1) * day;
      const rows = await totalsOf(
        services.database,
        'area',
        below.map(({ id }) => String(id)),
        ['filed', 'answered', 'rated', 'solved', 'finish-due', 'finished-in-time'],
        // The whole days before today, and today's hours.
        { from, to: now + hour, days: [from, today] },
      );
      const sum = (measure: Measure) => rows.find((row) => row.measure === measure)?.n ?? 0;
      return {
        unit: unitRow(reference, district),
        figures: {
          filed: sum('filed'),
          answered: sum('answered'),
          solvedRate: indicatorOf('solved', sum).value,
          onTimeRate: indicatorOf('on-time', sum).value,
        },
        directory: withPhone(below)
          .slice(0, directoryLimit)
          .map((unit) => unitRow(reference, unit)),
      };
    },
  );

  app.get('/api/channels', { schema: { response: { 200: channelsPage } } }, (request) => {
    const reference = services.reference();
    const site = services.config.publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;
    return {
      hotline: '12345',
      site,
      open311: `${site}/open311/v2/discovery.json`,
      windows: districts(reference).map((district) => ({
        district: unitRow(reference, district),
        units: withPhone(within(reference, district))
          .filter(({ level }) => level === 'district' || level === 'subdistrict')
          .slice(0, directoryLimit)
          .map((unit) => unitRow(reference, unit)),
      })),
    };
  });
}

const districts = (reference: Reference): Unit[] =>
  [...reference.units.values()].filter(({ level, kind }) => level === 'district' && kind === 'government');

const within = (reference: Reference, { path }: Unit): Unit[] =>
  [...reference.units.values()].filter((unit) => unit.path.startsWith(path));

const withPhone = (units: readonly Unit[]): Unit[] => units.filter(({ phone }) => phone !== null);
