import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where pictures and recordings lie. Keys are ids, never names anybody sent. */
export type Files = {
  put(key: string, bytes: Buffer): Promise<void>;
  get(key: string): Promise<Uint8Array>;
  /** The bytes from one to another, both included. */
  part(key: string, from: number, to: number): Readable;
  /** Gone for good; nothing happens where there is nothing. */
  remove(key: string): Promise<void>;
};

/** On disk under the data folder. */
export function openFiles(dataDir: string): Files {
  const location = join(dataDir, 'files');
  const disk = new Disk(new FSDriver({ location, visibility: 'private' }));
  // Two letters of the id as a folder: no folder grows without bound.
  const path = (key: string) => `${key.slice(0, 2)}/${key}`;
  return {
    put: (key, bytes) => disk.put(path(key), bytes),
    get: (key) => disk.getBytes(path(key)),
    part: (key, from, to) => createReadStream(join(location, path(key)), { start: from, end: to }),
    remove: (key) => disk.delete(path(key)),
  };
}
