import { saveFilterRequest, savedFilters } from '@suban/domain/api-desk.ts';
import { base } from '@suban/domain/fields.ts';
import { z } from 'zod';
import { scopeOf } from '../appeal/read-cases.ts';
import type { Who } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { listFilters, removeFilter, saveFilter } from './filters-store.ts';

/** A person's own filters, kept under names. */
export function filterRoutes(app: App, { database }: Services, who: Who): void {
  app.get('/api/desk/filters', { schema: { response: { 200: savedFilters } } }, async (request) => {
    const { actor } = await who.staff(request);
    scopeOf(actor);
    return { items: await listFilters(database, actor.account) };
  });

  app.post(
    '/api/desk/filters',
    { schema: { body: saveFilterRequest, response: { 201: savedFilters } } },
    async (request, reply) => {
      const { actor } = await who.staff(request);
      scopeOf(actor);
      const { requestId: id, name, place, filter } = request.body;
      if (!(await saveFilter(database, actor.account, { id, name, place, filter })))
        throw new Problem('too-many-filters');
      return reply.status(201).send({ items: await listFilters(database, actor.account) });
    },
  );

  app.post(
    '/api/desk/filters/:id/remove',
    {
      schema: {
        params: z.object({ id: z.uuid() }),
        body: z.strictObject(base),
        response: { 200: savedFilters },
      },
    },
    async (request) => {
      const { actor } = await who.staff(request);
      await removeFilter(database, actor.account, request.params.id);
      return { items: await listFilters(database, actor.account) };
    },
  );
}
