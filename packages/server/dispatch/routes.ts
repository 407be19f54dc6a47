import { matterName as matterShape, unitRow as unitShape } from '@suban/domain/api.ts';
import { isWithin } from '@suban/domain/units.ts';
import { z } from 'zod';
import { staffCommands } from '../appeal/command-routes.ts';
import { matterName, unitRow } from '../appeal/names.ts';
import type { Who } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';

/** A pick list is for picking: more than this is narrowed by typing. */
const choices = 20;

export function dispatchRoutes(app: App, services: Services, who: Who): void {
  staffCommands(app, services, who, [
    'classify',
    'answer-at-once',
    'refer',
    'dispatch',
    'decide-send-back',
    'designate',
    'merge',
    'split',
    'decide-application',
  ]);

  app.get(
    '/api/desk/units',
    {
      schema: {
        querystring: z.object({
          q: z.string().max(50).default(''),
          below: z.coerce.number().int().optional(),
        }),
        response: { 200: z.object({ items: z.array(unitShape) }) },
      },
    },
    async (request) => {
      await who.staff(request);
      const reference = services.reference();
      const { q, below } = request.query;
      const top = below === undefined ? null : reference.units.get(below);
      const found = [...reference.units.values()].filter((unit) => {
        if (top && (unit.id === top.id || !isWithin(unit, top))) return false;
        // Without a search, the units right below come first; communities and grids are found by name.
        return q
          ? matches(q, unit.name, unit.nameEn, unit.code)
          : top
            ? unit.parent === top.id
            : unit.firstLine;
      });
      return { items: found.slice(0, choices).map((unit) => unitRow(reference, unit)) };
    },
  );

  app.get(
    '/api/desk/matters',
    {
      schema: {
        querystring: z.object({ q: z.string().max(50).default('') }),
        response: { 200: z.object({ items: z.array(matterShape) }) },
      },
    },
    async (request) => {
      await who.staff(request);
      const reference = services.reference();
      const { q } = request.query;
      const found = [...reference.matters.values()].filter(
        (matter) =>
          matter.level === 3 &&
          (!q || matches(q, matter.name, matter.nameEn, matter.code, ...matter.keywords)),
      );
      return { items: found.slice(0, choices).flatMap((matter) => matterName(reference, matter.code) ?? []) };
    },
  );
}

const matches = (q: string, ...fields: readonly string[]) =>
  fields.some((field) => field.toLowerCase().includes(q.trim().toLowerCase()));
