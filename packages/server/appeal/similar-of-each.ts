import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import { type Filed, soughtTokens } from '@suban/text/similar/filed.ts';
import { unpack } from '@suban/text/similar/packed.ts';
import type { Tx } from '../platform/database.ts';
import { likeliest, type Other, type Similar } from './similar.ts';
import { joinedKey, keyIn, mostCompared, newestUnder, packedOf } from './similar-store.ts';

export type Own = { readonly key: AppealKey; readonly filed: Filed };

/**
 * What `findSimilar` finds for each of many appeals, of all there are: two reads for all of them, and each token and each
 * appeal that they share is read once.
 */
export async function findSimilarOfEach(
  tx: Tx,
  list: readonly Own[],
): Promise<(Own & { readonly similar: Similar[] })[]> {
  const sought = list.map(({ key, filed }) => ({ tokens: soughtTokens(filed), but: joinedKey(key) }));
  const newest = await newestUnder(tx, [...new Set(sought.flatMap(({ tokens }) => tokens))]);
  const found = shareMost(sought, newest);
  const others = await readOthers(tx, [...new Set(found.flat())]);
  return list.map((own, i) => ({
    ...own,
    similar: likeliest(
      own.filed,
      (found[i] ?? []).flatMap((joined) => others.get(joined) ?? []),
    ),
  }));
}

async function readOthers(tx: Tx, joined: readonly bigint[]): Promise<ReadonlyMap<bigint, Other>> {
  if (joined.length === 0) return new Map();
  const rows = await packedOf(tx, joined.map(keyIn));
  return new Map(
    rows.map(({ cohort, id, packed }) => {
      const key = { cohort: cohortOf(cohort), id: appealId(id) };
      return [joinedKey(key), { key, filed: unpack(packed) }];
    }),
  );
}

type Sought = { readonly tokens: readonly number[]; readonly but: bigint };

/** For each those that share most of its tokens, as `candidates` finds them: the newest of those that share as many. */
function shareMost(sought: readonly Sought[], newest: ReadonlyMap<number, readonly bigint[]>): bigint[][] {
  const all = BigInt64Array.from(new Set([...newest.values()].flat())).sort();
  const rankOf = new Map<bigint, number>();
  all.forEach((joined, rank) => {
    rankOf.set(joined, rank);
  });
  const ranks = new Map([...newest].map(([token, keys]) => [token, keys.map((key) => rankOf.get(key) ?? 0)]));
  const shared = new Uint16Array(all.length);
  return sought.map(({ tokens, but }) => {
    const met: number[] = [];
    for (const token of tokens) {
      for (const rank of ranks.get(token) ?? []) {
        if (shared[rank] === 0) met.push(rank);
        shared[rank] = (shared[rank] ?? 0) + 1;
      }
    }
    // Sharing most comes first, then what is newest: one number, as native sorting needs.
    const order = Float64Array.from(met, (rank) => (shared[rank] ?? 0) * all.length + rank).sort();
    for (const rank of met) shared[rank] = 0;
    const best: bigint[] = [];
    for (let i = order.length - 1; i >= 0 && best.length < mostCompared; i -= 1) {
      const joined = all[(order[i] ?? 0) % all.length] ?? 0n;
      if (joined !== but) best.push(joined);
    }
    return best;
  });
}
