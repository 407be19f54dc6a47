import { done, filedAnswer, suggestion, track } from '@suban/domain/api.ts';
import { fileRequest, recordRequest } from '@suban/domain/collect/requests.ts';
import { type Command, commandRequests } from '@suban/domain/commands.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import { MOST_SURE } from '@suban/text/suggest/calibration.ts';
import { suggestTitle } from '@suban/text/title.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ownsPhoto } from '../appeal/history-store.ts';
import { matterName, suggestionsOf, unitName } from '../appeal/names.ts';
import { learntOf } from '../people/learnt.ts';
import { fieldsIn, suggestDispatch, suggestKind, suggestMatters } from '../people/suggest.ts';
import { places } from '../people/places.ts';
import { callerNumber } from '../connect/calls/desk-call.ts';
import type { Who } from '../people/who.ts';
import { streamEvents } from '../platform/events-stream.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Placed } from '../platform/reader.ts';
import type { Services } from '../platform/services.ts';
import { citizenCommand, masterOf, ownScope, proveOwner, trackAppeal } from './citizen.ts';
import { fileAppeal } from './file-appeal.ts';
import { takePhoto } from './photos.ts';

const own = {
  params: z.object({ number: z.string().max(40) }),
  querystring: z.object({ code: z.string().max(40).default('') }),
};
/** No person files more often than this from one address; an office of volunteers may. */
const filings = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } };

export function collectRoutes(app: App, services: Services, who: Who): void {
  app.post(
    '/api/appeals',
    { ...filings, schema: { body: fileRequest, response: { 201: filedAnswer } } },
    async (request, reply) => {
      const { number, queryCode } = await fileAppeal(services, request.body, {
        channel: 'web',
        actor: { kind: 'citizen' },
      });
      return reply.status(201).send({ number, queryCode });
    },
  );

  app.post(
    '/api/desk/appeals',
    { schema: { body: recordRequest, response: { 201: filedAnswer } } },
    async (request, reply) => {
      const { actor } = await who.staff(request);
      const { channel, urgency, accused, call, contact, ...body } = request.body;
      const may =
        actor.roles.includes('operator') || (channel === 'grid-worker' && actor.roles.includes('handler'));
      if (!may) throw new Problem('not-allowed');
      const phone = contact.phone ?? (call === undefined ? '' : await callerNumber(services, actor, call));
      const arrival = { channel, actor, urgency, ...(accused === undefined ? {} : { accused }) };
      const { number, queryCode } = await fileAppeal(
        services,
        { ...body, contact: { ...contact, phone } },
        // Two may be filed on one call: the channel's own id is the call's with the request's.
        call === undefined ? arrival : { ...arrival, externalId: `${call}/${body.requestId}` },
      );
      return reply.status(201).send({ number, queryCode });
    },
  );

  app.post(
    '/api/suggest',
    { schema: { body: z.strictObject({ text: z.string().max(4000) }), response: { 200: suggestion } } },
    async (request) => {
      const reference = services.reference();
      const { text } = request.body;
      const area = places(reference).areaOf(text);
      const learnt = learntOf(services.database);
      await learnt.refresh(services.database.background);
      const options = suggestDispatch(reference, learnt, '', text, area?.id ?? null);
      return {
        title: suggestTitle(text),
        kind: suggestKind(text),
        matters: suggestMatters(reference, learnt, '', text).flatMap((hit) => {
          const matter = matterName(reference, hit.matter);
          return matter
            ? [{ ...matter, confidence: Math.min(MOST_SURE, hit.confidence), words: [...hit.words] }]
            : [];
        }),
        units: suggestionsOf(
          reference,
          options.filter(({ confidence }) => confidence >= reference.settings.suggestAtLeast),
        ),
        area: area ? unitName(reference, area.id) : null,
        ...fieldsIn(text),
      };
    },
  );

  photoRoutes(app, services);
  ownRoutes(app, services);
}

function photoRoutes(app: App, services: Services): void {
  app.post(
    '/api/files',
    { ...filings, schema: { response: { 201: z.object({ id: z.string() }) } } },
    async (request, reply) => {
      return reply.status(201).send({ id: await takePhoto(services, await photoIn(request)) });
    },
  );

  app.get(
    '/api/appeals/:number/photos/:id',
    { schema: { ...own, params: own.params.extend({ id: z.uuid() }) } },
    async (request, reply) => {
      const key = proveOwner(services, request.params.number, request.query.code);
      const { id } = request.params;
      if (!(await services.database.scoped(ownScope(key), (tx) => ownsPhoto(tx, key, id))))
        throw new Problem('not-found');
      return reply
        .type('image/webp')
        .header('cache-control', 'private, max-age=86400')
        .send(Buffer.from(await services.files.get(id)));
    },
  );
}

/** @throws Problem `photo-missing`; `photo-unreadable` for a form cut short; the multipart parser's own errors */
async function photoIn(request: FastifyRequest): Promise<Buffer> {
  try {
    const part = await request.file();
    if (part) return await part.toBuffer();
  } catch (error) {
    // A form that ends too early or has no boundary comes as a plain error without a code.
    throw error instanceof Error && 'code' in error ? error : new Problem('photo-unreadable');
  }
  throw new Problem('photo-missing');
}

function ownRoutes(app: App, services: Services): void {
  app.get('/api/appeals/:number', { schema: { ...own, response: { 200: track } } }, (request) =>
    trackAppeal(services, proveOwner(services, request.params.number, request.query.code)),
  );

  app.get('/api/appeals/:number/live', { schema: own }, async (request, reply) => {
    const key = proveOwner(services, request.params.number, request.query.code);
    // What it follows it hears of, too; whom that is changes while the page is open.
    let master: AppealKey | null = null;
    const look = () =>
      masterOf(services, key).then(
        (now) => (master = now),
        // The next of its own events looks again.
        () => null,
      );
    const isAt = (placed: Placed, at: AppealKey | null) =>
      at !== null && placed.key.id === at.id && placed.key.cohort === at.cohort;
    streamEvents(request, reply, (send) =>
      services.live.subscribe((events) => {
        const last = events.findLast((placed) => isAt(placed, key) || isAt(placed, master));
        if (!last) return;
        send('changed', { version: last.seq });
        if (events.some((placed) => isAt(placed, key))) void look();
      }),
    );
    await look();
  });

  for (const name of ['supplement', 'withdraw', 'urge', 'conceal', 'contest'] as const) {
    app.post(
      `/api/appeals/:number/${name}`,
      { schema: { ...own, body: commandRequests[name], response: { 200: done } } },
      (request) =>
        // The schema of this very name has checked the body.
        citizenCommand(services, proveOwner(services, request.params.number, request.query.code), {
          type: name,
          request: request.body,
        } as Command),
    );
  }
}
