import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import { z } from 'zod';
import { asSystem } from '../appeal/as-system.ts';
import { loadAppeal } from '../appeal/store.ts';
import { derivedUuid } from '../connect/derived-id.ts';
import { type Job, job } from '../platform/queue.ts';
import type { Services } from '../platform/services.ts';
import { spreadRecompute } from './recompute-store.ts';
import { rewatch } from './sweep.ts';

type Services_ = Pick<Services, 'database' | 'reference' | 'clock'>;

const minute = 60_000;

/** What follows the publication of a year's calendar: the open clocks that run into it are reckoned anew. */
export const recomputeJobs = (services: Services_): Job[] => [
  job('recompute-clocks', z.object({ year: z.int(), reference: z.int() }), async ({ year, reference }) => {
    const { calendar } = fresh(services, reference);
    const from = Date.UTC(year, 0, 1) - calendar.offsetMinutes * minute;
    await spreadRecompute(services.database.background, from, reference);
  }),
  job(
    'recompute-some',
    z.object({ reference: z.int(), keys: z.array(z.object({ cohort: z.int(), id: z.int() })) }),
    async ({ reference, keys }) => {
      fresh(services, reference);
      for (const { cohort, id } of keys)
        await recompute(services, { cohort: cohortOf(cohort), id: appealId(id) });
    },
  ),
];

/** @throws Error when this process does not have it yet; the queue tries again in seconds */
function fresh({ reference }: Services_, least: number) {
  const current = reference();
  if (current.version < least) throw new Error(`reference data ${current.version} is older than ${least}`);
  return current;
}

/** Its order's clocks, and when the system has next to look at it. */
async function recompute(services: Services_, key: AppealKey): Promise<void> {
  const loaded = await services.database.scoped('all', (tx) => loadAppeal(tx, services.reference(), key));
  if (!loaded) return;
  const { version } = loaded.appeal;
  const requestId = derivedUuid('recompute', key.cohort, key.id, version);
  const after = await asSystem(services, key, { type: 'recompute', request: { requestId } });
  if (after === null || after.version === version) await rewatch(services, { key, version });
}
