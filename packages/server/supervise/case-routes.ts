import { casePage } from '@suban/domain/api.ts';
import { circulars } from '@suban/domain/api-records.ts';
import { type AppealState, appealStates, channels, kinds } from '@suban/domain/appeal.ts';
import { startOfDay } from '@suban/domain/calendar/calendar.ts';
import { lights } from '@suban/domain/limits.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { slice } from '@suban/domain/api-figures.ts';
import { measures } from '@suban/domain/indicators/measures.ts';
import { isWithin } from '@suban/domain/units.ts';
import { type CountedFilter, countedKeys } from '../figures/counted-store.ts';
import type { Tx } from '../platform/database.ts';
import { readSlice } from './unit-scores.ts';
import { iso, unitName } from '../appeal/names.ts';
import { readCursor, readPage, readRows, scopeOf, writeCursor } from '../appeal/read-cases.ts';
import { end, type KeyRow, pageSize } from '../appeal/rows-store.ts';
import type { Person } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';
import { beginning, filteredKeys, followUpKeys } from './cases-store.ts';

const paged = z.object({ cursor: z.string().max(200).optional() });
/** What a number may be narrowed to; of a unit or an area, `below` takes in all its subtree. */
export const sliceFilters = z.object({
  unit: z.coerce.number().int().optional(),
  below: z.literal('yes').optional(),
  area: z.coerce.number().int().optional(),
  matter: z.string().max(20).optional(),
  channel: z.enum(channels).optional(),
  kind: z.enum(kinds).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
const filters = sliceFilters
  .extend({
    ...paged.shape,
    state: z.enum([...appealStates, 'open']).optional(),
    light: z.enum(lights).optional(),
    filed: z.literal('today').optional(),
    measure: z.enum(measures).optional(),
  })
  .refine(({ measure, light }) => measure === undefined || light === undefined, {
    path: ['light'],
    error: 'Invalid filter: a light is of now, a measure of a period',
  })
  .refine(({ measure, from, to }) => measure !== undefined || (from === undefined && to === undefined), {
    path: ['measure'],
    error: 'Missing: a period is of what is counted in it',
  });
type Filters = z.infer<typeof filters>;
/** Who may read the city's figures. @throws Problem `sign-in-first`, `not-allowed` */
type Manager = (request: FastifyRequest) => Promise<Person>;

/** The cases behind a figure, and what is followed up. */
export function caseRoutes(app: App, services: Services, manager: Manager): void {
  app.get(
    '/api/command/cases',
    { schema: { querystring: filters, response: { 200: casePage } } },
    async (request) => {
      const { actor } = await manager(request);
      return services.database.scoped(scopeOf(actor), async (tx) =>
        readPage(services, tx, await keysOf(services, tx, request.query)),
      );
    },
  );
  app.get(
    '/api/command/indicators',
    { schema: { querystring: sliceFilters, response: { 200: slice } } },
    async (request) => {
      await manager(request);
      return readSlice(services, sliceOf(services, request.query));
    },
  );
  followUpRoute(app, services, manager);
}

/** Behind a number of a period, what was counted in it; else what is so now. */
function keysOf(services: Services, tx: Tx, query: Filters): Promise<KeyRow[]> {
  const { cursor, filed, measure, state } = query;
  const reference = services.reference();
  const now = services.clock();
  const filedFrom = filed ? startOfDay(reference.calendar, now) : undefined;
  const narrowed = sliceOf(services, query);
  if (measure !== undefined) {
    const states = state === 'open' ? openStates : state === undefined ? [] : [state];
    const from = Math.max(narrowed.from ?? Number.NEGATIVE_INFINITY, filedFrom ?? Number.NEGATIVE_INFINITY);
    const since = Number.isFinite(from) ? { from } : {};
    return countedKeys(tx, measure, { ...narrowed, ...since }, states, readCursor(cursor, end));
  }
  const filter = { ...narrowed, area: query.area, state, light: query.light, filedFrom };
  return filteredKeys(tx, filter, readCursor(cursor, beginning(filter)), now, reference.settings.yellowAt);
}

const openStates: readonly AppealState[] = ['received', 'dispatched'];

/** The filter as the stores take it: moments in ms, a unit or an area with all below it as a list. */
function sliceOf({ reference }: Services, query: z.infer<typeof sliceFilters>): CountedFilter {
  const { unit, area, below, from, to, matter, channel, kind } = query;
  const within = (id: number): number[] => {
    const top = below ? reference().units.get(id) : undefined;
    return top === undefined
      ? [id]
      : [...reference().units.values()].filter((each) => isWithin(each, top)).map((each) => each.id);
  };
  return {
    matter,
    channel,
    kind,
    ...(unit === undefined ? {} : { units: within(unit) }),
    ...(area === undefined ? {} : { areas: within(area) }),
    ...(from === undefined ? {} : { from: Date.parse(from) }),
    ...(to === undefined ? {} : { to: Date.parse(to) }),
  };
}

function followUpRoute(app: App, services: Services, manager: Manager): void {
  app.get(
    '/api/command/follow-ups',
    { schema: { querystring: paged, response: { 200: circulars } } },
    async (request) => {
      const { actor } = await manager(request);
      const reference = services.reference();
      return services.database.scoped(scopeOf(actor), async (tx) => {
        const found = await followUpKeys(tx, readCursor(request.query.cursor, end));
        const page = found.slice(0, pageSize);
        const rows = await readRows(services, tx, page);
        const last = page.at(-1);
        return {
          items: rows.flatMap((row, i) => {
            const opened = page[i];
            if (!opened) return [];
            return [
              {
                number: row.number,
                title: row.title,
                unit: opened.unit === null ? null : unitName(reference, opened.unit),
                openedAt: iso(opened.at),
                cause: opened.cause,
                circular: opened.circular,
                state: row.state,
              },
            ];
          }),
          next: found.length > pageSize && last ? writeCursor([last.sort, last.cohort, last.id]) : null,
        };
      });
    },
  );
}
