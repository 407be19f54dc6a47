import { city, figures, unitRow as unitShape } from '@suban/domain/api.ts';
import { mapShapes } from '@suban/domain/api-figures.ts';
import { day, dayOf, hour, startOfDay } from '@suban/domain/calendar/calendar.ts';
import { indicatorOf } from '@suban/domain/indicators/rates.ts';
import type { Measure } from '@suban/domain/indicators/measures.ts';
import { z } from 'zod';
import { unitName, unitRow } from '../appeal/names.ts';
import { hourly } from '../figures/store.ts';
import { polygonsOf } from '../people/shapes.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';

const publicDays = 30;
const directoryLimit = 200;

/** What anyone may read: the city, its figures, its map, its phones. */
export function assistRoutes(app: App, services: Services): void {
  app.get('/api/city', { schema: { response: { 200: city } } }, () => {
    const reference = services.reference();
    const units = [...reference.units.values()];
    const root = units.find((unit) => unit.level === 'city' && unit.kind === 'government');
    return {
      name: root?.name ?? '',
      nameEn: root?.nameEn ?? '',
      hotline: '12345',
      demo: services.config.demo,
      tiles: services.config.tiles,
      recordings: reference.settings.recordings,
      districts: units
        .filter((unit) => unit.level === 'district' && unit.kind === 'government')
        .map((unit) => unitName(reference, unit.id)),
    };
  });

  app.get(
    '/api/directory',
    {
      schema: {
        querystring: z.object({ q: z.string().max(50).default('') }),
        response: { 200: z.object({ items: z.array(unitShape) }) },
      },
    },
    (request) => {
      const reference = services.reference();
      const q = request.query.q.trim().toLowerCase();
      const listed = [...reference.units.values()].filter(
        (unit) =>
          unit.phone !== null &&
          (!q || [unit.name, unit.nameEn, unit.phone].some((field) => field.toLowerCase().includes(q))),
      );
      return { items: listed.slice(0, directoryLimit).map((unit) => unitRow(reference, unit)) };
    },
  );

  mapRoute(app, services);
  figureRoute(app, services);
}

function mapRoute(app: App, services: Services): void {
  app.get('/api/map', { schema: { response: { 200: mapShapes } } }, (_request, reply) => {
    const reference = services.reference();
    reply.header('cache-control', 'public, max-age=3600');
    return {
      type: 'FeatureCollection' as const,
      features: [...reference.cells].flatMap(([id, rings]) => {
        const unit = reference.units.get(id);
        const district = unit?.parent == null ? undefined : reference.units.get(unit.parent);
        if (!unit || !district) return [];
        return [
          {
            type: 'Feature' as const,
            properties: {
              unit: id,
              district: district.id,
              name: unit.name,
              nameEn: unit.nameEn,
              districtName: district.name,
              districtNameEn: district.nameEn,
            },
            geometry: {
              type: 'MultiPolygon' as const,
              coordinates: polygonsOf(rings),
            },
          },
        ];
      }),
    };
  });
}

function figureRoute(app: App, services: Services): void {
  app.get('/api/figures', { schema: { response: { 200: figures } } }, async () => {
    const { calendar } = services.reference();
    const now = services.clock();
    const today = startOfDay(calendar, now);
    const from = today - (publicDays - 1) * day;
    const rows = await hourly(
      services.database,
      ['filed', 'answered', 'rated', 'solved', 'finish-due', 'finished-in-time'],
      from,
      now + hour,
    );
    const sum = (measure: Measure, since = from) =>
      rows.reduce((total, row) => (row.measure === measure && row.hour >= since ? total + row.n : total), 0);
    const byDay = Array.from({ length: publicDays }, (_, i) => {
      const start = from + i * day;
      const within = (measure: Measure) =>
        rows.reduce(
          (total, row) =>
            row.measure === measure && row.hour >= start && row.hour < start + day ? total + row.n : total,
          0,
        );
      return { day: dayOf(calendar, start), filed: within('filed'), closed: within('answered') };
    });
    return {
      filedToday: sum('filed', today),
      filedMonth: sum('filed'),
      closedMonth: sum('answered'),
      solvedRate: indicatorOf('solved', sum).value,
      onTimeRate: indicatorOf('on-time', sum).value,
      byDay,
    };
  });
}
