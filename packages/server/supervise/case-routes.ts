import { casePage, circulars } from '@suban/domain/api.ts';
import { appealStates, channels } from '@suban/domain/appeal.ts';
import { startOfDay } from '@suban/domain/calendar/calendar.ts';
import { lights } from '@suban/domain/limits.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { iso, unitName } from '../appeal/names.ts';
import { readCursor, readPage, readRows, scopeOf, writeCursor } from '../appeal/read-cases.ts';
import { end, pageSize } from '../appeal/rows-store.ts';
import type { Person } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';
import { beginning, filteredKeys, followUpKeys } from './cases-store.ts';

const paged = z.object({ cursor: z.string().max(200).optional() });
const filters = paged.extend({
  state: z.enum([...appealStates, 'open']).optional(),
  light: z.enum(lights).optional(),
  unit: z.coerce.number().int().optional(),
  area: z.coerce.number().int().optional(),
  matter: z.string().max(20).optional(),
  channel: z.enum(channels).optional(),
  filed: z.literal('today').optional(),
});
/** Who may read the city's figures. @throws Problem `sign-in-first`, `not-allowed` */
type Manager = (request: FastifyRequest) => Promise<Person>;

/** The cases behind a figure, and what is followed up. */
export function caseRoutes(app: App, services: Services, manager: Manager): void {
  app.get(
    '/api/command/cases',
    { schema: { querystring: filters, response: { 200: casePage } } },
    async (request) => {
      const { actor } = await manager(request);
      const { cursor, filed, ...filter } = request.query;
      const reference = services.reference();
      const now = services.clock();
      const filedFrom = filed ? startOfDay(reference.calendar, now) : undefined;
      return services.database.scoped(scopeOf(actor), async (tx) =>
        readPage(
          services,
          tx,
          await filteredKeys(
            tx,
            { ...filter, filedFrom },
            readCursor(cursor, beginning(filter)),
            now,
            reference.settings.yellowAt,
          ),
        ),
      );
    },
  );
  followUpRoute(app, services, manager);
}

function followUpRoute(app: App, services: Services, manager: Manager): void {
  app.get(
    '/api/command/follow-ups',
    { schema: { querystring: paged, response: { 200: circulars } } },
    async (request) => {
      const { actor } = await manager(request);
      const reference = services.reference();
      return services.database.scoped(scopeOf(actor), async (tx) => {
        const found = await followUpKeys(tx, readCursor(request.query.cursor, end));
        const page = found.slice(0, pageSize);
        const rows = await readRows(services, tx, page);
        const last = page.at(-1);
        return {
          items: rows.flatMap((row, i) => {
            const opened = page[i];
            if (!opened) return [];
            return [
              {
                number: row.number,
                title: row.title,
                unit: opened.unit === null ? null : unitName(reference, opened.unit),
                openedAt: iso(opened.at),
                cause: opened.cause,
                circular: opened.circular,
                state: row.state,
              },
            ];
          }),
          next: found.length > pageSize && last ? writeCursor([last.sort, last.cohort, last.id]) : null,
        };
      });
    },
  );
}
