import type { Rng } from '@suban/demo-city/rng.ts';
import type { AppealKey } from '@suban/domain/ids.ts';

/** Somebody files (`key` is null) or looks at an appeal, at a moment in ms. */
export type Item = {
  readonly at: number;
  readonly index: number;
  readonly key: AppealKey | null;
  readonly looks: number;
  readonly rng: Rng;
  readonly matter: string;
  /** The number of an earlier appeal about the same, which this one may follow. */
  readonly other: string | null;
};

/** What is to come, by strides of the clock. @param stride in ms */
export function createAgenda(stride: number) {
  const buckets = new Map<number, Item[]>();
  return {
    add(item: Item): void {
      const end = Math.ceil(item.at / stride) * stride;
      const bucket = buckets.get(end);
      if (bucket) bucket.push(item);
      else buckets.set(end, [item]);
    },
    /** Is nothing to come any more? */
    isEmpty: (): boolean => buckets.size === 0,
    /** What is to be done in the stride that ends at this moment, taken off. */
    take(end: number): Item[] {
      const bucket = buckets.get(end) ?? [];
      buckets.delete(end);
      return bucket;
    },
  };
}
