import { type Found, isTiled, Unreadable } from './reading.ts';

// Names of WebM's elements (RFC 9559), as far as they matter here.
const docType = 0x4282;
const timestampScale = 0x2ad7b1;
const duration = 0x4489;
const trackType = 0x83;
const clusterTime = 0xe7;
const cluster = 0x1f43b675;
const segment = 0x18538067;
const blocks: readonly number[] = [0xa3, 0xa1];
/** Their parts are read one by one; all others are passed over. Header, segment, info, tracks, track, cluster, block group. */
const entered: readonly number[] = [0x1a45dfa3, segment, 0x1549a966, 0x1654ae6b, 0xae, cluster, 0xa0];
/** What tells of more than picture and sound: tags, attachments, chapters, title, file name, a track's name, what was left empty. */
const told: readonly number[] = [0x1254c367, 0x1941a469, 0x1043a770, 0x7ba9, 0x7384, 0x536e, 0xec];

type Element = {
  readonly id: number;
  readonly start: number;
  readonly body: number;
  readonly end: number | null;
};

/** @returns the element at a place; `end` is null where its writer did not know it yet */
function elementAt(bytes: Buffer, start: number): Element {
  const idLength = Math.clz32(bytes.readUInt8(start)) - 23;
  isTiled(idLength <= 4);
  const id = bytes.readUIntBE(start, idLength);
  const at = start + idLength;
  const length = Math.clz32(bytes.readUInt8(at)) - 23;
  isTiled(length <= 8);
  const size = vint(bytes, at, length);
  const body = at + length;
  return { id, start, body, end: size === 2 ** (7 * length) - 1 ? null : body + size };
}

/** A number without the bit that tells its length. Beyond 2^53 it is only large. */
function vint(bytes: Buffer, at: number, length: number): number {
  let value = bytes.readUInt8(at) & (0xff >> length);
  for (let i = 1; i < length; i += 1) value = value * 256 + bytes.readUInt8(at + i);
  return value;
}

const uint = (bytes: Buffer, from: number, to: number): number =>
  bytes.subarray(from, to).reduce((value, byte) => value * 256 + byte, 0);

/** Makes an element one of nothing (Void), of the same length. */
function empty(bytes: Buffer, start: number, end: number): void {
  const length = end - start;
  bytes.fill(0, start, end);
  bytes[start] = 0xec;
  if (length < 9) bytes[start + 1] = 0x80 | (length - 2);
  else {
    bytes[start + 1] = 0x01;
    bytes.writeUIntBE(length - 9, start + 3, 6);
  }
}

/**
 * Reads a video or sound in WebM, as most browsers record it, and empties what it tells beside picture and sound, in place.
 * @throws Unreadable
 */
export function readWebm(bytes: Buffer): Found {
  const seen = { doc: '', scale: 1e6, length: 0, base: 0, last: 0, types: new Set<number>() };
  for (let at = 0; at < bytes.length; ) {
    const element = elementAt(bytes, at);
    const { id, start, body, end } = element;
    isTiled(end === null ? id === segment || id === cluster : end <= bytes.length);
    if (entered.includes(id)) at = body;
    else {
      const to = end ?? bytes.length;
      note(bytes, element, to, seen);
      if (told.includes(id)) empty(bytes, start, to);
      at = to;
    }
  }
  if (seen.doc !== 'webm' && seen.doc !== 'matroska') throw new Unreadable();
  const seconds = (Math.max(seen.length, seen.last) * seen.scale) / 1e9;
  if (seen.types.has(1)) return { kind: 'video', type: 'video/webm', seconds };
  if (seen.types.has(2)) return { kind: 'voice', type: 'audio/webm', seconds };
  throw new Unreadable();
}

type Seen = { doc: string; scale: number; length: number; base: number; last: number; types: Set<number> };

function note(bytes: Buffer, { id, body }: Element, end: number, seen: Seen): void {
  if (blocks.includes(id)) {
    const track = Math.clz32(bytes.readUInt8(body)) - 23;
    seen.last = Math.max(seen.last, seen.base + bytes.readInt16BE(body + track));
  } else if (id === docType) seen.doc = bytes.toString('latin1', body, end).replaceAll('\0', '');
  else if (id === duration)
    seen.length = end - body === 4 ? bytes.readFloatBE(body) : bytes.readDoubleBE(body);
  else if (id === trackType) seen.types.add(uint(bytes, body, end));
  else if (id === timestampScale) seen.scale = uint(bytes, body, end);
  else if (id === clusterTime) seen.base = uint(bytes, body, end);
}
