import learnt from '../weights/events.json' with { type: 'json' };
import type { KeyCounts } from './rarity.ts';

/**
 * Weights for the two questions, whose sums are log-odds: are these two appeals one event (`pair`), and does this appeal
 * belong to that event (`link`)? Learnt by train/events.ts.
 */
export const { pair: pairWeights, link: linkWeights } = learnt;

let counted: KeyCounts | undefined;

/** In how many of the public messages of one city each key was found; keys of fewer than three are left out. */
export function learntCounts(): KeyCounts {
  counted ??= { texts: learnt.texts, withKey: unpackCounts(learnt.counts) };
  return counted;
}

/** Keys ascend and counts follow them, both as variable-length integers, the keys as steps; base64. */
export function packCounts(counts: ReadonlyMap<number, number>): string {
  const bytes: number[] = [];
  const put = (value: number): void => {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
    bytes.push(rest);
  };
  let last = 0;
  for (const [key, count] of [...counts].sort(([a], [b]) => a - b)) {
    put(key - last);
    put(count);
    last = key;
  }
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}

export function unpackCounts(packed: string): Map<number, number> {
  const values: number[] = [];
  let value = 0;
  let shift = 0;
  for (const unit of atob(packed)) {
    const byte = unit.charCodeAt(0);
    value |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte > 0x7f) continue;
    values.push(value);
    value = 0;
    shift = 0;
  }
  const counts = new Map<number, number>();
  let key = 0;
  for (let at = 0; at + 1 < values.length; at += 2) counts.set((key += values[at] ?? 0), values[at + 1] ?? 0);
  return counts;
}
