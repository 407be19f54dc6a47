import { blankSamples } from './mp4-samples.ts';
import { type Box, type Found, isTiled, Unreadable } from './reading.ts';

/** The boxes that lie side by side in a stretch of the file. @throws Unreadable where they do not fill it */
export function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const found: Box[] = [];
  for (let at = from; at < to; ) {
    isTiled(at + 8 <= to);
    const short = bytes.readUInt32BE(at);
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    const body = at + (short === 1 ? 16 : 8);
    isTiled(at + size >= body && at + size <= to);
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, body, end: at + size });
    at += size;
  }
  return found;
}

const named = (boxes: readonly Box[], type: string): Box | undefined =>
  boxes.find((box) => box.type === type);
const inside = (bytes: Buffer, box: Box | undefined): Box[] => (box ? boxesIn(bytes, box.body, box.end) : []);

/** What a camera writes beside the pictures: place, owner, device (`udta`, `meta`, `uuid`), and room left over. */
const told: readonly string[] = ['udta', 'meta', 'uuid', 'free', 'skip', 'wide'];
const handlers: Readonly<Record<string, 'picture' | 'sound'>> = { vide: 'picture', soun: 'sound' };

/** Makes a box one of nothing, of the same length: what points past it stays right. */
function empty(bytes: Buffer, { start, body, end }: Box): void {
  bytes.write('free', start + 4, 'latin1');
  bytes.fill(0, body, end);
}

type Track = {
  readonly id: number;
  readonly shows: 'picture' | 'sound' | null;
  readonly scale: number;
  readonly seconds: number;
};

/**
 * Reads a video or sound in MP4, as phones film it and some browsers record it, and empties what it tells beside picture
 * and sound, in place.
 * @throws Unreadable
 */
export function readMp4(bytes: Buffer): Found {
  const top = boxesIn(bytes, 0, bytes.length);
  const moov = named(top, 'moov');
  if (!moov) throw new Unreadable();
  const parts = inside(bytes, moov);
  const tracks = parts.filter(({ type }) => type === 'trak').map((trak) => trackOf(bytes, trak));
  const kinds = tracks.map(({ shows }) => shows);
  if (!kinds.includes('sound') && !kinds.includes('picture')) throw new Unreadable();
  const seconds = Math.max(
    duration(bytes, named(parts, 'mvhd')).seconds,
    ...tracks.map((track) => track.seconds),
    ...fragmentEnds(bytes, top, parts, tracks),
  );
  for (const box of [...top, ...parts]) if (told.includes(box.type)) empty(bytes, box);
  return kinds.includes('picture')
    ? { kind: 'video', type: 'video/mp4', seconds }
    : { kind: 'voice', type: 'audio/mp4', seconds };
}

/** Reads a track. One that is neither picture nor sound (a camera's positions along the way) is emptied, its data too. */
function trackOf(bytes: Buffer, trak: Box): Track {
  const parts = inside(bytes, trak);
  for (const box of parts) if (told.includes(box.type)) empty(bytes, box);
  const media = inside(bytes, named(parts, 'mdia'));
  const handler = named(media, 'hdlr');
  const header = named(parts, 'tkhd');
  if (!handler || !header) throw new Unreadable();
  const shows = handlers[bytes.toString('latin1', handler.body + 8, handler.body + 12)] ?? null;
  const id = bytes.readUInt32BE(header.body + (bytes[header.body] === 1 ? 20 : 12));
  const { scale, seconds } = duration(bytes, named(media, 'mdhd'));
  if (shows) return { id, shows, scale, seconds };
  const minf = inside(bytes, named(media, 'minf'));
  blankSamples(bytes, inside(bytes, named(minf, 'stbl')));
  empty(bytes, trak);
  return { id, shows, scale, seconds: 0 };
}

/** Of `mvhd` and `mdhd`, which begin alike: ticks a second, and the length in s; 0 where it is told elsewhere. */
function duration(bytes: Buffer, box: Box | undefined): { scale: number; seconds: number } {
  if (!box) return { scale: 0, seconds: 0 };
  const long = bytes[box.body] === 1;
  const scale = bytes.readUInt32BE(box.body + (long ? 20 : 12));
  const ticks = long ? Number(bytes.readBigUInt64BE(box.body + 24)) : bytes.readUInt32BE(box.body + 16);
  const unknown = ticks === (long ? Number(0xffffffffffffffffn) : 0xffffffff);
  return { scale, seconds: scale === 0 || unknown ? 0 : ticks / scale };
}

/** A recording that was written while it went on has its length in its last fragments. In s. */
function fragmentEnds(
  bytes: Buffer,
  top: readonly Box[],
  parts: readonly Box[],
  tracks: readonly Track[],
): number[] {
  const usual = new Map(
    inside(bytes, named(parts, 'mvex'))
      .filter(({ type }) => type === 'trex')
      .map(({ body }) => [bytes.readUInt32BE(body + 4), bytes.readUInt32BE(body + 12)]),
  );
  const fragments = top.filter(({ type }) => type === 'moof').flatMap((moof) => inside(bytes, moof));
  return fragments
    .filter(({ type }) => type === 'traf')
    .map((traf) => {
      const boxes = inside(bytes, traf);
      const head = named(boxes, 'tfhd');
      const start = named(boxes, 'tfdt');
      if (!head) throw new Unreadable();
      const track = tracks.find(({ id }) => id === bytes.readUInt32BE(head.body + 4));
      if (!track?.shows || track.scale === 0) return 0;
      const each = usualIn(bytes, head) ?? usual.get(track.id) ?? 0;
      const from = start ? startIn(bytes, start) : 0;
      const runs = boxes.filter(({ type }) => type === 'trun').map((run) => ticksIn(bytes, run, each));
      return (from + runs.reduce((sum, ticks) => sum + ticks, 0)) / track.scale;
    });
}

const startIn = (bytes: Buffer, { body }: Box): number =>
  bytes[body] === 1 ? Number(bytes.readBigUInt64BE(body + 4)) : bytes.readUInt32BE(body + 4);

const flagsOf = (bytes: Buffer, { body }: Box): number => bytes.readUIntBE(body + 1, 3);

function usualIn(bytes: Buffer, head: Box): number | null {
  const flags = flagsOf(bytes, head);
  const at = head.body + 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0);
  return flags & 8 ? bytes.readUInt32BE(at) : null;
}

/** How long the samples of a `trun` are together. */
function ticksIn(bytes: Buffer, run: Box, each: number): number {
  const flags = flagsOf(bytes, run);
  const count = bytes.readUInt32BE(run.body + 4);
  if (!(flags & 0x100)) return count * each;
  const first = run.body + 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0);
  const stride = 4 * [0x100, 0x200, 0x400, 0x800].filter((bit) => flags & bit).length;
  isTiled(first + count * stride <= run.end);
  let ticks = 0;
  for (let at = first; at < first + count * stride; at += stride) ticks += bytes.readUInt32BE(at);
  return ticks;
}
