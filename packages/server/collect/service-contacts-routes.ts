import { type ServiceContactPage, serviceContactPage } from '@suban/domain/api-records.ts';
import type { Staff } from '@suban/domain/actors.ts';
import { day, startOfDay } from '@suban/domain/calendar/calendar.ts';
import { type ServiceContactRequest, serviceContactRequest } from '@suban/domain/collect/requests.ts';
import { appealId, cohortOf } from '@suban/domain/ids.ts';
import { redact } from '@suban/text/redact.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { iso, matterName } from '../appeal/names.ts';
import { keyOf, scopeOf } from '../appeal/read-cases.ts';
import { numberOf } from '../appeal/run-command.ts';
import { loadAppeal } from '../appeal/store.ts';
import { ownCall } from '../connect/calls/desk-call.ts';
import type { Person, Who } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { addServiceContact, countServiceContacts, serviceContacts } from './service-contacts-store.ts';

const pageSize = 30;

/** 服务记录: what an operator answered on the call. */
export function serviceContactRoutes(app: App, services: Services, who: Who): void {
  const operator = async (request: FastifyRequest): Promise<Person> => {
    const person = await who.staff(request);
    if (!person.actor.roles.includes('operator')) throw new Problem('not-allowed');
    return person;
  };

  app.post(
    '/api/desk/service-contacts',
    { schema: { body: serviceContactRequest, response: { 200: z.object({ today: z.number() }) } } },
    async (request) => keep(services, (await operator(request)).actor, request.body),
  );

  app.get(
    '/api/desk/service-contacts',
    {
      schema: {
        querystring: z.object({
          before: z.iso.datetime({ offset: true }).optional(),
          day: z.iso.date().optional(),
        }),
        response: { 200: serviceContactPage },
      },
    },
    async (request) => list(services, (await operator(request)).actor, request.query),
  );
}

/** @throws Problem `matter-unknown`, `call-unknown`, `not-found` for the number of no appeal */
async function keep(
  services: Services,
  actor: Staff,
  request: ServiceContactRequest,
): Promise<{ today: number }> {
  const { requestId, channel, text, matter, number, call } = request;
  const reference = services.reference();
  if (matter !== undefined && reference.matters.get(matter)?.level !== 3) throw new Problem('matter-unknown');
  const key = number === undefined ? null : keyOf(number);
  if (call !== undefined) await ownCall(services, actor, call);
  return services.database.scoped(scopeOf(actor), async (tx) => {
    if (key && !(await loadAppeal(tx, reference, key))) throw new Problem('not-found');
    await addServiceContact(tx, {
      id: requestId,
      at: services.clock(),
      account: actor.account,
      unit: actor.unit.id,
      channel,
      matter: matter ?? null,
      appeal: key,
      body: text,
      call: call ?? null,
    });
    return { today: await countServiceContacts(tx, ...todayOf(services)) };
  });
}

type Asked = { readonly before?: string | undefined; readonly day?: string | undefined };

/** @param asked `day`: only that day's, in the city's own time */
function list(services: Services, actor: Staff, { before, day: only }: Asked): Promise<ServiceContactPage> {
  const reference = services.reference();
  return services.database.scoped(scopeOf(actor), async (tx) => {
    const { offsetMinutes } = reference.calendar;
    const from = only === undefined ? 0 : Date.parse(`${only}T00:00:00Z`) - offsetMinutes * 60_000;
    const end = only === undefined ? services.clock() + 1 : from + day;
    const until = before === undefined ? end : Math.min(end, Date.parse(before));
    const rows = await serviceContacts(tx, actor.unit.id, from, until, pageSize + 1);
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    return {
      items: page.map((row) => ({
        at: iso(row.at),
        channel: row.channel,
        matter: row.matter === null ? null : matterName(reference, row.matter),
        text: redact(row.body),
        byName: row.by_name ?? '',
        number:
          row.cohort === null || row.appeal === null || row.filed_at === null
            ? null
            : numberOf(reference, {
                key: { cohort: cohortOf(row.cohort), id: appealId(row.appeal) },
                filedAt: row.filed_at,
              }),
      })),
      next: rows.length > pageSize && last ? iso(last.at) : null,
      today: await countServiceContacts(tx, ...todayOf(services)),
    };
  });
}

function todayOf({ reference, clock }: Pick<Services, 'reference' | 'clock'>): [from: number, to: number] {
  const from = startOfDay(reference().calendar, clock());
  return [from, from + day];
}
