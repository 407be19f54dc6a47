import { doings, presence } from '@suban/domain/api-desk.ts';
import { z } from 'zod';
import { unitName } from '../appeal/names.ts';
import { keyOf, scopeOf } from '../appeal/read-cases.ts';
import { loadAppeal } from '../appeal/store.ts';
import type { Who } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { arrive, leave, othersHere } from './presence-store.ts';

/** A page tells every ten seconds that it is open: one that falls silent is gone after two and a half times that, in ms. */
const lasts = 25_000;

/** Two people on one case see each other. It is no command: nothing is recorded, and telling it again changes nothing. */
export function presenceRoutes(app: App, services: Services, who: Who): void {
  app.post(
    '/api/desk/cases/:number/presence',
    {
      schema: {
        params: z.object({ number: z.string().max(40) }),
        // Null: the page is being left.
        body: z.strictObject({ doing: z.enum(doings).nullable() }),
        response: { 200: presence },
      },
    },
    async (request) => {
      const { actor } = await who.staff(request);
      const { doing } = request.body;
      const reference = services.reference();
      const now = services.clock();
      const here = { account: actor.account, key: keyOf(request.params.number), now };
      return services.database.scoped(scopeOf(actor), async (tx) => {
        // Who may not see the case learns nothing of who looks at it.
        if (!(await loadAppeal(tx, reference, here.key))) throw new Problem('not-found');
        if (doing === null) {
          await leave(tx, here);
          return { others: [] };
        }
        await arrive(tx, here, doing, now + lasts);
        const others = await othersHere(tx, here);
        return {
          others: others.map((other) => ({
            name: other.name,
            nameEn: other.name_en,
            unit: unitName(reference, other.unit),
            doing: other.doing,
          })),
        };
      });
    },
  );
}
