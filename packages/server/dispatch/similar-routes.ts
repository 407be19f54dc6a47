import { likelySame, similarCases } from '@suban/domain/api-similar.ts';
import { parseNumber } from '@suban/domain/ids.ts';
import { z } from 'zod';
import type { Who } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';
import { likelySameOf, similarTo } from './similar-cases.ts';

/** A page of a queue. */
const most = 30;

export function similarCaseRoutes(app: App, services: Services, who: Who): void {
  app.get(
    '/api/desk/cases/:number/similar',
    { schema: { params: z.object({ number: z.string().max(40) }), response: { 200: similarCases } } },
    async (request) => ({
      items: await similarTo(services, (await who.staff(request)).actor, request.params.number),
    }),
  );

  app.get(
    '/api/desk/likely-same',
    {
      schema: {
        querystring: z.object({ numbers: z.string().max(most * 30) }),
        response: { 200: likelySame },
      },
    },
    async (request) => {
      const { actor } = await who.staff(request);
      const keys = request.query.numbers.split(',').flatMap((number) => parseNumber(number) ?? []);
      return { items: await likelySameOf(services, actor, keys.slice(0, most)) };
    },
  );
}
