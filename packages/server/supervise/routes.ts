import {
  accounts,
  casePage,
  circulars,
  mapFigures,
  revealLog,
  today,
  unitScores,
} from '@suban/domain/api.ts';
import { appealStates, channels } from '@suban/domain/appeal.ts';
import { mayReadFigures } from '@suban/domain/access.ts';
import { startOfDay } from '@suban/domain/calendar/calendar.ts';
import { shortText } from '@suban/domain/fields.ts';
import { appealId, cohortOf } from '@suban/domain/ids.ts';
import { lights } from '@suban/domain/limits.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { staffCommands } from '../appeal/command-routes.ts';
import { iso, unitName } from '../appeal/names.ts';
import { readCursor, readPage, readRows, scopeOf, writeCursor } from '../appeal/read-cases.ts';
import { numberOf } from '../appeal/run-command.ts';
import { end, pageSize } from '../appeal/rows-store.ts';
import { listReveals } from '../people/reveal-store.ts';
import { reveal } from '../people/reveal.ts';
import { listAccounts } from '../people/staff-store.ts';
import type { Person, Who } from '../people/who.ts';
import { streamEvents } from '../platform/events-stream.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { filteredKeys, followUpKeys } from './cases-store.ts';
import { readToday } from './today.ts';
import { readMap, readUnitScores } from './unit-scores.ts';

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
/** Figures move with every event; a page that redraws more often than this only flickers, in ms. */
const tickEvery = 1_000;

export function superviseRoutes(app: App, services: Services, who: Who): void {
  staffCommands(app, services, who, ['open-follow-up']);

  const manager = async (request: FastifyRequest): Promise<Person> => {
    const person = await who.staff(request);
    if (!mayReadFigures(person.actor)) throw new Problem('not-allowed');
    return person;
  };
  app.get('/api/command/today', { schema: { response: { 200: today } } }, async (request) => {
    await manager(request);
    return readToday(services);
  });
  app.get('/api/command/map', { schema: { response: { 200: mapFigures } } }, async (request) => {
    await manager(request);
    return readMap(services);
  });
  app.get('/api/command/units', { schema: { response: { 200: unitScores } } }, async (request) => {
    await manager(request);
    return readUnitScores(services);
  });
  app.get('/api/command/live', {}, async (request, reply) => {
    await manager(request);
    streamEvents(request, reply, (send) => {
      let last = 0;
      return services.live.subscribe(() => {
        if (Date.now() - last < tickEvery) return;
        last = Date.now();
        send('tick', {});
      });
    });
  });
  caseRoutes(app, services, manager);
  auditRoutes(app, services, who);
}

function caseRoutes(
  app: App,
  services: Services,
  manager: (request: FastifyRequest) => Promise<Person>,
): void {
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
            readCursor(cursor, end),
            now,
            reference.settings.yellowAt,
          ),
        ),
      );
    },
  );

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

function auditRoutes(app: App, services: Services, who: Who): void {
  app.post(
    '/api/desk/cases/:number/reveal',
    {
      schema: {
        params: z.object({ number: z.string().max(40) }),
        body: z.strictObject({
          requestId: z.uuid(),
          field: z.enum(['name', 'phone']),
          purpose: shortText.min(2),
        }),
        response: { 200: z.object({ value: z.string() }) },
      },
    },
    async (request) => {
      const { actor } = await who.staff(request);
      return { value: await reveal(services, actor, request.params.number, request.body) };
    },
  );

  app.get(
    '/api/command/reveals',
    { schema: { querystring: paged, response: { 200: revealLog } } },
    async (request) => {
      const { actor } = await who.staff(request);
      if (!actor.roles.includes('auditor')) throw new Problem('not-allowed');
      const reference = services.reference();
      const [, , before] = readCursor(request.query.cursor, end);
      // The auditor reads the log, not the appeals: the number is all that is told of one.
      const rows = await listReveals(services.database.owner, before, pageSize + 1);
      const page = rows.slice(0, pageSize);
      const last = page.at(-1);
      return {
        items: page.map((row) => ({
          at: iso(row.at),
          byName: row.name,
          unit: unitName(reference, row.unit),
          field: row.field,
          purpose: row.purpose,
          number: numberOf(reference, {
            filedAt: row.filed_at,
            key: { cohort: cohortOf(row.cohort), id: appealId(row.appeal) },
          }),
        })),
        next: rows.length > pageSize && last ? writeCursor([0, 0, last.id]) : null,
      };
    },
  );

  app.get(
    '/api/command/accounts',
    {
      schema: {
        querystring: z.object({ cursor: z.string().max(64).optional() }),
        response: { 200: accounts },
      },
    },
    async (request) => {
      const { actor } = await who.staff(request);
      if (!actor.roles.includes('system-admin')) throw new Problem('not-allowed');
      const reference = services.reference();
      const rows = await listAccounts(services.database.owner, request.query.cursor ?? null, pageSize + 1);
      const page = rows.slice(0, pageSize);
      return {
        items: page.map((row) => ({
          username: row.username,
          name: row.name,
          nameEn: row.nameEn,
          roles: row.roles,
          active: row.active,
          unit: unitName(reference, row.unit),
        })),
        next: rows.length > pageSize ? (page.at(-1)?.username ?? null) : null,
      };
    },
  );
}
