import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { LogController, type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { Problem } from './problem.ts';
import type { Services } from './services.ts';

export const photoBytes = 10 * 1024 * 1024;
const bodyBytes = 256 * 1024;
/** Calls a minute from one address; a household or an office shares one. */
const callsPerMinute = 600;

/** The HTTP server without its routes: errors, limits, headers, the API's own description. */
export async function createHttp(services: Pick<Services, 'config' | 'log'>) {
  const app = fastify({
    loggerInstance: services.log,
    bodyLimit: bodyBytes,
    trustProxy: services.config.trustProxy,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: true,
    // An address that cannot be read is answered like every other error.
    frameworkErrors: (error, _request, reply: FastifyReply) => void answer(reply, asProblem(error)),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const problem = asProblem(error);
    if (problem.code === 'internal') services.log.error(error);
    return answer(reply, problem);
  });
  // A body is JSON or a form: as plain text, a page of anybody's could send one unasked.
  app.removeContentTypeParser('text/plain');
  await secure(app, services);
  await app.register(multipart, { limits: { fileSize: photoBytes, files: 1, fields: 4 } });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Suban',
        version: '0.1.0',
        description:
          'A city taking in, dispatching, handling, supervising and evaluating what its people ask for.',
      },
    },
    transform: jsonSchemaTransform,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  return app;
}

export type App = Awaited<ReturnType<typeof createHttp>>;

async function secure(app: FastifyInstance, services: Pick<Services, 'config'>): Promise<void> {
  // Nothing from outside, but the tiles a city has chosen.
  const tiles = services.config.tiles ? [new URL(services.config.tiles.url).origin] : [];
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Ant Design writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tiles],
        // What one has just recorded is listened to before it is sent.
        mediaSrc: ["'self'", 'blob:'],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'", ...tiles],
        upgradeInsecureRequests: null,
      },
    },
    // Plain http on a machine of one's own must work; behind TLS the proxy adds it.
    hsts: false,
  });
  if (services.config.rateLimit) {
    await app.register(rateLimit, {
      max: callsPerMinute,
      timeWindow: '1 minute',
      errorResponseBuilder: () => new Problem('too-many-requests'),
    });
  }
}

const answer = (reply: FastifyReply, problem: Problem) => reply.status(problem.status).send(problem.body());

const byFastifyCode: Partial<Record<string, ConstructorParameters<typeof Problem>[0]>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
  FST_REQ_FILE_TOO_LARGE: 'photo-too-large',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-input',
};

function asProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new Problem(
      'bad-input',
      error.validation.map((issue) => ({
        path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
        message: issue.message ?? 'not right',
      })),
    );
  }
  const known = byFastifyCode[error.code];
  if (known) return new Problem(known);
  // PostgreSQL refuses NUL bytes and broken surrogates: the client's words, not our fault.
  if (error.code === '22021' || error.code === '22P05') return new Problem('bad-input');
  if (error instanceof SyntaxError) return new Problem('bad-json');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new Problem('bad-input');
  return new Problem('internal');
}
