import { type Found, isTiled, Unreadable } from './reading.ts';

const hertz = 48_000;
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});

/** Ogg's own checksum of a page (RFC 3533), reckoned with the place where it stands empty. */
export function pageCrc(page: Buffer): number {
  let crc = 0;
  for (const byte of page) crc = ((crc << 8) ^ (crcTable[(crc >>> 24) ^ byte] ?? 0)) >>> 0;
  return crc;
}

type Page = { readonly start: number; readonly body: number; readonly end: number; readonly granule: number };

function pageAt(bytes: Buffer, start: number): Page {
  isTiled(bytes.toString('latin1', start, start + 4) === 'OggS');
  const segments = bytes.readUInt8(start + 26);
  const body = start + 27 + segments;
  const end = bytes.subarray(start + 27, body).reduce((sum, length) => sum + length, body);
  isTiled(body <= bytes.length && end <= bytes.length);
  const granule = bytes.readBigInt64LE(start + 6);
  return { start, body, end, granule: granule < 0n ? 0 : Number(granule) };
}

/**
 * Reads a sound in Ogg Opus, as Firefox records it, and blanks its comments (title, place, what else a programme wrote), in
 * place.
 * @throws Unreadable
 */
export function readOgg(bytes: Buffer): Found {
  let [last, skipped] = [0, 0];
  for (let at = 0, n = 0; at < bytes.length; n += 1) {
    const page = pageAt(bytes, at);
    if (n === 0) {
      isTiled(bytes.toString('latin1', page.body, page.body + 8) === 'OpusHead');
      skipped = bytes.readUInt16LE(page.body + 10);
    }
    if (n === 1) blankComments(bytes, page);
    last = Math.max(last, page.granule);
    at = page.end;
  }
  if (last === 0) throw new Unreadable();
  return { kind: 'voice', type: 'audio/ogg', seconds: Math.max(0, last - skipped) / hertz };
}

/** The second page holds the comments whole; a recording whose comments need more is none of a browser's. */
function blankComments(bytes: Buffer, { start, body, end }: Page): void {
  isTiled(bytes.toString('latin1', body, body + 8) === 'OpusTags');
  isTiled(bytes.readUInt8(body - 1) < 255);
  const vendor = bytes.readUInt32LE(body + 8);
  let at = body + 12 + vendor;
  const count = bytes.readUInt32LE(at);
  at += 4;
  for (let n = 0; n < count; n += 1) {
    const length = bytes.readUInt32LE(at);
    isTiled(at + 4 + length <= end);
    bytes.fill('x', at + 4, at + 4 + length, 'latin1');
    if (length > 1) bytes.write('=', at + 5, 'latin1');
    at += 4 + length;
  }
  // What follows the comments may hold anything, too.
  bytes.fill(0, at, end);
  bytes.writeUInt32LE(0, start + 22);
  bytes.writeUInt32LE(pageCrc(bytes.subarray(start, end)), start + 22);
}
