import stored from '../weights/reply.json' with { type: 'json' };
import type { Rarity, RelevanceModel } from './relevance.ts';

/** Rarities are kept in so many parts of one, a byte each. */
const PARTS = 40;

/** What `train/reply.ts` writes: base64 of the hashes (32 bits, little-endian) and of the rarities in their order. */
type Stored = Omit<RelevanceModel, 'rarity'> & { readonly hashes: string; readonly rarities: string };

let loaded: RelevanceModel | undefined;

/** The trained model, unpacked when first asked for. */
export function relevanceModel(): RelevanceModel {
  loaded ??= unpack(stored);
  return loaded;
}

export function unpack({ hashes, rarities, ...rest }: Stored): RelevanceModel {
  const keys = new DataView(bytesOf(hashes).buffer);
  const rarity = new Map<number, number>();
  for (const [i, parts] of bytesOf(rarities).entries())
    rarity.set(keys.getUint32(i * 4, true), parts / PARTS);
  return { ...rest, rarity };
}

export function pack({ rarity, ...rest }: RelevanceModel): Stored {
  const kept = [...rarity].sort(([a], [b]) => a - b);
  const keys = new DataView(new ArrayBuffer(kept.length * 4));
  for (const [i, [hash]] of kept.entries()) keys.setUint32(i * 4, hash, true);
  const parts = Uint8Array.from(kept, ([, value]) => Math.round(value * PARTS));
  return { ...rest, hashes: base64(new Uint8Array(keys.buffer)), rarities: base64(parts) };
}

/** The rarities of grams found in at least this many of `texts`: rarer ones would come to `rarest` anyway. */
export function rarityTable(found: ReadonlyMap<number, number>, texts: number, rarest: number): Rarity {
  const table = new Map<number, number>();
  for (const [hash, times] of found) {
    const value = Math.log((texts + 1) / (times + 0.5));
    if (value < rarest) table.set(hash, Math.max(0, value));
  }
  return table;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
