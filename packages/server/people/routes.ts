import { citizenMe, myAppeals, staffMe, type StaffMe, type Queue } from '@suban/domain/api.ts';
import { mayReadFigures } from '@suban/domain/access.ts';
import type { Staff } from '@suban/domain/actors.ts';
import { leadsOver } from '@suban/domain/permissions.ts';
import { phone } from '@suban/domain/fields.ts';
import { mayJudgeAlerts } from '@suban/domain/govern/alerts.ts';
import type { StaffRole } from '@suban/domain/roles.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { unitRow } from '../appeal/names.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import type { Auth } from './auth.ts';
import type { Reference } from './reference-store.ts';
import { appealsOf } from './citizen-store.ts';
import { numberOf } from '../appeal/run-command.ts';
import { appealId, cohortOf } from '@suban/domain/ids.ts';
import type { Person, Who } from './who.ts';

const queuesOf: Partial<Record<StaffRole, readonly Queue[]>> = {
  operator: ['to-dispatch'],
  dispatcher: ['to-dispatch', 'send-backs', 'applications'],
  arbitrator: ['arbitration'],
  receiver: ['in-hand', 'co-handling', 'on-ledger'],
  handler: ['in-hand', 'co-handling'],
  leader: ['to-review', 'in-hand', 'on-ledger'],
  'call-back': ['call-backs', 'awaiting-rating'],
  supervisor: ['follow-ups', 'closures', 'exclusions'],
};

/** The queues a person works, each once, in the order their roles name them. */
export const queuesFor = (
  actor: Pick<Staff, 'unit' | 'roles'>,
  { centre }: Pick<Reference, 'centre'>,
): Queue[] => [
  ...new Set(actor.roles.flatMap((role) => queuesOf[role] ?? [])),
  ...(leadsOver(actor, centre) ? (['about-centre'] as const) : []),
];

function staffView(services: Services, person: Person): StaffMe {
  const { actor, unit } = person;
  return {
    account: actor.account,
    username: person.username,
    name: person.name,
    nameEn: person.nameEn,
    unit: unitRow(services.reference(), unit),
    roles: [...actor.roles],
    queues: queuesFor(actor, services.reference()),
    mayRecord: actor.roles.includes('operator') || actor.roles.includes('handler'),
    mayReadFigures: mayReadFigures(actor),
    mayJudge: mayJudgeAlerts(actor),
    mayReadReveals: actor.roles.includes('auditor'),
    mayManage: actor.roles.includes('system-admin'),
    mayGrant: actor.roles.includes('security-admin'),
  };
}

const meta = (request: FastifyRequest) => ({
  ip: request.ip,
  userAgent: request.headers['user-agent'] ?? null,
});
const setCookies = (reply: FastifyReply, cookies: readonly string[]) => {
  for (const cookie of cookies) reply.header('set-cookie', cookie);
};
/** Guessing is slowed at the door as well as at the account. */
const guesses = { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } };
const noBody = z.object({}).optional().nullable();

export function peopleRoutes(app: App, services: Services, auth: Auth, who: Who): void {
  app.post(
    '/api/staff/sign-in',
    {
      ...guesses,
      schema: {
        body: z.strictObject({ username: z.string().max(64), password: z.string().max(256) }),
        response: { 200: staffMe },
      },
    },
    async (request, reply) => {
      const { account, cookies } = await auth.signInStaff(
        request.body.username,
        request.body.password,
        meta(request),
      );
      const person = await who.byAccount(account);
      if (!person) throw new Problem('sign-in-failed');
      setCookies(reply, cookies);
      return staffView(services, person);
    },
  );

  app.get('/api/staff/me', { schema: { response: { 200: staffMe } } }, async (request) =>
    staffView(services, await who.staff(request)),
  );

  for (const end of ['staff', 'citizen']) {
    app.post(
      `/api/${end}/sign-out`,
      { schema: { body: noBody, response: { 204: z.null() } } },
      async (request, reply) => {
        setCookies(reply, await auth.signOut(request.headers.cookie));
        return reply.status(204).send(null);
      },
    );
  }
  citizenRoutes(app, services, auth);
}

function citizenRoutes(app: App, services: Services, auth: Auth): void {
  app.post(
    '/api/citizen/code',
    {
      ...guesses,
      schema: {
        body: z.strictObject({ phone }),
        response: { 200: z.object({ sent: z.literal(true), demoCode: z.string().optional() }) },
      },
    },
    async (request) => {
      const { demoCode } = await auth.sendCode(request.body.phone);
      return { sent: true as const, ...(demoCode === null ? {} : { demoCode }) };
    },
  );

  app.post(
    '/api/citizen/sign-in',
    {
      ...guesses,
      schema: { body: z.strictObject({ phone, code: z.string().max(12) }), response: { 200: citizenMe } },
    },
    async (request, reply) => {
      const { cookies, phoneMasked } = await auth.signInCitizen(
        request.body.phone,
        request.body.code,
        meta(request),
      );
      setCookies(reply, cookies);
      return { phone: phoneMasked };
    },
  );

  app.get('/api/citizen/me', { schema: { response: { 200: citizenMe } } }, async (request) => {
    const session = await auth.whoIs(request.headers.cookie);
    return session?.kind === 'citizen' ? { phone: session.phoneMasked } : null;
  });

  app.get('/api/citizen/appeals', { schema: { response: { 200: myAppeals } } }, async (request) => {
    const session = await auth.whoIs(request.headers.cookie);
    if (session?.kind !== 'citizen') throw new Problem('sign-in-first');
    const rows = await appealsOf(services.database.owner, session.phoneKey);
    return {
      items: rows.map((row) => {
        const number = numberOf(services.reference(), {
          filedAt: row.filed_at,
          key: { cohort: cohortOf(row.cohort), id: appealId(row.id) },
        });
        return {
          number,
          queryCode: services.crypto.queryCode(number),
          title: row.title ?? '',
          state: row.state,
          filedAt: new Date(row.filed_at).toISOString(),
        };
      }),
    };
  });
}
