import type { Words } from '../classify/document.ts';

/** Length of the runs of characters compared. */
const RUN = 6;

/** The part of the shorter one's runs that must be shared, and how many at least. */
const SHARED_PART = 0.45;
const SHARED_LEAST = 15;

/** Runs that more rows have say nothing. */
const COMMON = 30;

/** For each of `rows` (by index), those of `others` that are the same message, whatever was lost of either. */
export function sameMessages<T extends Words>(
  rows: readonly Words[],
  others: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const runs = rows.map((row) => runsOf(row));
  const owners = new Map<string, number[]>();
  for (const [index, own] of runs.entries())
    for (const run of own) {
      const list = owners.get(run);
      if (list) list.push(index);
      else owners.set(run, [index]);
    }
  const same = new Map<number, T[]>();
  for (const other of others) {
    const own = runsOf(other);
    const [index, shared] = mostShared(own, owners);
    const least = Math.max(SHARED_LEAST, SHARED_PART * Math.min(own.size, runs[index]?.size ?? 0));
    if (shared >= least) same.set(index, [...(same.get(index) ?? []), other]);
  }
  return same;
}

function mostShared(
  own: ReadonlySet<string>,
  owners: ReadonlyMap<string, readonly number[]>,
): [number, number] {
  const shared = new Map<number, number>();
  for (const run of own) {
    const list = owners.get(run) ?? [];
    if (list.length < COMMON) for (const index of list) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  return [...shared].sort((a, b) => b[1] - a[1])[0] ?? [-1, 0];
}

function runsOf({ title, body }: Words): Set<string> {
  const text = [...title, ...body].join('');
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= text.length; at += 1) runs.add(text.slice(at, at + RUN));
  return runs;
}
