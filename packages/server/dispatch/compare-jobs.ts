import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import { z } from 'zod';
import { asSystem } from '../appeal/as-system.ts';
import { numberOf } from '../appeal/run-command.ts';
import { loadAppeal } from '../appeal/store.ts';
import { derivedUuid } from '../connect/derived-id.ts';
import { type Job, job } from '../platform/queue.ts';
import type { Services } from '../platform/services.ts';

type Services_ = Pick<Services, 'database' | 'reference' | 'clock'>;

const keyField = z
  .object({ cohort: z.int(), id: z.int() })
  .transform(({ cohort, id }): AppealKey => ({ cohort: cohortOf(cohort), id: appealId(id) }));

/** What comes of comparing a new appeal, each a command of the system's that is done once. */
export const compareJobs = (services: Services_): Job[] => [
  job('note-repeat', z.object({ key: keyField, of: z.string() }), async ({ key, of }) => {
    await asSystem(services, key, {
      type: 'note-repeat',
      request: { requestId: idOf('note-repeat', key), of },
    });
  }),
  job(
    'merge-claimed',
    z.object({ key: keyField, into: z.string(), chance: z.number() }),
    async ({ key, into, chance }) => {
      const request = { requestId: idOf('merge-claimed', key), into, chance };
      await asSystem(services, key, { type: 'merge-claimed', request });
    },
  ),
  // Once for what was answered, whichever is the first to report it again.
  job('note-recurred', z.object({ earlier: keyField, later: keyField }), async ({ earlier, later }) => {
    const by = await numberOfKey(services, later);
    if (by === null) return;
    const request = { requestId: idOf('note-recurred', earlier), by };
    await asSystem(services, earlier, { type: 'note-recurred', request });
  }),
];

const idOf = (type: string, { cohort, id }: AppealKey): string => derivedUuid(type, cohort, id);

async function numberOfKey({ database, reference }: Services_, key: AppealKey): Promise<string | null> {
  const loaded = await database.scoped('all', (tx) => loadAppeal(tx, reference(), key));
  return loaded && numberOf(reference(), loaded.appeal);
}
