import { deskSimilar, publicSimilar } from '@suban/domain/api-similar.ts';
import { similarQuery } from '@suban/domain/collect/requests.ts';
import type { Who } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';
import { alikeForStaff, offersFor } from './offer-similar.ts';

/** Nobody pauses in typing more often than this; enough for an office of volunteers behind one address. */
const questions = { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };

/** 和这件是同一件吗: asked while one writes, by citizens and for callers. */
export function similarRoutes(app: App, services: Services, who: Who): void {
  app.post(
    '/api/similar',
    { ...questions, schema: { body: similarQuery, response: { 200: publicSimilar } } },
    async (request) => ({ items: await offersFor(services, request.body) }),
  );

  app.post(
    '/api/desk/similar',
    { schema: { body: similarQuery, response: { 200: deskSimilar } } },
    async (request) => {
      const { actor } = await who.staff(request);
      return { items: await alikeForStaff(services, request.body, actor) };
    },
  );
}
