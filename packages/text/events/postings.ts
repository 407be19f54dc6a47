import { type BytesIn, type BytesOut, bytesOf } from './bytes.ts';

/** Newest entries kept under one token. */
const WAYS = 8;

/**
 * Which numbers were filed under a token of late, in a table of fixed size: a bucket keeps its newest entries and
 * forgets older ones, whatever token they came under. So memory is bounded, and what nobody speaks of any more goes.
 */
export type Postings = {
  file(tokens: readonly number[], entry: number): void;
  /** entry → how many of the tokens it was found under; now and then one that was filed under another token. */
  find(tokens: readonly number[]): Map<number, number>;
  save(out: BytesOut): void;
  restore(from: BytesIn): void;
};

/** @param buckets a power of two; each takes 32 bytes. Entries are numbers from 1 to 2³² − 1. */
export function startPostings(buckets: number): Postings {
  const table = new Uint32Array(buckets * WAYS);
  const bucketOf = (token: number): number => ((token ^ (token >>> 15)) & (buckets - 1)) * WAYS;
  return {
    file(tokens, entry) {
      for (const token of tokens) {
        const start = bucketOf(token);
        let end = start;
        while (end < start + WAYS - 1 && table[end] !== entry) end++;
        table.copyWithin(start + 1, start, end);
        table[start] = entry;
      }
    },
    find(tokens) {
      const found = new Map<number, number>();
      for (const token of tokens) {
        const start = bucketOf(token);
        for (let at = start; at < start + WAYS && table[at]; at++) {
          const entry = table[at] ?? 0;
          found.set(entry, (found.get(entry) ?? 0) + 1);
        }
      }
      return found;
    },
    // Only the buckets in use: a small city's table is all but empty.
    save(out) {
      const used: number[] = [];
      for (let start = 0; start < table.length; start += WAYS) if (table[start]) used.push(start);
      const packed = new Uint32Array(used.length * WAYS);
      for (const [index, start] of used.entries())
        packed.set(table.subarray(start, start + WAYS), index * WAYS);
      out.bytes(bytesOf(Uint32Array.from(used)));
      out.bytes(bytesOf(packed));
    },
    restore(from) {
      const used = new Uint32Array(from.bytes().buffer);
      const packed = new Uint32Array(from.bytes().buffer);
      for (const [index, start] of used.entries())
        table.set(packed.subarray(index * WAYS, (index + 1) * WAYS), start);
    },
  };
}
