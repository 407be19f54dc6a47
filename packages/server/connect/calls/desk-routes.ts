import { callFigures, deskCall } from '@suban/domain/api-calls.ts';
import { mayReadFigures } from '@suban/domain/access.ts';
import { day, hour, startOfDay } from '@suban/domain/calendar/calendar.ts';
import { z } from 'zod';
import type { Who } from '../../people/who.ts';
import type { App } from '../../platform/http.ts';
import { Problem } from '../../platform/problem.ts';
import type { Services } from '../../platform/services.ts';
import { readDeskCall } from './desk-call.ts';
import { readCallFigures } from './figures.ts';

const indicatorDays = 30;

/** Calls as operators and those who lead see them. */
export function callRoutes(app: App, services: Services, who: Who): void {
  app.get('/api/desk/call', { schema: { response: { 200: deskCall } } }, async (request) => {
    const { actor } = await who.staff(request);
    if (!actor.roles.includes('operator')) throw new Problem('not-allowed');
    return { call: await readDeskCall(services, actor) };
  });

  app.get(
    '/api/calls/figures',
    {
      schema: {
        querystring: z.object({ of: z.enum(['today', 'month']).default('today') }),
        response: { 200: callFigures },
      },
    },
    async (request) => {
      const { actor } = await who.staff(request);
      if (!actor.roles.includes('operator') && !mayReadFigures(actor)) throw new Problem('not-allowed');
      const now = services.clock();
      const today = startOfDay(services.reference().calendar, now);
      return request.query.of === 'today'
        ? readCallFigures(services, today, today + day)
        : readCallFigures(services, now - indicatorDays * day, now + hour);
    },
  );
}
