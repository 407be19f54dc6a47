import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { addFile } from '../appeal/history-store.ts';
import { sha256 } from '../platform/crypto.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';

/** Longest side kept, in pixels: enough to read a number plate, a tenth of what a camera makes. */
const longest = 1920;
/** More pixels than any phone's camera has; beyond it a small file can be a bomb. */
const pixelLimit = 60_000_000;
const formats: readonly string[] = ['jpeg', 'png', 'webp', 'heif', 'gif'];

/** When and where it was taken, as the phone said; nothing of it where it said nothing. `takenAt` in ms. */
export type Taken = {
  readonly takenAt: number | null;
  readonly lat: number | null;
  readonly long: number | null;
};
export const untold: Taken = { takenAt: null, lat: null, long: null };

/**
 * Takes in a photo: what it is, is read from its bytes, not its name; it is drawn anew, so neither position nor anything
 * hidden in it is kept.
 * @throws Problem `photo-unreadable`
 */
export async function takePhoto(
  services: Pick<Services, 'files' | 'database' | 'clock'>,
  bytes: Buffer,
  taken: Taken = untold,
): Promise<string> {
  const { data, info } = await redraw(bytes);
  const id = randomUUID();
  await services.files.put(id, data);
  await addFile(services.database, {
    ...taken,
    id,
    kind: 'photo',
    type: 'image/webp',
    seconds: null,
    uploadedAt: services.clock(),
    sha256: sha256(data),
    bytes: data.length,
    width: info.width,
    height: info.height,
  });
  return id;
}

async function redraw(bytes: Buffer) {
  try {
    const image = sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error' });
    const { format } = await image.metadata();
    if (!formats.includes(format ?? '')) throw new Problem('photo-unreadable');
    return await image
      .rotate()
      .resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('photo-unreadable');
  }
}
