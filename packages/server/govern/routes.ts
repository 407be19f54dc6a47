import { mayReadFigures } from '@suban/domain/access.ts';
import type { Staff } from '@suban/domain/actors.ts';
import { casePage } from '@suban/domain/api.ts';
import {
  alertCount,
  alertFigures,
  alertPage,
  alertView,
  eventsOfCase,
  hotEvents,
  hotEventView,
  judged,
} from '@suban/domain/api-alerts.ts';
import { mayJudgeAlerts, watchesAll } from '@suban/domain/govern/alerts.ts';
import { alertStates, judgeRequest, markRequest } from '@suban/domain/govern/requests.ts';
import { isWithin } from '@suban/domain/units.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { keyOf, readCursor, readPage, scopeOf, writeCursor } from '../appeal/read-cases.ts';
import { end, pageSize, start } from '../appeal/rows-store.ts';
import { wholePage } from '../appeal/walk-store.ts';
import type { Who } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { type AlertRow, findAlert, newestAlerts, openAlerts } from './alert-store.ts';
import { judgeAlert, markEvent } from './judge-alert.ts';
import { countOpen, eventsOfAppeal, memberKeys, oneEvent } from './pages-store.ts';
import { readAlert, readAlertFigures, readEvent, readHottest } from './read-events.ts';
import { alertLine, areaName } from './views.ts';

const idParams = z.object({ id: z.coerce.number().int() });
const paged = z.object({ cursor: z.string().max(200).optional() });
/** Beyond this many a badge says “99+”. */
const mostCounted = 100;

/** 热点与预警: the queue of alerts to be judged, hot events with their cases, and how good the alerts are. */
export function governRoutes(app: App, services: Services, who: Who): void {
  const judge = async (request: FastifyRequest): Promise<Staff> => {
    const { actor } = await who.staff(request);
    if (!mayJudgeAlerts(actor)) throw new Problem('not-allowed');
    return actor;
  };
  /** Who judges alerts, and who reads the city's figures. */
  const reader = async (request: FastifyRequest): Promise<Staff> => {
    const { actor } = await who.staff(request);
    if (!mayJudgeAlerts(actor) && !mayReadFigures(actor)) throw new Problem('not-allowed');
    return actor;
  };
  queueRoutes(app, services, judge, reader);
  recordRoutes(app, services, reader);
  eventRoutes(app, services, reader);
  commandRoutes(app, services, judge);
  app.get(
    '/api/desk/cases/:number/events',
    {
      schema: { params: z.object({ number: z.string().max(40) }), response: { 200: eventsOfCase } },
    },
    async (request) => {
      const { actor } = await who.staff(request);
      const key = keyOf(request.params.number);
      return services.database.scoped(scopeOf(actor), async (tx) => ({
        items: await eventsOfAppeal(tx, key.cohort, key.id, services.reference().settings.alertFrom),
      }));
    },
  );
}

type Asks = (request: FastifyRequest) => Promise<Staff>;

/** Whose alerts a person's queue holds: all there are to see for who watches a government, else their own unit's. */
function unitsOf({ reference }: Services, staff: Staff): readonly number[] | null {
  if (!watchesAll(staff)) return [staff.unit.id];
  if (staff.unit.level === 'city') return null;
  return [...reference().units.values()].filter((unit) => isWithin(unit, staff.unit)).map(({ id }) => id);
}

const linesOf = (services: Services, rows: readonly AlertRow[]) =>
  rows.slice(0, pageSize).map((row) => alertLine(services.reference(), row, services.clock()));

function queueRoutes(app: App, services: Services, judge: Asks, reader: Asks): void {
  app.get(
    '/api/desk/alerts',
    { schema: { querystring: paged, response: { 200: alertPage } } },
    async (request) => {
      const actor = await judge(request);
      const [due, , id] = readCursor(request.query.cursor, start);
      return services.database.scoped(scopeOf(actor), async (tx) => {
        const rows = await openAlerts(tx, unitsOf(services, actor), [due, id], pageSize + 1);
        const last = rows[pageSize - 1];
        return {
          items: linesOf(services, rows),
          next: rows.length > pageSize && last ? writeCursor([last.due, 0, last.id]) : null,
        };
      });
    },
  );

  app.get('/api/desk/alert-count', { schema: { response: { 200: alertCount } } }, async (request) => {
    const actor = await judge(request);
    return services.database.scoped(scopeOf(actor), async (tx) => {
      const n = await countOpen(tx, unitsOf(services, actor), mostCounted);
      return { count: Math.min(n, mostCounted - 1), more: n >= mostCounted };
    });
  });

  app.get(
    '/api/desk/alerts/:id',
    { schema: { params: idParams, response: { 200: alertView } } },
    async (request) => {
      const actor = await reader(request);
      return services.database.scoped(scopeOf(actor), async (tx) => {
        const row = await findAlert(tx, request.params.id);
        if (!row) throw new Problem('not-found');
        return readAlert(services, tx, row, actor);
      });
    },
  );
}

function recordRoutes(app: App, services: Services, reader: Asks): void {
  app.get(
    '/api/command/alerts',
    {
      schema: {
        querystring: paged.extend({
          state: z.enum(alertStates).optional(),
          from: z.iso.datetime({ offset: true }).optional(),
          to: z.iso.datetime({ offset: true }).optional(),
        }),
        response: { 200: alertPage },
      },
    },
    async (request) => {
      const actor = await reader(request);
      const { cursor, state, from, to } = request.query;
      const [at, , id] = readCursor(cursor, end);
      const filter = {
        state: state ?? null,
        from: from === undefined ? start[0] : Date.parse(from),
        to: to === undefined ? end[0] : Date.parse(to),
      };
      return services.database.scoped(scopeOf(actor), async (tx) => {
        const rows = await newestAlerts(tx, filter, [at, id], pageSize + 1);
        const last = rows[pageSize - 1];
        return {
          items: linesOf(services, rows),
          next: rows.length > pageSize && last ? writeCursor([last.raised_at, 0, last.id]) : null,
        };
      });
    },
  );
}

function eventRoutes(app: App, services: Services, reader: Asks): void {
  app.get(
    '/api/command/events',
    {
      schema: {
        querystring: z.object({ district: z.coerce.number().int().optional() }),
        response: { 200: hotEvents },
      },
    },
    async (request) => {
      const actor = await reader(request);
      const reference = services.reference();
      const items = await services.database.scoped(scopeOf(actor), (tx) =>
        readHottest(services, tx, actor, request.query.district ?? null),
      );
      const districts = [...reference.units.values()].filter(
        ({ level, kind }) => level === 'district' && kind === 'government',
      );
      return { items, districts: districts.flatMap(({ id }) => areaName(reference, id) ?? []) };
    },
  );

  app.get(
    '/api/command/events/:id',
    { schema: { params: idParams, response: { 200: hotEventView } } },
    async (request) => {
      const actor = await reader(request);
      return services.database.scoped(scopeOf(actor), (tx) =>
        readEvent(services, tx, request.params.id, actor),
      );
    },
  );

  app.get(
    '/api/command/events/:id/cases',
    { schema: { params: idParams, querystring: paged, response: { 200: casePage } } },
    async (request) => {
      const actor = await reader(request);
      const { id } = request.params;
      return services.database.scoped(scopeOf(actor), async (tx) => {
        if (!(await oneEvent(tx, id))) throw new Problem('not-found');
        const cursor = readCursor(request.query.cursor, end);
        return readPage(services, tx, actor, wholePage(await memberKeys(tx, id, cursor)));
      });
    },
  );

  app.get('/api/command/alert-figures', { schema: { response: { 200: alertFigures } } }, async (request) => {
    const actor = await reader(request);
    return services.database.scoped(scopeOf(actor), (tx) => readAlertFigures(services, tx));
  });
}

function commandRoutes(app: App, services: Services, judge: Asks): void {
  app.post(
    '/api/desk/alerts/:id/judge',
    { schema: { params: idParams, body: judgeRequest, response: { 200: judged } } },
    async (request) => judgeAlert(services, request.params.id, request.body, await judge(request)),
  );
  app.post(
    '/api/command/events/:id/mark',
    { schema: { params: idParams, body: markRequest, response: { 200: judged } } },
    async (request) => markEvent(services, request.params.id, request.body, await judge(request)),
  );
}
