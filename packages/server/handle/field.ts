import { mayReveal } from '@suban/domain/access.ts';
import type { Staff } from '@suban/domain/actors.ts';
import type { FieldOrder, FieldOrders } from '@suban/domain/api-field.ts';
import { abilities } from '@suban/domain/decide.ts';
import { appealId, cohortOf } from '@suban/domain/ids.ts';
import { redact } from '@suban/text/redact.ts';
import { nextClock } from '../appeal/clocks.ts';
import { matterName } from '../appeal/names.ts';
import { readCursor, scopeOf, writeCursor } from '../appeal/read-cases.ts';
import { queueKeys, start } from '../appeal/rows-store.ts';
import { numberOf } from '../appeal/run-command.ts';
import { type Loaded, loadAppeals } from '../appeal/store.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Services } from '../platform/services.ts';
import { fieldWords, withPhone } from './field-store.ts';
import { queueOf } from './lists.ts';

/** Of one request: with their words and row-level security each costs some 45 buffers. */
const atOnce = 10;

/** What this person's unit has in hand, to take along: the nearest deadline first. */
export async function readField(
  services: Services,
  actor: Staff,
  cursor: string | undefined,
): Promise<FieldOrders> {
  const reference = services.reference();
  return services.database.scoped(scopeOf(actor), async (tx) => {
    const of = queueOf(services, actor, 'in-hand');
    const rows = await queueKeys(tx, 'in-hand', of, readCursor(cursor, start), atOnce + 1);
    const shown = rows.slice(0, atOnce);
    const last = rows.length > atOnce ? shown.at(-1) : undefined;
    const keys = shown.map(({ cohort, id }) => ({ cohort: cohortOf(cohort), id: appealId(id) }));
    const nameOf = (key: { cohort: number; id: number }) => `${key.cohort}/${key.id}`;
    const words = Map.groupBy(await fieldWords(tx, keys), nameOf);
    const phones = new Set((await withPhone(tx, keys)).map(nameOf));
    const orders: FieldOrder[] = [];
    for (const loaded of await loadAppeals(tx, reference, keys)) {
      const { key } = loaded.appeal;
      const said = Object.fromEntries((words.get(nameOf(key)) ?? []).map(({ slot, body }) => [slot, body]));
      const view = orderView(reference, actor, loaded, said, services.clock());
      if (view) orders.push({ ...view, mayCall: view.mayCall && phones.has(nameOf(key)) });
    }
    return { orders, next: last ? writeCursor([last.sort, last.cohort, last.id]) : null };
  });
}

function orderView(
  reference: Reference,
  actor: Staff,
  { appeal, place }: Loaded,
  said: Readonly<Record<string, string | null>>,
  now: number,
): FieldOrder | null {
  if (appeal.state !== 'dispatched') return null;
  const masked = (slot: string) => (said[slot] ? redact(said[slot]) : null);
  return {
    number: numberOf(reference, appeal),
    title: masked('title') ?? '',
    body: masked('body') ?? '',
    kind: appeal.kind,
    urgency: appeal.urgency,
    orderState: appeal.order.state,
    matter: matterName(reference, appeal.matter),
    address: masked('address'),
    lat: place.lat,
    long: place.long,
    clock: nextClock(appeal, reference, now),
    evidence: [...(reference.matters.get(appeal.matter ?? '')?.evidence ?? [])],
    contacted: appeal.order.contactedAt !== null,
    mayCall: mayReveal(actor, appeal),
    findings: appeal.order.state === 'working' ? masked('findings') : null,
    abilities: abilities(appeal, actor),
  };
}
