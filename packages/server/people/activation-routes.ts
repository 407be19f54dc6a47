import { activateRequest } from '@suban/domain/api-reference.ts';
import { z } from 'zod';
import type { App } from '../platform/http.ts';
import type { Auth } from './auth.ts';

/** Where the owner of a new account chooses the password. Guessing is slowed at the door as well as at the account. */
export function activationRoutes(app: App, auth: Pick<Auth, 'activate'>): void {
  app.post(
    '/api/staff/activate',
    {
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: { body: activateRequest, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { username, code, password } = request.body;
      await auth.activate(username, code, password);
      return reply.status(204).send(null);
    },
  );
}
