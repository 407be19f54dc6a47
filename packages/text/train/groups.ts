import type { Words } from '../classify/document.ts';
import { seededRandom } from './random.ts';

/** Length, in characters, of the runs that two messages must share to be near-duplicates. */
const RUN = 8;

/** They are when the shorter one shares this part of its runs, and at least so many. */
const SHARED_PART = 0.2;
const SHARED_LEAST = 5;

/** Runs that more messages have are phrases of the language (强烈要求有关部门). */
const COMMON = 40;

/** Two equal titles of this many characters mean one writer's one matter. */
const TELLING_TITLE = 8;

/** Puts each document in a group with its re-posts and near-duplicates; gives the group of each. */
export function nearDuplicateGroups(documents: readonly Words[]): readonly number[] {
  const parent = documents.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const join = (a: number, b: number): void => {
    parent[find(a)] = find(b);
  };
  joinBySharedRuns(documents, join);
  const byTitle = new Map<string, number>();
  for (const [index, { title }] of documents.entries()) {
    const text = title.join('');
    if (text.length < TELLING_TITLE) continue;
    const first = byTitle.get(text);
    if (first === undefined) byTitle.set(text, index);
    else join(index, first);
  }
  return documents.map((_, index) => find(index));
}

function joinBySharedRuns(documents: readonly Words[], join: (a: number, b: number) => void): void {
  const runs = documents.map((document) => runsOf(document));
  const owners = new Map<string, number[]>();
  for (const [index, own] of runs.entries()) {
    const shared = new Map<number, number>();
    for (const run of own) {
      const others = owners.get(run);
      if (!others) {
        owners.set(run, [index]);
        continue;
      }
      if (others.length <= COMMON)
        for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      others.push(index);
    }
    for (const [other, count] of shared) {
      const shorter = Math.min(own.size, runs[other]?.size ?? 0);
      if (count >= Math.max(SHARED_LEAST, SHARED_PART * shorter)) join(index, other);
    }
  }
}

function runsOf({ title, body }: Words): Set<string> {
  const text = [...title, ...body].join('');
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= text.length; at += 1) runs.add(text.slice(at, at + RUN));
  return runs;
}

/** Deals whole groups into `count` folds by lot, the same on every run; gives the fold of each member. */
export function foldsOf(groups: readonly number[], count: number): readonly number[] {
  const random = seededRandom(7);
  const folds = new Map<number, number>();
  return groups.map((group) => {
    const fold = folds.get(group) ?? Math.floor(random() * count);
    folds.set(group, fold);
    return fold;
  });
}
