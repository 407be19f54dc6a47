import { readFile } from 'node:fs/promises';
import { done, filedAnswer, track } from '@suban/domain/api.ts';
import { suggestion } from '@suban/domain/api-suggestions.ts';
import { fileRequest, recordRequest, suggestQuery } from '@suban/domain/collect/requests.ts';
import { type Command, commandRequests } from '@suban/domain/commands.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ownFile } from '../appeal/history-store.ts';
import { callerNumber } from '../connect/calls/desk-call.ts';
import type { Who } from '../people/who.ts';
import { streamEvents } from '../platform/events-stream.ts';
import { type App, photoBytes } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { sendFile } from '../platform/send-file.ts';
import type { Placed } from '../platform/reader.ts';
import type { Services } from '../platform/services.ts';
import { citizenCommand, masterOf, ownScope, proveOwner, trackAppeal } from './citizen.ts';
import { fileAppeal } from './file-appeal.ts';
import { takeFile, takenFields, takenOf } from './take-file.ts';
import { suggestFiling } from './suggest-filing.ts';

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

  app.post('/api/suggest', { schema: { body: suggestQuery, response: { 200: suggestion } } }, (request) =>
    suggestFiling(services, request.body),
  );

  fileRoutes(app, services);
  ownRoutes(app, services);
}

function fileRoutes(app: App, services: Services): void {
  app.post(
    '/api/files',
    { ...filings, schema: { response: { 201: z.object({ id: z.string() }) } } },
    async (request, reply) => {
      const { recordings } = services.reference().settings;
      const { bytes, said } = await fileIn(request, Math.max(photoBytes, recordings.megabytes * 1024 * 1024));
      const taken = takenOf(said, services.clock());
      return reply.status(201).send({ id: await takeFile(services, bytes, taken) });
    },
  );

  app.get(
    '/api/appeals/:number/photos/:id',
    { schema: { ...own, params: own.params.extend({ id: z.uuid() }) } },
    async (request, reply) => {
      const key = proveOwner(services, request.params.number, request.query.code);
      const { id } = request.params;
      const file = await services.database.scoped(ownScope(key), (tx) => ownFile(tx, key, id));
      if (!file) throw new Problem('not-found');
      return sendFile(reply, services.files, file);
    },
  );
}

/**
 * The file of a form, and what is said with it. It is gathered on the disk, so that many slow senders take no memory.
 * @throws Problem `photo-missing`, `recording-too-large`, `bad-input`; `photo-unreadable` for a form cut short; the multipart
 * parser's own errors
 */
async function fileIn(request: FastifyRequest, fileSize: number) {
  const { files, values } = await savedIn(request, fileSize);
  const [file] = files;
  if (!file) throw new Problem('photo-missing');
  const said = takenFields.safeParse(
    Object.fromEntries(Object.entries(values).map(([name, field]) => [name, valueOf(field)])),
  );
  if (!said.success)
    throw new Problem(
      'bad-input',
      said.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    );
  return { bytes: await readFile(file.filepath), said: said.data };
}

const valueOf = (field: unknown): unknown =>
  typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined;

async function savedIn(request: FastifyRequest, fileSize: number) {
  try {
    return await request.saveRequestFiles({ limits: { fileSize } });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw new Problem('recording-too-large');
    // A form that ends too early or has no boundary comes as a plain error without a code.
    throw code === null ? new Problem('photo-unreadable') : error;
  }
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
