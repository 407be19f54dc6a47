import { done, rating } from '@suban/domain/api.ts';
import { evaluateRequest } from '@suban/domain/evaluate/requests.ts';
import { z } from 'zod';
import { staffCommands } from '../appeal/command-routes.ts';
import type { Who } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';
import { rate, readRating } from './rating-link.ts';

const link = { params: z.object({ token: z.string().max(80) }) };

export function evaluateRoutes(app: App, services: Services, who: Who): void {
  // 回访: an interview by somebody outside the handling unit.
  staffCommands(app, services, who, ['evaluate', 'check']);
  app.get('/api/rate/:token', { schema: { ...link, response: { 200: rating } } }, (request) =>
    readRating(services, request.params.token),
  );
  app.post(
    '/api/rate/:token',
    { schema: { ...link, body: evaluateRequest, response: { 200: done } } },
    (request) => rate(services, request.params.token, request.body),
  );
}
