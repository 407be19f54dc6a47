import { callTaken } from '@suban/domain/api-calls.ts';
import { callEventRequest } from '@suban/domain/collect/calls.ts';
import type { FastifyRequest } from 'fastify';
import { sha256 } from '../../platform/crypto.ts';
import type { App } from '../../platform/http.ts';
import { Problem } from '../../platform/problem.ts';
import type { Services } from '../../platform/services.ts';
import { findPartner } from '../open311/store.ts';
import { takeCall } from './take-call.ts';

/** A large city's exchange tells some 50 things a second; one that tells more is broken. */
const tellings = { config: { rateLimit: { max: 6_000, timeWindow: '1 minute' } } };

/** What telephone exchanges (CTI) tell. */
export function exchangeRoutes(app: App, services: Services): void {
  app.post(
    '/api/connect/calls',
    { ...tellings, schema: { body: callEventRequest, response: { 200: callTaken } } },
    async (request) => takeCall(services, await partnerOf(services, request), request.body),
  );
}

/** Keys as Open311's, in a header: an address stands in logs. @throws Problem `key-wrong` */
async function partnerOf({ database }: Services, { headers }: FastifyRequest): Promise<string> {
  const key = /^Bearer (\S{1,200})$/i.exec(headers.authorization ?? '')?.[1];
  const partner = key === undefined ? null : await findPartner(database, sha256(key));
  if (partner === null) throw new Problem('key-wrong');
  return partner;
}
