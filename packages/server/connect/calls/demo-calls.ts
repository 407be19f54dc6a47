import { inventPerson } from '@suban/demo-city/grammar/places.ts';
import { between, chance, type Rng, seeded, seedOf } from '@suban/demo-city/rng.ts';
import type { Call } from '@suban/domain/collect/calls.ts';
import { day, hour, startOfDay } from '@suban/domain/calendar/calendar.ts';
import { countCall } from '@suban/domain/indicators/calls.ts';
import type { Services } from '../../platform/services.ts';
import { demoExchange } from '../seed-city.ts';
import {
  addCallCounts,
  addCalls,
  someCallExists,
  hotlineCallers,
  type LineCount,
  operatorNamed,
} from './store.ts';

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
 * The telephone of the demo city's last month: a call for each case that came in by it, and those that were answered at
 * once or given up. A day that is there is left alone.
 * @returns how many calls were added
 */
export async function seedCalls(services: Services_): Promise<number> {
  const { database } = services;
  const now = services.clock();
  const reference = services.reference();
  const operator = await operatorNamed(database, 'operator');
  const today = startOfDay(reference.calendar, now);
  let added = 0;
  for (let from = today - days * day; from <= today; from += day) {
    const calls = await dayOf(services, from, now);
    const rows = calls.map((one) => ({
      ...asCall(one, operator, reference.settings.answerCallSeconds),
      partner: demoExchange,
      callId: one.id,
      phone: services.crypto.seal(one.phone),
      phoneKey: services.crypto.phoneKey(one.phone),
    }));
    const ids = calls.map(({ id }) => id);
    if (ids.length === 0 || (await someCallExists(database, demoExchange, ids))) continue;
    await database.scoped('all', async (tx) => {
      await addCalls(tx, rows);
      await addCallCounts(tx, countsOf(rows));
    });
    added += rows.length;
  }
  return added;
}

function asCall({ at, line, rings, talks }: DemoCall, operator: string | null, within: number): Call {
  const left = at + rings * second;
  const answered = talks > 0;
  return {
    line,
    operator,
    offeredAt: at,
    answeredAt: answered ? left : null,
    endedAt: answered ? left + talks * second : null,
    abandonedAt: answered ? null : left,
    within,
  };
}

/** One row for each line, measure and hour, of all lines together too. */
function countsOf(calls: readonly Call[]): LineCount[] {
  const sums = new Map<string, LineCount>();
  for (const call of calls)
    for (const line of ['', call.line])
      for (const count of countCall(call)) {
        const key = `${line}/${count.measure}/${count.hour}`;
        sums.set(key, { ...count, line, n: count.n + (sums.get(key)?.n ?? 0) });
      }
  return [...sums.values()];
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
