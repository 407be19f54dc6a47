import { sheetPreview } from '@suban/domain/api-reference.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { administrator } from './administrator.ts';
import { toCsv, toWorkbook } from './catalogue-file.ts';
import { allMatters } from './matters-store.ts';
import { previewSheet } from './upload-catalogue.ts';
import type { Who } from './who.ts';

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const sheetBytes = 8 * 1024 * 1024;

/** The duty catalogue as a file: down as it is now, up to see what it would change. Publishing is the list's own route. */
export function catalogueRoutes(app: App, services: Services, who: Who): void {
  app.get(
    '/api/manage/catalogue.:format',
    { schema: { params: z.object({ format: z.enum(['csv', 'xlsx']) }) } },
    async (request, reply) => {
      await administrator(who, request);
      const { format } = request.params;
      const matters = await allMatters(services.database.owner);
      const bytes = format === 'csv' ? toCsv(matters) : await toWorkbook(matters);
      return reply
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : sheet)
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="catalogue.${format}"`)
        .send(bytes);
    },
  );

  app.post(
    '/api/manage/catalogue',
    {
      bodyLimit: sheetBytes,
      schema: { querystring: z.object({ whole: z.enum(['yes', 'no']) }), response: { 200: sheetPreview } },
    },
    async (request) => {
      const { username, actor } = await administrator(who, request);
      const keeper = { username, roles: actor.roles };
      return previewSheet(services, keeper, await fileIn(request), request.query.whole === 'yes');
    },
  );
}

/** @throws Problem `sheet-unreadable`; the multipart parser's own errors */
async function fileIn(request: FastifyRequest): Promise<Buffer> {
  try {
    const part = await request.file({ limits: { fileSize: sheetBytes } });
    if (part) return await part.toBuffer();
  } catch (error) {
    throw error instanceof Error && 'code' in error ? error : new Problem('sheet-unreadable');
  }
  throw new Problem('sheet-unreadable');
}
