import type { Kind } from '@suban/domain/appeal.ts';
import { isAutomatic, type Untouched } from '@suban/domain/dispatch/automatic.ts';
import { type AppealKey, appealId, cohortOf, matterCode, unitId } from '@suban/domain/ids.ts';
import type { Settings } from '@suban/domain/settings.ts';
import { z } from 'zod';
import { asSystem } from '../appeal/as-system.ts';
import { derivedUuid } from '../connect/derived-id.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Option } from '../people/suggest.ts';
import { wantsPerson } from '../people/wants-person.ts';
import { type Job, job } from '../platform/queue.ts';
import type { Services } from '../platform/services.ts';

/** The suggestion the system may follow by itself, or null. */
export function automaticOption(
  reference: Pick<Reference, 'matters' | 'units'>,
  [best]: readonly Option[],
  text: { readonly title: string; readonly body: string },
  facts: Untouched & { readonly kind: Kind },
  settings: Pick<Settings, 'automaticDispatch' | 'alertWords'>,
): Option | null {
  const matter = best && reference.matters.get(best.matter);
  const unit = best && reference.units.get(best.unit);
  if (!matter || !unit || unit.kind === 'dispatch-centre') return null;
  return isAutomatic(facts, matter, best.confidence, settings) && !wantsPerson(text, facts.kind, settings)
    ? best
    : null;
}

export type AutomaticJob = {
  readonly key: AppealKey;
  readonly unit: number;
  readonly matter: string;
  readonly confidence: number;
};

/** What the reader leaves to be done: given again after a crash it is the same request, so that it is done once. */
export const automaticJobs = (services: Pick<Services, 'database' | 'reference' | 'clock'>): Job[] => [
  job(
    'dispatch-automatically',
    z.object({
      key: z.object({ cohort: z.int(), id: z.int() }),
      unit: z.int(),
      matter: z.string(),
      confidence: z.number(),
    }),
    async ({ key: { cohort, id }, unit, matter, confidence }) => {
      const key = { cohort: cohortOf(cohort), id: appealId(id) };
      const requestId = derivedUuid('dispatch-automatically', cohort, id);
      await asSystem(services, key, {
        type: 'dispatch-automatically',
        request: { requestId, unit: unitId(unit), matter: matterCode(matter), confidence },
      });
    },
  ),
];
