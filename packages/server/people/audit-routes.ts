import { revealLog } from '@suban/domain/api-records.ts';
import { shortText } from '@suban/domain/fields.ts';
import { appealId, cohortOf } from '@suban/domain/ids.ts';
import { z } from 'zod';
import { iso, unitName } from '../appeal/names.ts';
import { readCursor, writeCursor } from '../appeal/read-cases.ts';
import { numberOf } from '../appeal/run-command.ts';
import { end, pageSize } from '../appeal/rows-store.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { listReveals } from './reveal-store.ts';
import { reveal } from './reveal.ts';
import type { Who } from './who.ts';

/** Reveals of personal data, and the log of them. */
export function auditRoutes(app: App, services: Services, who: Who): void {
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
  revealLogRoute(app, services, who);
}

function revealLogRoute(app: App, services: Services, who: Who): void {
  app.get(
    '/api/command/reveals',
    {
      schema: {
        querystring: z.object({ cursor: z.string().max(200).optional() }),
        response: { 200: revealLog },
      },
    },
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
}
