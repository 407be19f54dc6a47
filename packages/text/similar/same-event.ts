import { compare, mostStretch, sharedStretch, sharedStretches } from './compare.ts';
import { learntCounts, pairWeights } from './learnt.ts';
import { type Rarity, startRarity } from './rarity.ts';
import { type AppealText, comparedText, problemNames, type Signature, signatureOf } from './signature.ts';

/** Whether two appeals are one event, and what a person can check it by. */
export type SameEvent = {
  /** The chance that they are the same place and the same problem, 0 to 1. */
  readonly score: number;
  readonly reasons: {
    /** Stretches of the first text that the second has too, in its own spelling, most telling first; at most five. */
    readonly words: readonly string[];
    /** Problems both speak of, most first; at most three. */
    readonly problems: readonly string[];
    /** Both name districts, and no district is the same. */
    readonly apart: boolean;
  };
};

/**
 * From this score on “is it the same as this one?” is asked, and “merge?” offered: of the hard labelled pairs above it
 * 93 % are the same event (docs/events.md). Merging stays a person's decision.
 */
export const OFFER_FROM = 0.6;

let background: Rarity | undefined;

/** The rarity learnt from public messages, for comparing single pairs; nothing is counted on top of it. */
export function learntRarity(): Rarity {
  background ??= startRarity(learntCounts());
  return background;
}

/**
 * Compares two appeals by name, problem and wording; which comes first changes only whose words the reasons quote.
 * @public
 */
export function sameEvent(a: AppealText, b: AppealText, rarity: Rarity = learntRarity()): SameEvent {
  const one = signatureOf(a, rarity);
  const other = signatureOf(b, rarity);
  return {
    score: likelihood(one, other, rarity),
    reasons: {
      words: sharedStretches(one, other, rarity, comparedText(a)),
      problems: sharedProblems(one, other),
      apart: compare(one, other, rarity).apart === 1,
    },
  };
}

/** The chance that two appeals are one event, 0 to 1, from signatures made with the same rarity. */
export function likelihood(a: Signature, b: Signature, rarity: Rarity): number {
  return chanceOf(oddsBefore(a, b, rarity), sharedStretch(a, b, rarity));
}

/** The same where it reaches `least`, else 0. Most pairs are told apart without a look for what they share in a row. */
export function likelihoodFrom(least: number, a: Signature, b: Signature, rarity: Rarity): number {
  const before = oddsBefore(a, b, rarity);
  if (chanceOf(before, mostStretch) < least) return 0;
  const chance = chanceOf(before, sharedStretch(a, b, rarity));
  return chance < least ? 0 : chance;
}

/** The log-odds but for the stretch both share. */
function oddsBefore(a: Signature, b: Signature, rarity: Rarity): number {
  const { overlap, problem, apart } = compare(a, b, rarity);
  const w = pairWeights;
  return w.overlap * overlap + w.problem * problem + w.apart * apart + w.bias;
}

const chanceOf = (before: number, stretch: number): number =>
  1 / (1 + Math.exp(-(before + pairWeights.stretch * stretch)));

const MOST_PROBLEMS = 3;

function sharedProblems(a: Signature, b: Signature): string[] {
  const shareInB = new Map(Array.from(b.problems, (problem, index) => [problem, b.shares[index] ?? 0]));
  return Array.from(a.problems, (problem, index) => ({
    name: problemNames[problem] ?? '',
    weight: (a.shares[index] ?? 0) * (shareInB.get(problem) ?? 0),
  }))
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight)
    .slice(0, MOST_PROBLEMS)
    .map(({ name }) => name);
}
