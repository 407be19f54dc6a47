import { randomUUID } from 'node:crypto';
import { latitude, longitude } from '@suban/domain/fields.ts';
import { z } from 'zod';
import { addFile } from '../appeal/history-store.ts';
import { sha256 } from '../platform/crypto.ts';
import { photoBytes } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { type Taken, takePhoto, untold } from './photos.ts';
import { looksRecorded, readRecording } from './recordings/read.ts';

const minute = 60_000;
/** So far a phone's clock may be ahead, and so long a photo may wait on it for a network, in ms; else its time is not believed. */
const ahead = 5 * minute;
const longAgo = 30 * 24 * 60 * minute;

/** What a phone may say with a photo. */
export const takenFields = z.object({
  takenAt: z.iso.datetime({ offset: true }).optional(),
  lat: z.coerce.number().pipe(latitude).optional(),
  long: z.coerce.number().pipe(longitude).optional(),
});

/** @param now the server's, ms */
export function takenOf({ takenAt, lat, long }: z.infer<typeof takenFields>, now: number): Taken {
  const at = takenAt === undefined ? Number.NaN : Date.parse(takenAt);
  const believed = at >= now - longAgo && at <= now + ahead;
  const placed = lat !== undefined && long !== undefined;
  return {
    takenAt: believed ? Math.min(at, now) : null,
    ...(placed ? { lat, long } : { lat: null, long: null }),
  };
}

/**
 * Takes in a photo or a recording; which it is, its bytes say.
 * @throws Problem `photo-unreadable`, `photo-too-large`, `recording-unreadable`, `recording-too-long`
 */
export async function takeFile(
  services: Pick<Services, 'files' | 'database' | 'reference' | 'clock'>,
  bytes: Buffer,
  taken: Taken,
): Promise<string> {
  if (looksRecorded(bytes)) return await takeRecording(services, bytes);
  if (bytes.length > photoBytes) throw new Problem('photo-too-large');
  return await takePhoto(services, bytes, taken);
}

/** 语音、视频: kept as it was recorded, for drawing it anew is not to be had here; what it tells beside picture and sound is taken out. */
async function takeRecording(
  { files, database, reference, clock }: Pick<Services, 'files' | 'database' | 'reference' | 'clock'>,
  bytes: Buffer,
): Promise<string> {
  const found = readRecording(bytes);
  if (!found) throw new Problem('recording-unreadable');
  const { recordings } = reference().settings;
  const most = found.kind === 'voice' ? recordings.voiceSeconds : recordings.videoSeconds;
  // Whoever stops at the limit is a moment late.
  if (found.seconds > most + 1) throw new Problem('recording-too-long');
  const id = randomUUID();
  await files.put(id, bytes);
  const size = { bytes: bytes.length, sha256: sha256(bytes), width: null, height: null };
  await addFile(database, { ...untold, ...found, ...size, id, uploadedAt: clock() });
  return id;
}
