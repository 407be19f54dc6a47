import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';
import { lag, readBatch, type Reader } from './reader.ts';
import { placeEvents } from './sequencer.ts';

const pause = 20;

/** Places every event and reads it with these readers, here or in whichever process is at it; returns when none of them is behind. */
export async function catchUp(database: Database, readers: readonly Reader[]): Promise<void> {
  for (;;) {
    const placed = await database.owner.transaction(placeEvents);
    let read = 0;
    for (const reader of readers) read += await readBatch(database.owner.transaction, reader);
    if (placed + read > 0) continue;
    const behind = await lag(database);
    // Of other readers nobody may be at work: to wait for them could be for ever.
    if (behind.sequencer === 0 && readers.every(({ name }) => !behind.readers[name])) return;
    await sleep(pause);
  }
}
