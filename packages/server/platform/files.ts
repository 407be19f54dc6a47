import { join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where pictures lie. Keys are ids, never names anybody sent. */
export type Files = {
  put(key: string, bytes: Buffer): Promise<void>;
  get(key: string): Promise<Uint8Array>;
};

/** On disk under the data folder. */
export function openFiles(dataDir: string): Files {
  const disk = new Disk(new FSDriver({ location: join(dataDir, 'files'), visibility: 'private' }));
  // Two letters of the id as a folder: no folder grows without bound.
  const path = (key: string) => `${key.slice(0, 2)}/${key}`;
  return {
    put: (key, bytes) => disk.put(path(key), bytes),
    get: (key) => disk.getBytes(path(key)),
  };
}
