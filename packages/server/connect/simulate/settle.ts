import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../platform/database.ts';
import { openJobs } from '../../platform/queue.ts';
import { lag } from '../../platform/reader.ts';
import type { Services } from '../../platform/services.ts';

const lookEvery = 20;

/** Waits until every event is read and every job done, by whichever process does it. */
export async function settleCity({ database }: Pick<Services, 'database'>): Promise<void> {
  while (!(await isSettled(database))) await sleep(lookEvery);
}

async function isSettled(database: Database): Promise<boolean> {
  const behind = await lag(database);
  const read = behind.sequencer === 0 && Object.values(behind.readers).every((n) => n === 0);
  return read && (await openJobs(database.owner)) === 0;
}
