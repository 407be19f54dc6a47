import {
  calendarPage,
  calendarPreview,
  calendarSaved,
  calendarUploads,
  previewCalendarRequest,
  saveCalendarRequest,
} from '@suban/domain/api-settings.ts';
import { dayOf, missingYears } from '@suban/domain/calendar/calendar.ts';
import { statutoryDays } from '@suban/domain/calendar/year.ts';
import { z } from 'zod';
import { iso } from '../appeal/names.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';
import { administrator } from './administrator.ts';
import { listUploads, listYears, type YearRow } from './calendar-store.ts';
import { previewCalendar, saveCalendar } from './save-calendar.ts';
import type { Who } from './who.ts';

/** The city's working days: read by, and uploaded by, a system administrator. */
export function calendarRoutes(app: App, services: Services, who: Who): void {
  app.get('/api/calendar', { schema: { response: { 200: calendarPage } } }, async (request) => {
    await administrator(who, request);
    const { calendar } = services.reference();
    const now = services.clock();
    const rows = await listYears(services.database.owner);
    const thisYear = Number(dayOf(calendar, now).slice(0, 4));
    const years = new Set([...rows.map(({ year }) => year), thisYear, thisYear + 1]);
    return {
      today: dayOf(calendar, now),
      missing: missingYears(calendar, now),
      years: [...years].sort((a, b) => a - b).map((year) => yearView(year, rows)),
    };
  });

  app.get(
    '/api/calendar/:year/uploads',
    {
      schema: {
        params: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
        response: { 200: calendarUploads },
      },
    },
    async (request) => {
      await administrator(who, request);
      const rows = await listUploads(services.database.owner, request.params.year);
      return {
        items: rows.map(({ version, madeAt, name, nameEn, why, days }) => ({
          version,
          madeAt: iso(madeAt),
          by: name === null || nameEn === null ? null : { name, nameEn },
          why,
          days,
        })),
      };
    },
  );

  app.post(
    '/api/calendar/preview',
    { schema: { body: previewCalendarRequest, response: { 200: calendarPreview } } },
    async (request) => {
      await administrator(who, request);
      return previewCalendar(services.reference(), request.body);
    },
  );

  app.post(
    '/api/calendar',
    { schema: { body: saveCalendarRequest, response: { 201: calendarSaved } } },
    async (request, reply) => {
      const { actor } = await administrator(who, request);
      const saved = await saveCalendar(services, actor.account, request.body);
      return reply.status(201).send(saved);
    },
  );
}

function yearView(year: number, rows: readonly YearRow[]) {
  const row = rows.find((each) => each.year === year);
  if (!row)
    return {
      year,
      published: false,
      days: statutoryDays(year),
      uploads: 0,
      madeAt: null,
      by: null,
      why: '',
    };
  const { days, uploads, madeAt, name, nameEn, why } = row;
  const by = name === null || nameEn === null ? null : { name, nameEn };
  return { year, published: true, days, uploads, madeAt: iso(madeAt), by, why };
}
