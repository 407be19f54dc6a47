import { readMp4 } from './mp4.ts';
import { readOgg } from './ogg.ts';
import type { Found } from './reading.ts';
import { readWebm } from './webm.ts';

/** What browsers record and phones film, by the bytes each begins with; not by a name or a type anybody claims. */
const containers: readonly (readonly [at: number, magic: string, read: (bytes: Buffer) => Found])[] = [
  [0, '\x1a\x45\xdf\xa3', readWebm],
  [4, 'ftyp', readMp4],
  [0, 'OggS', readOgg],
];
/** Pictures in the same container as MP4 (HEIC, AVIF): brands of ISO 23008-12. */
const pictures = /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1|avif|avis)$/;

/** Does it begin as a recording does? (Whether it is one, reading it tells.) */
export function looksRecorded(bytes: Buffer): boolean {
  return readerOf(bytes) !== null;
}

function readerOf(bytes: Buffer) {
  const brand = bytes.toString('latin1', 8, 12);
  const found = containers.find(([at, magic]) => bytes.toString('latin1', at, at + magic.length) === magic);
  return !found || (found[1] === 'ftyp' && pictures.test(brand)) ? null : found[2];
}

/**
 * Reads a recording and takes from it, in place, what it tells beside picture and sound.
 * @returns null where it is none, is cut short or says nothing of its length
 */
export function readRecording(bytes: Buffer): Found | null {
  try {
    const found = readerOf(bytes)?.(bytes);
    return found && Number.isFinite(found.seconds) && found.seconds > 0 ? found : null;
  } catch {
    // Whatever runs over the edge of a broken file: it cannot be read.
    return null;
  }
}
