import {
  accounts,
  activationIssued,
  changeLog,
  changePreview,
  changePublished,
  matterList,
  previewRequests,
  publishRequests,
  unitList,
  unitOne,
  whyRequest,
} from '@suban/domain/api-reference.ts';
import { keyShapes, type ReferenceList, referenceLists } from '@suban/domain/reference/entries.ts';
import { staffRoles, type StaffRole } from '@suban/domain/roles.ts';
import { z } from 'zod';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { resetAccount } from './activation.ts';
import { previewChange, previewUndo, publishChange, undoChange } from './change-reference.ts';
import { pageOfAccounts, pageOfChanges, pageOfMatters, pageOfUnits, readUnit } from './read-lists.ts';
import type { Person, Who } from './who.ts';

type Request = Parameters<Who['staff']>[0];
/** Who works on a list; which fields, its rules say. */
const keepersOf: Readonly<Record<ReferenceList, readonly StaffRole[]>> = {
  unit: ['system-admin'],
  account: ['system-admin', 'security-admin'],
  matter: ['system-admin'],
};
const paths = { unit: 'units', account: 'accounts', matter: 'matters' } as const;
/** A catalogue published whole, in bytes; the others are changed a few at a time. */
const most: Partial<Record<ReferenceList, number>> = { matter: 8 * 1024 * 1024 };
const limitOf = (list: ReferenceList) => (most[list] === undefined ? {} : { bodyLimit: most[list] });
const search = z.string().max(50).default('');
const idParams = z.object({ id: z.coerce.number().int().min(1) });

/** The city's units, accounts and duty catalogue: read, changed with a preview, and every change on record. */
export function manageRoutes(app: App, services: Services, who: Who): void {
  const one = async (request: Request, roles: readonly StaffRole[]): Promise<Person> => {
    const person = await who.staff(request);
    if (!person.actor.roles.some((role) => roles.includes(role))) throw new Problem('not-allowed');
    return person;
  };
  const by = ({ username, actor: { account, roles } }: Person) => ({ username, account, roles });

  for (const list of referenceLists) {
    app.post(
      `/api/manage/${paths[list]}/preview`,
      { ...limitOf(list), schema: { body: previewRequests[list], response: { 200: changePreview } } },
      async (request) => {
        const person = await one(request, keepersOf[list]);
        // The schema of this very list has checked the body.
        return previewChange(services, by(person), list, request.body.edits as never);
      },
    );
    app.post(
      `/api/manage/${paths[list]}`,
      { ...limitOf(list), schema: { body: publishRequests[list], response: { 201: changePublished } } },
      async (request, reply) => {
        const person = await one(request, keepersOf[list]);
        const { requestId, why, edits } = request.body;
        const asked = { requestId, why, edits: edits as never };
        return reply.status(201).send(await publishChange(services, by(person), list, asked));
      },
    );
  }
  listRoutes(app, services, one);
  changeRoutes(app, services, one, by);
}

type One = (request: Request, roles: readonly StaffRole[]) => Promise<Person>;
type By = (person: Person) => Parameters<typeof undoChange>[1];

function listRoutes(app: App, services: Services, one: One): void {
  app.get(
    '/api/manage/units',
    {
      schema: {
        querystring: z.object({ q: search, parent: keyShapes.unit.optional() }),
        response: { 200: unitList },
      },
    },
    async (request) => {
      // Who keeps accounts chooses a unit for each.
      await one(request, keepersOf.account);
      return pageOfUnits(services, request.query);
    },
  );
  app.get(
    '/api/manage/units/:key',
    { schema: { params: z.object({ key: keyShapes.unit }), response: { 200: unitOne } } },
    async (request) => {
      await one(request, keepersOf.unit);
      return readUnit(services, request.params.key);
    },
  );
  app.get(
    '/api/manage/matters',
    {
      schema: {
        querystring: z.object({
          q: search,
          parent: keyShapes.matter.optional(),
          key: keyShapes.matter.optional(),
        }),
        response: { 200: matterList },
      },
    },
    async (request) => {
      await one(request, keepersOf.matter);
      return pageOfMatters(services, request.query);
    },
  );
  app.get(
    '/api/command/accounts',
    {
      schema: {
        querystring: z.object({
          q: search,
          unit: keyShapes.unit.optional(),
          role: z.enum(staffRoles).optional(),
          cursor: z.string().max(64).optional(),
          key: keyShapes.account.optional(),
        }),
        response: { 200: accounts },
      },
    },
    async (request) => {
      await one(request, keepersOf.account);
      return pageOfAccounts(services, request.query);
    },
  );
}

function changeRoutes(app: App, services: Services, one: One, by: By): void {
  app.post(
    '/api/manage/accounts/:key/reset',
    {
      schema: {
        params: z.object({ key: keyShapes.account }),
        body: whyRequest,
        response: { 201: activationIssued },
      },
    },
    async (request, reply) => {
      const person = await one(request, keepersOf.account);
      const activation = await resetAccount(services, by(person), request.params.key, request.body);
      return reply.status(201).send({ activation });
    },
  );

  // The auditor reads every change; an administrator those of the lists they work on.
  const readers = ['system-admin', 'security-admin', 'auditor'] as const;
  app.get(
    '/api/manage/changes',
    {
      schema: {
        querystring: z.object({
          list: z.enum(referenceLists).optional(),
          key: z.string().max(64).optional(),
          before: z.coerce.number().int().min(1).optional(),
        }),
        response: { 200: changeLog },
      },
    },
    async (request) => {
      const { actor } = await one(request, readers);
      const all = actor.roles.includes('auditor');
      const mine = (list: ReferenceList) => actor.roles.some((role) => keepersOf[list].includes(role));
      const lists = referenceLists.filter((list) => all || mine(list));
      return pageOfChanges(services, { lists, mine }, request.query);
    },
  );

  app.post(
    '/api/manage/changes/:id/undo/preview',
    { schema: { params: idParams, body: z.object({}).nullish(), response: { 200: changePreview } } },
    async (request) => {
      const person = await one(request, keepersOf.account);
      return previewUndo(services, by(person), request.params.id);
    },
  );
  app.post(
    '/api/manage/changes/:id/undo',
    { schema: { params: idParams, body: whyRequest, response: { 201: changePublished } } },
    async (request, reply) => {
      const person = await one(request, keepersOf.account);
      return reply.status(201).send(await undoChange(services, by(person), request.params.id, request.body));
    },
  );
}
