import { inventPerson } from '@suban/demo-city/grammar/places.ts';
import { between, chance, type Rng, seeded, seedOf } from '@suban/demo-city/rng.ts';
import type { CallEventRequest } from '@suban/domain/collect/calls.ts';
import { day, hour, startOfDay } from '@suban/domain/calendar/calendar.ts';
import type { Services } from '../../platform/services.ts';
import { demoExchange } from '../seed-city.ts';
import { callExists, hotlineCallers } from './store.ts';
import { takeCall } from './take-call.ts';

type Services_ = Pick<Services, 'database' | 'crypto' | 'reference' | 'clock'>;
type DemoCall = {
  readonly id: string;
  readonly at: number;
  readonly phone: string;
  readonly line: string;
  readonly rings: number;
  readonly talks: number;
};

const days = 30;
/** Calls in each hour of a day, on average: two peaks, and a quiet night. */
const perHour = [1, 0, 0, 0, 0, 0, 0, 1, 3, 5, 5, 4, 2, 2, 4, 4, 4, 3, 3, 2, 2, 2, 1, 1];
const givenUp = 0.035;
const second = 1_000;

/**
 * The telephone of the demo city's last month, told as an exchange tells it: a call for each case that came in by it, and
 * those that were answered at once or given up. A day that is there is left alone.
 * @returns how many calls were added
 */
export async function seedCalls(services: Services_): Promise<number> {
  const now = services.clock();
  const today = startOfDay(services.reference().calendar, now);
  let added = 0;
  for (let from = today - days * day; from <= today; from += day) {
    const calls = await dayOf(services, from, now);
    const [first, ...others] = calls;
    if (!first || (await callExists(services.database, demoExchange, first.id))) continue;
    for (const call of others) await tell(services, call);
    // Last: it says that its day is whole.
    await tell(services, first);
    added += calls.length;
  }
  return added;
}

async function dayOf(services: Services_, from: number, now: number): Promise<DemoCall[]> {
  const callers = await hotlineCallers(services.database.owner, from, from + day);
  const filed = callers.map(({ cohort, id, filedAt, phone }): DemoCall => {
    const rng = seeded(seedOf(`call/${cohort}/${id}`));
    const one = ring(rng, `demo-case-${cohort}-${id}`, filedAt, services.crypto.open(phone));
    // It was written down while they spoke.
    return { ...one, rings: Math.min(one.rings, 20), at: filedAt - (one.rings + 45) * second, line: '12345' };
  });
  const others = perHour.flatMap((mean, at) => {
    const start = from + at * hour;
    const rng = seeded(seedOf(`calls/${start}`));
    return Array.from({ length: between(rng, 0, mean * 2) }, (_, n) =>
      ring(rng, `demo-${start}-${n}`, start + between(rng, 0, 3_599) * second, inventPerson(rng).phone),
    );
  });
  return [...filed, ...others].filter(({ at, rings, talks }) => at + (rings + talks) * second < now);
}

/** `talks` is 0 for a call that was given up. */
function ring(rng: Rng, id: string, at: number, phone: string): DemoCall {
  const lost = !id.startsWith('demo-case') && chance(rng, givenUp);
  return {
    id,
    at,
    phone,
    line: chance(rng, 0.15) ? '12319' : '12345',
    rings: lost ? between(rng, 12, 60) : chance(rng, 0.92) ? between(rng, 2, 14) : between(rng, 16, 45),
    talks: lost ? 0 : between(rng, 70, 420),
  };
}

async function tell(services: Services_, { id, at, phone, line, rings, talks }: DemoCall): Promise<void> {
  const news = (event: CallEventRequest['event'], seconds: number) =>
    takeCall(services, demoExchange, {
      callId: id,
      event,
      at: new Date(at + seconds * second).toISOString(),
      phone,
      line,
      operator: 'operator',
    });
  await news('offered', 0);
  if (talks === 0) return void (await news('abandoned', rings));
  await news('answered', rings);
  await news('ended', rings + talks);
}
