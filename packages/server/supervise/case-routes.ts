import { casePage } from '@suban/domain/api.ts';
import { circulars } from '@suban/domain/api-records.ts';
import { type AppealState, appealStates, channels, kinds } from '@suban/domain/appeal.ts';
import type { Staff } from '@suban/domain/actors.ts';
import { sightOf } from '@suban/domain/access.ts';
import { startOfDay } from '@suban/domain/calendar/calendar.ts';
import { appealId, parseNumber } from '@suban/domain/ids.ts';
import { lights } from '@suban/domain/limits.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { slice } from '@suban/domain/api-figures.ts';
import { excludedTwin } from '@suban/domain/indicators/excluded.ts';
import { measures } from '@suban/domain/indicators/measures.ts';
import { clockNames } from '@suban/domain/supervise/steps.ts';
import { isWithin, lineage } from '@suban/domain/units.ts';
import { type CountedFilter, countedKeys } from '../figures/counted-store.ts';
import { outcomeKeys, outcomeNames } from '../figures/suggestion-store.ts';
import type { Tx } from '../platform/database.ts';
import { readSlice } from './unit-scores.ts';
import { iso, unitName } from '../appeal/names.ts';
import { readCursor, readPage, readRows, scopeOf, writeCursor } from '../appeal/read-cases.ts';
import { end } from '../appeal/rows-store.ts';
import type { KeyPage } from '../appeal/walk-store.ts';
import { everyUnit, knownUnit, type Reference } from '../people/reference-store.ts';
import type { Person } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';
import { beginning, filteredKeys, followUpKeys, followUpsOf, type Lead, type Sight } from './cases-store.ts';

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
    /** Whose light; without it the appeal's own. */
    clock: z.enum(clockNames).optional(),
    filed: z.literal('today').optional(),
    measure: z.enum(measures).optional(),
    /** Without what was excluded from the unit's indicators. */
    excluded: z.literal('without').optional(),
    /** What became of the first dispatch suggestion; a period is then of the filing. */
    suggested: z.enum(outcomeNames).optional(),
  })
  .refine(({ measure, light }) => measure === undefined || light === undefined, {
    path: ['light'],
    error: 'Invalid filter: a light is of now, a measure of a period',
  })
  .refine(({ light, clock }) => clock === undefined || light !== undefined, {
    path: ['light'],
    error: 'Missing: a clock is of a light',
  })
  .refine(({ measure, suggested, light }) => suggested === undefined || (measure ?? light) === undefined, {
    path: ['suggested'],
    error: 'Invalid filter: a suggestion is of neither a measure nor a light',
  })
  .refine(
    ({ measure, suggested, from, to }) =>
      (measure ?? suggested) !== undefined || (from === undefined && to === undefined),
    {
      path: ['measure'],
      error: 'Missing: a period is of what is counted in it',
    },
  );
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
        readPage(services, tx, actor, await keysOf(services, tx, sightOver(services, actor), request.query)),
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
function keysOf(services: Services, tx: Tx, sight: Sight, query: Filters): Promise<KeyPage> {
  const { cursor, filed, measure, state, suggested } = query;
  const reference = services.reference();
  const filedFrom = filed ? startOfDay(reference.calendar, services.clock()) : undefined;
  const narrowed = sliceOf(services, query);
  if (suggested !== undefined) {
    const { matter, from, to } = narrowed;
    const when = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    return outcomeKeys(tx, suggested, { matter, ...when }, readCursor(cursor, end), sight !== null);
  }
  if (measure !== undefined) {
    const states = state === 'open' ? openStates : state === undefined ? [] : [state];
    const from = Math.max(narrowed.from ?? Number.NEGATIVE_INFINITY, filedFrom ?? Number.NEGATIVE_INFINITY);
    const since = Number.isFinite(from) ? { from } : {};
    const filter = { ...narrowed, ...since };
    const without = query.excluded ? excludedTwin[measure] : undefined;
    return countedKeys(tx, measure, filter, states, readCursor(cursor, end), sight !== null, without);
  }
  const { unit, below, area, matter, channel, kind, light, clock } = query;
  const lead = unit === undefined ? undefined : leadAt(reference, unit, below === 'yes');
  const filter = { lead, area, matter, channel, kind, state, light, clock, filedFrom };
  return filteredKeys(tx, filter, sight, readCursor(cursor, beginning(filter)));
}

/** One's own unit with all below it, or null for who sees the whole city. */
const sightOver = (services: Services, actor: Staff): Sight =>
  sightOf(actor) === 'all' ? null : leadAt(services.reference(), actor.unit.id, true);

/** A unit nobody knows has nothing below it, and leads nothing. */
function leadAt(reference: Reference, id: number, below: boolean): Lead {
  const top = knownUnit(reference, id);
  const all = top && below ? everyUnit(reference).filter((each) => isWithin(each, top)) : [];
  return {
    id,
    below,
    units: all.length > 0 ? all.map((each) => each.id) : [id],
    centres: all.filter(({ kind }) => kind === 'dispatch-centre').map((each) => each.id),
    depth: top ? lineage(top).length : 0,
  };
}

const openStates: readonly AppealState[] = ['received', 'dispatched'];

/** The filter as the stores take it: moments in ms, a unit or an area with all below it as a list. */
function sliceOf({ reference }: Services, query: z.infer<typeof sliceFilters>): CountedFilter {
  const { unit, area, below, from, to, matter, channel, kind } = query;
  const within = (id: number): number[] => {
    const top = below ? knownUnit(reference(), id) : undefined;
    return top === undefined
      ? [id]
      : everyUnit(reference())
          .filter((each) => isWithin(each, top))
          .map((each) => each.id);
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
        const sight = sightOver(services, actor);
        const { keys, next } = await followUpKeys(
          tx,
          sight?.id ?? null,
          readCursor(request.query.cursor, end),
        );
        const opened = await followUpsOf(tx, keys);
        const rows = new Map(
          (await readRows(services, tx, actor, opened)).map((row) => [parseNumber(row.number)?.id, row]),
        );
        return {
          items: opened.flatMap(({ id, unit, at, cause, circular }) => {
            const row = rows.get(appealId(id));
            if (!row) return [];
            const { number, title, state } = row;
            const lead = unit === null ? null : unitName(reference, unit);
            return [{ number, title, state, unit: lead, openedAt: iso(at), cause, circular }];
          }),
          next: next && writeCursor(next),
        };
      });
    },
  );
}
