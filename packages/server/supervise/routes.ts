import { mapFigures, today, unitScores } from '@suban/domain/api-figures.ts';
import { suggestionFigures } from '@suban/domain/api-suggestions.ts';
import { mayReadFigures } from '@suban/domain/access.ts';
import type { FastifyRequest } from 'fastify';
import { staffCommands } from '../appeal/command-routes.ts';
import { tellNotices } from '../notify/feed.ts';
import { endWithAccount, type Person, type Who } from '../people/who.ts';
import { streamEvents } from '../platform/events-stream.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { readSuggestionFigures } from '../figures/suggestions.ts';
import { caseRoutes } from './case-routes.ts';
import { reportRoutes } from './reports/report-routes.ts';
import { readToday } from './today.ts';
import { readMap, readUnitScores } from './unit-scores.ts';

/** Figures move with every event; a page that redraws more often than this only flickers, in ms. */
const tickEvery = 1_000;

export function superviseRoutes(app: App, services: Services, who: Who): void {
  staffCommands(app, services, who, [
    'open-follow-up',
    'close-follow-up',
    'issue-circular',
    'decide-exclusion',
    'revoke-exclusion',
  ]);

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
  app.get(
    '/api/command/suggestions',
    { schema: { response: { 200: suggestionFigures } } },
    async (request) => {
      await manager(request);
      return readSuggestionFigures(services);
    },
  );
  app.get('/api/command/live', {}, async (request, reply) => {
    const person = await manager(request);
    const { actor } = person;
    streamEvents(request, reply, (send, close) => {
      const endStaff = endWithAccount(services.live, person, close);
      let last = 0;
      const endNotices = tellNotices(services.live, actor, () => send('notices', {}));
      const end = services.live.subscribe(() => {
        if (Date.now() - last < tickEvery) return;
        last = Date.now();
        send('tick', {});
      });
      return () => {
        end();
        endNotices();
        endStaff();
      };
    });
  });
  caseRoutes(app, services, manager);
  reportRoutes(app, services, manager);
}
