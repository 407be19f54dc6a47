import type { Rarity } from './rarity.ts';
import type { Signature } from './signature.ts';

/** Names stand at the beginning: in the title, or where one says who and where one is. In characters. */
const LEAD = 250;
/** The rarest keys of the lead, and the problems most spoken of, under whose pairs an appeal is found. */
const MOST_NAMES = 48;
const MOST_PROBLEMS = 4;
/** Stands for no problem at all. */
const NO_PROBLEM = 127;

/**
 * The tokens under which an appeal is filed and looked up, as 32-bit integers: each of the rarest keys of its lead
 * together with each of its main problems, the rarest first. Two appeals of one event nearly always share some, whereas
 * a name alone, or a problem alone, is shared by far too many in a big city. At most 192.
 */
export function lookupTokens(signature: Signature, rarity: Rarity): number[] {
  const names: { key: number; weight: number }[] = [];
  signature.keys.forEach((key, index) => {
    const spot = signature.spots[index] ?? 0;
    if (spot < LEAD && rarity.isRare(key)) names.push({ key, weight: rarity.weight(key) });
  });
  names.sort((a, b) => b.weight - a.weight).splice(MOST_NAMES);
  const problems = mainProblems(signature);
  return names.flatMap(({ key }) =>
    problems.map((problem) => Math.imul(key * 128 + problem + 1, 0x9e3779b1)),
  );
}

/** The numbers of the problems a text speaks of most. */
function mainProblems({ problems, shares }: Signature): number[] {
  if (problems.length === 0) return [NO_PROBLEM];
  return Array.from(problems, (problem, index) => ({ problem, share: shares[index] ?? 0 }))
    .sort((a, b) => b.share - a.share || a.problem - b.problem)
    .slice(0, MOST_PROBLEMS)
    .map(({ problem }) => problem);
}
