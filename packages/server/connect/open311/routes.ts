import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '../../platform/http.ts';
import { Problem, problems } from '../../platform/problem.ts';
import type { Services } from '../../platform/services.ts';
import { errorList, Open311Error } from './errors.ts';
import { given } from './fields.ts';
import { fileRequest, postFields } from './file-request.ts';
import { partnerOf, requirePartner } from './partners.ts';
import { findRequest, findToken, listFields, listRequests } from './requests.ts';
import { discovery, serviceDefinition, serviceList } from './services.ts';
import { listUpdates, updateFields } from './updates.ts';
import { toXml, type Value } from './xml.ts';

/** Its own description is the specification, so these stay out of the OpenAPI document. */
const hidden = { schema: { hide: true } };
const resource = (name: string) => `/${name}.:format(^json$|^xml$)`;

/** Open311 GeoReport v2 under `/open311/v2`: http://wiki.open311.org/GeoReport_v2 and FixMyStreet's updates extension. */
export async function open311Routes(app: App, services: Services): Promise<void> {
  await app.register(
    async (scope) => {
      scope.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string' },
        (_request, body, done) => {
          done(null, Object.fromEntries(new URLSearchParams(String(body))));
        },
      );
      scope.setErrorHandler((error, request, reply) => answerError(services, error, request, reply));
      scope.setNotFoundHandler((request, reply) => answerError(services, nowhere(), request, reply));
      serviceRoutes(scope, services);
      requestRoutes(scope, services);
    },
    { prefix: '/open311/v2' },
  );
}

type Scope = Pick<App, 'get' | 'post'>;

function serviceRoutes(scope: Scope, services: Services): void {
  const base = (request: FastifyRequest) =>
    services.config.publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;
  scope.get(resource('discovery'), hidden, (request, reply) =>
    answer(request, reply, 'discovery', discovery(services.reference(), base(request), services.config.demo)),
  );
  scope.get(resource('services'), hidden, (request, reply) =>
    answer(request, reply, 'services', serviceList(services.reference())),
  );
  scope.get('/services/:file', hidden, (request, reply) =>
    answer(request, reply, 'service_definition', serviceDefinition(services.reference(), nameIn(request))),
  );
}

function requestRoutes(scope: Scope, services: Services): void {
  const zone = () => services.reference().calendar.offsetMinutes;
  const asker = (request: FastifyRequest) => partnerOf(services.database, keyIn(request.query));
  scope.post(resource('requests'), hidden, async (request, reply) => {
    const { api_key, ...fields } = bodyOf(request);
    const partner = await requirePartner(services.database, api_key ?? keyIn(request.query));
    return answer(
      request,
      reply,
      'service_requests',
      await fileRequest(services, partner, postFields.omit({ api_key: true }).parse(fields)),
      201,
    );
  });
  scope.get(resource('requests'), hidden, async (request, reply) =>
    answer(
      request,
      reply,
      'service_requests',
      await listRequests(services, await asker(request), listFields(zone()).parse(request.query)),
    ),
  );
  scope.get('/requests/:file', hidden, async (request, reply) =>
    answer(
      request,
      reply,
      'service_requests',
      await findRequest(services, await asker(request), nameIn(request)),
    ),
  );
  scope.get('/tokens/:file', hidden, async (request, reply) =>
    answer(
      request,
      reply,
      'service_requests',
      await findToken(services, await asker(request), nameIn(request)),
    ),
  );
  scope.get(resource('servicerequestupdates'), hidden, async (request, reply) =>
    answer(
      request,
      reply,
      'service_request_updates',
      await listUpdates(services, await asker(request), updateFields(zone()).parse(request.query)),
    ),
  );
}

const keyField = z.looseObject({ api_key: given(z.string()) });
const keyIn = (query: unknown): string | undefined => keyField.parse(query).api_key;

/** The key first: whoever has none learns nothing of the rest. @throws Open311Error 400 for what has no fields */
function bodyOf(request: FastifyRequest) {
  const body = keyField.safeParse(request.body);
  if (!body.success)
    throw new Open311Error(400, '请求须是表单或 JSON 对象 · the request must be a form or a JSON object');
  return body.data;
}

const fileName = z.object({ file: z.string().regex(/^.+\.(json|xml)$/) });

/** The name before the format. @throws Open311Error 404 for a format there is not */
function nameIn(request: FastifyRequest): string {
  const params = fileName.safeParse(request.params);
  if (!params.success) throw nowhere();
  return params.data.file.replace(/\.(json|xml)$/, '');
}

const nowhere = () =>
  new Open311Error(404, '没有这个地址 · there is nothing at this address; formats are xml and json');

/** XML wherever JSON is not asked for: it is the format every client of the specification reads. */
function answer(request: FastifyRequest, reply: FastifyReply, root: string, value: Value, status = 200) {
  const json = request.url.split('?')[0]?.endsWith('.json') ?? false;
  return reply
    .status(status)
    .type(`${json ? 'application/json' : 'text/xml'}; charset=utf-8`)
    .send(json ? JSON.stringify(value) : toXml(root, value));
}

function answerError(
  services: Pick<Services, 'log'>,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { status, descriptions } = told(error);
  if (status >= 500) services.log.error(error);
  return answer(request, reply, 'errors', errorList(status, descriptions), status);
}

/** The specification: 404, 403, and 400 for any other error of the client's. */
function told(error: unknown): { status: number; descriptions: readonly string[] } {
  if (error instanceof Open311Error) return error;
  if (error instanceof z.ZodError)
    return {
      status: 400,
      descriptions: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    };
  if (error instanceof Problem)
    return { status: error.status === 429 ? 429 : 400, descriptions: [bilingual(error.code)] };
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500
    ? { status: 400, descriptions: [bilingual('bad-input')] }
    : { status: 500, descriptions: [bilingual('internal')] };
}

const bilingual = (code: keyof typeof problems): string => `${problems[code].zh} · ${problems[code].en}`;
