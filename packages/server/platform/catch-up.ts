import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';
import { lag, readBatch, type Reader } from './reader.ts';
import { placeEvents } from './sequencer.ts';

const pause = 20;

/** Places and reads every event there is, here or in whichever process is at it, and returns when nobody is behind. */
export async function catchUp(database: Database, readers: readonly Reader[]): Promise<void> {
  for (;;) {
    const placed = await database.owner.transaction(placeEvents);
    let read = 0;
    for (const reader of readers) read += await readBatch(database, reader);
    if (placed + read > 0) continue;
    const behind = await lag(database);
    if (behind.sequencer === 0 && Object.values(behind.readers).every((n) => n === 0)) return;
    await sleep(pause);
  }
}
