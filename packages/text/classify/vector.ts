import type { Source } from './grams.ts';

/** The grams a block knows: the row of each, and how rare it is among the messages (inverse document frequency). */
export type Vocabulary = { readonly keys: Uint32Array; readonly rarity: Float32Array };

/** One kind of gram of a view. `share` is the length of its vector, so what it weighs beside the view's other blocks. */
export type Block = Source & Vocabulary & { readonly share: number };

/** Rows, values and counts of one block's vector; what lies beyond `size` is left over from an earlier message. */
export type Vector = {
  size: number;
  readonly rows: Uint32Array;
  readonly values: Float64Array;
  readonly times: Uint32Array;
};

/** Finds the row of a gram's hash, or −1 for one that is not known. */
export type Lookup = (key: number) => number;

const EMPTY = 0xffffffff;

/** Open addressing, at most half full. */
export function buildLookup(keys: Uint32Array): Lookup {
  const size = 2 ** Math.ceil(Math.log2(2 * keys.length + 2));
  const slots = new Uint32Array(size).fill(EMPTY);
  const mask = size - 1;
  for (const [row, key] of keys.entries()) {
    let slot = key & mask;
    while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    slots[slot] = row;
  }
  return (key) => {
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const row = slots[slot] ?? EMPTY;
      if (row === EMPTY) return -1;
      if (keys[row] === key) return row;
    }
  };
}

/** Gathers the rows a message has in a block; `take` gives the vector and starts afresh. */
export type Gatherer = { readonly count: (row: number) => void; readonly take: () => Vector };

/** (1 + ln count) × rarity, scaled so that the block's vector has the length `share`. The next `take` overwrites it. */
export function buildGatherer({ keys, rarity, share }: Block): Gatherer {
  const counts = new Uint32Array(keys.length);
  const rows = new Uint32Array(keys.length);
  const values = new Float64Array(keys.length);
  const times = new Uint32Array(keys.length);
  const vector = { size: 0, rows, values, times };
  let size = 0;
  const count = (row: number): void => {
    if (counts[row] === 0) rows[size++] = row;
    counts[row] = (counts[row] ?? 0) + 1;
  };
  const take = (): Vector => {
    vector.size = size;
    size = 0;
    let square = 0;
    for (let k = 0; k < vector.size; k += 1) {
      const row = rows[k] ?? 0;
      times[k] = counts[row] ?? 1;
      counts[row] = 0;
      const value = (1 + Math.log(times[k] ?? 1)) * (rarity[row] ?? 0);
      values[k] = value;
      square += value * value;
    }
    const scale = square > 0 ? share / Math.sqrt(square) : 0;
    for (let k = 0; k < vector.size; k += 1) values[k] = (values[k] ?? 0) * scale;
    return vector;
  };
  return { count, take };
}
