import type { Sql } from '../platform/database.ts';
import { takeLock } from '../platform/lock.ts';
import type { Services } from '../platform/services.ts';
import { dropUnclaimed, eraseRecordings, unclaimedFiles } from './tidy-store.ts';

const hour = 3_600_000;
/** What is sent while a request is being written is claimed within the day; a phone that comes later sends it again. */
const claimWithin = 24 * hour;
const lookEvery = 10 * 60_000;
const batch = 200;
/** Between two batches of a backlog, so that it delays nobody, in ms. */
const rest = 200;

type Needs = Pick<Services, 'database' | 'reference' | 'clock' | 'files'>;

/** Removes files that came with no appeal, and recordings that have been kept long enough. */
export function runTidying(
  services: Needs,
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  return takeLock(
    services.database,
    'files',
    async (own) => ((await tidyFiles(services, own)) < batch ? lookEvery : rest),
    onError,
  );
}

/** One batch of each. @returns how many of the more */
export async function tidyFiles(
  { reference, clock, files }: Omit<Needs, 'database'>,
  sql: Sql,
): Promise<number> {
  const now = clock();
  const loose = await unclaimedFiles(sql, now - claimWithin, batch);
  const dropped = await dropUnclaimed(
    sql,
    loose.map(({ id }) => id),
  );
  const { keepDays } = reference().settings.recordings;
  const old = await eraseRecordings(sql, now - keepDays * 24 * hour, now, batch);
  // The row first: should the process die here, a file lies about that nobody can ask for, never a row without its file.
  for (const { id } of [...dropped, ...old]) await files.remove(id);
  return Math.max(loose.length, old.length);
}
