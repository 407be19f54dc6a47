import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageCrc } from '../collect/recordings/ogg.ts';

/** A second and a half as Chromium recorded it of its own test tone and test picture. */
export const recorded = (name: 'voice.webm' | 'video.webm' | 'voice.mp4' | 'video.mp4'): Promise<Buffer> =>
  readFile(join(import.meta.dirname, 'recordings', name));

const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeUInt32BE(value, 4 * i));
  return bytes;
};
const box = (type: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
};
const words = (text: string) => Buffer.from(text, 'latin1');

function track(id: number, handler: string, table: Buffer, beside: Buffer = Buffer.alloc(0)): Buffer {
  return box(
    'trak',
    box('tkhd', u32(0, 0, 0, id)),
    box(
      'mdia',
      box('mdhd', u32(0, 0, 0, 1000, 5000)),
      box('hdlr', u32(0, 0), words(handler)),
      box('minf', box('stbl', table)),
    ),
    beside,
  );
}

/** A sample table of one chunk of one sample. */
const oneSample = (offset: number, length: number): Buffer =>
  Buffer.concat([
    box('stsz', u32(0, 0, 1, length)),
    box('stsc', u32(0, 1, 1, 1, 1)),
    box('stco', u32(0, 1, offset)),
  ]);

/**
 * A video as a phone films it, of `seconds`, with the place where it stood in every corner a phone writes it to: of the file,
 * of a track, and in a track of positions along the way.
 */
export function phoneVideo({ seconds = 5, handler = 'vide' } = {}): Buffer {
  const picture = words('the picture itself');
  const positions = words('MARKER-ALONG-THE-WAY');
  const head = box('ftyp', words('qt  '), u32(0));
  const data = box('mdat', picture, positions);
  const start = head.length + 8;
  const moov = box(
    'moov',
    box('mvhd', u32(0, 0, 0, 600, 600 * seconds)),
    track(1, handler, oneSample(start, picture.length), box('udta', words('MARKER-OF-THE-TRACK'))),
    track(2, 'meta', oneSample(start + picture.length, positions.length)),
    box('udta', box('\xa9xyz', words('MARKER+22.5431+114.0579/'))),
    box('meta', words('MARKER com.apple.quicktime.location.ISO6709')),
  );
  return Buffer.concat([head, data, moov, box('uuid', words('MARKER-XMP'))]);
}

/** A sound in Ogg Opus whose comments tell where it was made. */
export function oggVoice({ seconds = 3 } = {}): Buffer {
  const page = (n: number, granule: number, body: Buffer): Buffer => {
    const lengths = [...Array.from({ length: Math.floor(body.length / 255) }, () => 255), body.length % 255];
    const head = Buffer.alloc(27);
    head.write('OggS', 'latin1');
    head.writeBigInt64LE(BigInt(granule), 6);
    head.writeUInt32LE(n, 18);
    head[26] = lengths.length;
    const whole = Buffer.concat([head, Buffer.from(lengths), body]);
    whole.writeUInt32LE(pageCrc(whole), 22);
    return whole;
  };
  const le = (n: number) => Buffer.from(u32(n).reverse());
  const comment = words('LOCATION=MARKER-AT-HOME');
  return Buffer.concat([
    page(0, 0, Buffer.concat([words('OpusHead\x01\x01\0\0'), le(48_000), Buffer.alloc(3)])),
    page(1, 0, Buffer.concat([words('OpusTags'), le(4), words('test'), le(1), le(comment.length), comment])),
    page(2, seconds * 48_000, words('the sound itself')),
  ]);
}
