import { deskFilter, deskPage, deskPrecedents } from '@suban/domain/api-desk.ts';
import { fieldOrders } from '@suban/domain/api-field.ts';
import { caseView, queueCounts, queues, type Queue } from '@suban/domain/api.ts';
import { sightOf } from '@suban/domain/access.ts';
import { z } from 'zod';
import { staffCommands } from '../appeal/command-routes.ts';
import { ownFile } from '../appeal/history-store.ts';
import { blindTo } from '@suban/domain/permissions.ts';
import { isWithin } from '@suban/domain/units.ts';
import { keyOf, readCase, scopeOf } from '../appeal/read-cases.ts';
import { countLimit, queueCount } from '../appeal/rows-store.ts';
import { numberOf } from '../appeal/run-command.ts';
import { loadAppeal } from '../appeal/store.ts';
import type { Reference } from '../people/reference-store.ts';
import { tellNotices } from '../notify/feed.ts';
import { queuesFor } from '../people/routes.ts';
import { endWithAccount, type Person, type Who } from '../people/who.ts';
import { streamEvents } from '../platform/events-stream.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { sendFile } from '../platform/send-file.ts';
import type { Placed } from '../platform/reader.ts';
import type { Services } from '../platform/services.ts';
import { queueOf, readQueue, search } from './lists.ts';
import { precedentQuery, readPrecedents } from './precedents.ts';
import { readField } from './field.ts';
import { checkAnswerRoute } from './check-answer.ts';

const byNumber = z.object({ number: z.string().max(40) });

export function handleRoutes(app: App, services: Services, who: Who): void {
  staffCommands(app, services, who, [
    'acknowledge',
    'send-back',
    'contact',
    'sub-assign',
    'answer',
    'review',
    'apply',
    'resume',
    'invite',
    'report',
    'recuse',
    'report-promise',
    'ask-exclusion',
    'supplement',
    'urge',
  ]);
  deskRoutes(app, services, who);
  checkAnswerRoute(app, services, who);

  app.get(
    '/api/desk/cases/:number',
    { schema: { params: byNumber, response: { 200: caseView } } },
    async (request) => readCase(services, (await who.staff(request)).actor, request.params.number),
  );

  app.get(
    '/api/desk/cases/:number/photos/:id',
    { schema: { params: byNumber.extend({ id: z.uuid() }) } },
    async (request, reply) => {
      const { actor } = await who.staff(request);
      const { number, id } = request.params;
      const key = keyOf(number);
      // The photo is theirs to see where the appeal is.
      const file = await services.database.scoped(scopeOf(actor), async (tx) =>
        (await loadAppeal(tx, services.reference(), key)) ? ownFile(tx, key, id) : null,
      );
      if (!file) throw new Problem('not-found');
      return sendFile(reply, services.files, file);
    },
  );
}

function deskRoutes(app: App, services: Services, who: Who): void {
  app.get(
    '/api/desk/queues/:queue',
    {
      schema: {
        params: z.object({ queue: z.enum(queues) }),
        querystring: deskFilter.extend({ cursor: z.string().max(200).optional() }),
        response: { 200: deskPage },
      },
    },
    async (request) => {
      const { actor } = await who.staff(request);
      const { queue } = request.params;
      if (!queuesFor(actor, services.reference()).includes(queue)) throw new Problem('not-allowed');
      return readQueue(services, actor, queue, request.query);
    },
  );

  app.get(
    '/api/desk/field',
    {
      schema: {
        querystring: z.object({ cursor: z.string().max(200).optional() }),
        response: { 200: fieldOrders },
      },
    },
    async (request) => {
      const { actor } = await who.staff(request);
      if (!queuesFor(actor, services.reference()).includes('in-hand')) throw new Problem('not-allowed');
      return readField(services, actor, request.query.cursor);
    },
  );

  app.get(
    '/api/desk/precedents',
    { schema: { querystring: precedentQuery, response: { 200: deskPrecedents } } },
    async (request) => readPrecedents(services, (await who.staff(request)).actor, request.query),
  );

  app.get('/api/desk/counts', { schema: { response: { 200: queueCounts } } }, async (request) =>
    countsFor(services, await who.staff(request)),
  );

  app.get(
    '/api/desk/search',
    {
      schema: {
        querystring: deskFilter.extend({
          q: z.string().trim().min(1).max(100),
          cursor: z.coerce.number().int().min(0).max(1_000).optional(),
        }),
        response: { 200: deskPage },
      },
    },
    async (request) => search(services, (await who.staff(request)).actor, request.query),
  );
  liveRoute(app, services, who);
}

function liveRoute(app: App, services: Services, who: Who): void {
  app.get('/api/desk/live', {}, async (request, reply) => {
    const person = await who.staff(request);
    scopeOf(person.actor);
    streamEvents(request, reply, (send, close) => {
      const endStaff = endWithAccount(services.live, person, close);
      const endNotices = tellNotices(services.live, person.actor, () => send('notices', {}));
      const endCalls = services.live.subscribeCalls((account) => {
        if (account === person.actor.account) send('call', {});
      });
      const end = services.live.subscribe((events) => {
        const mine = events.filter((placed) => concerns(placed, person, services.reference()));
        if (mine.length === 0) return;
        const changed = new Map(
          mine.map((placed) => [placed.key.id, { number: numberIn(services, placed), version: placed.seq }]),
        );
        for (const change of [...changed.values()].slice(-tellAtMost)) send('changed', change);
        send('counts', {});
      });
      return () => {
        end();
        endNotices();
        endCalls();
        endStaff();
      };
    });
  });
}

/** A page cannot use more news than this at once; its counts are told anyway. */
const tellAtMost = 50;

const numberIn = (services: Services, placed: Placed) =>
  numberOf(services.reference(), {
    key: placed.key,
    filedAt: placed.event.type === 'filed' ? placed.at : (placed.about?.filedAt ?? placed.at),
  });

async function countsFor(
  services: Services,
  { actor }: Person,
): Promise<Partial<Record<Queue, { count: number; more: boolean }>>> {
  const counts: Partial<Record<Queue, { count: number; more: boolean }>> = {};
  await services.database.scoped(scopeOf(actor), async (tx) => {
    for (const queue of queuesFor(actor, services.reference())) {
      const of = queueOf(services, actor, queue);
      const count = await queueCount(tx, queue, of);
      counts[queue] = {
        count: Math.min(count, countLimit(of) - 1),
        more: count >= countLimit(of),
      };
    }
  });
  return counts;
}

/** Does an event touch a unit this person works for, or one above it? As `appeal_party` has it, so that nobody is told of more. */
function concerns(placed: Placed, { actor }: Person, { units }: Reference): boolean {
  const { event, about } = placed;
  const accused = event.type === 'filed' ? event.data.accused?.id : about?.accused;
  if (accused != null && blindTo(actor.unit).includes(accused)) return false;
  if (sightOf(actor) === 'all') return true;
  if (placed.unit === actor.unit.id) return true;
  if (event.type === 'passed-to-centre' && event.data.centre.id === actor.unit.id) return true;
  const to =
    event.type === 'dispatched'
      ? event.data.unit.id
      : event.type === 'sub-assigned'
        ? event.data.to.id
        : null;
  return [to, about?.unit, about?.holder].some((id) => {
    const unit = id == null ? undefined : units.get(id);
    return unit !== undefined && isWithin(unit, actor.unit);
  });
}
