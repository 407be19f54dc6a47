import { takeLock } from '../../platform/lock.ts';
import type { Services } from '../../platform/services.ts';
import { eraseCallers } from './store.ts';

const day = 24 * 3_600_000;
/** Numbers are kept for days: nobody needs them gone within the minute. In ms. */
const lookEvery = 60_000;
const batch = 500;
/** Between two batches of a backlog, so that it delays nobody. */
const rest = 200;

/** Erases callers' numbers that have been kept long enough; their calls stay counted. */
export function runErasing(
  services: Pick<Services, 'database' | 'reference' | 'clock'>,
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  return takeLock(
    services.database,
    'callers',
    async (own) => ((await eraseOld(services, own)) < batch ? lookEvery : rest),
    onError,
  );
}

/** One batch. @returns how many */
export function eraseOld(
  { reference, clock }: Pick<Services, 'reference' | 'clock'>,
  sql: Parameters<typeof eraseCallers>[0],
): Promise<number> {
  return eraseCallers(sql, clock() - reference().settings.keepCallerDays * day, batch);
}
