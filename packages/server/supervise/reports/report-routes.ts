import { report, reportList } from '@suban/domain/api-reports.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Person } from '../../people/who.ts';
import type { App } from '../../platform/http.ts';
import type { Services } from '../../platform/services.ts';
import { listReports, readReport } from './read-report.ts';
import { renderReport, reportFormats } from './render.ts';

/** `2026-W47` or `2026-10`. */
const params = z.object({ period: z.string().max(10) });
const fileParams = params.extend({ format: z.enum(reportFormats) });
const fileQuery = z.object({ lang: z.enum(['zh', 'en']).default('zh') });

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** Reports by week and by month, for who may read the city's figures. */
export function reportRoutes(
  app: App,
  services: Services,
  manager: (request: FastifyRequest) => Promise<Person>,
): void {
  app.get('/api/command/reports', { schema: { response: { 200: reportList } } }, async (request) => {
    await manager(request);
    return listReports(services);
  });
  app.get(
    '/api/command/reports/:period',
    { schema: { params, response: { 200: report } } },
    async (request) => {
      const { actor } = await manager(request);
      return readReport(services, actor, request.params.period);
    },
  );
  app.get(
    '/api/command/reports/:period/:format',
    { schema: { params: fileParams, querystring: fileQuery } },
    async (request, reply) => {
      const { actor } = await manager(request);
      const { period, format } = request.params;
      const { lang } = request.query;
      const made = await readReport(services, actor, period);
      const bytes = await renderReport({ report: made, format, lang });
      return reply
        .type(types[format])
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="suban-${period}.${format}"`)
        .send(bytes);
    },
  );
}
