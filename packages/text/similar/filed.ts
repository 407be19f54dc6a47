import { namedPlaces, placeKeys } from './place-names.ts';
import type { Rarity } from './rarity.ts';
import { learntRarity, likelihood, likelihoodFrom } from './same-event.ts';
import { type AppealText, placeOf, type Signature, signatureOf } from './signature.ts';

/**
 * An appeal as it lies in an index of millions: its signature, the places it names, and the area its address or position
 * lies in, where that is known closely (a subdistrict). Every process reads and weighs it by the same learnt counts.
 */
export type Filed = {
  readonly signature: Signature;
  readonly places: readonly (readonly number[])[];
  /** 0 where it is not known. */
  readonly area: number;
};

export function fileText(text: AppealText, area: number | null, rarity: Rarity = learntRarity()): Filed {
  return { signature: signatureOf(text, rarity), places: placeKeys(text), area: area ?? 0 };
}

/** Names stand at the beginning, in characters. */
const LEAD = 250;
/** An appeal is filed under so many of its rarest keys … */
const MOST_STORED = 16;
/** … and looked for under more, each with more of its problems: what one leaves out the other may lead with. */
const MOST_SOUGHT = 24;
const PROBLEMS_STORED = 1;
const PROBLEMS_SOUGHT = 3;
/** Stands for no problem at all. */
const NO_PROBLEM = 127;
/** A key of a place's name comes before every other. */
const PLACE_FIRST = 1_000;

/** The tokens an appeal is filed under, as 32-bit integers; at most 16. */
export const storedTokens = (filed: Filed, rarity: Rarity = learntRarity()): number[] =>
  tokens(filed, rarity, MOST_STORED, PROBLEMS_STORED);

/** The tokens it is looked for under; at most 72. */
export const soughtTokens = (filed: Filed, rarity: Rarity = learntRarity()): number[] =>
  tokens(filed, rarity, MOST_SOUGHT, PROBLEMS_SOUGHT);

/**
 * Each of the rarest keys of the lead, those of places first, with each of the main problems: a name alone, or a problem
 * alone, is shared by far too many in a big city.
 */
function tokens(
  { signature, places }: Filed,
  rarity: Rarity,
  mostKeys: number,
  mostProblems: number,
): number[] {
  const ofPlaces = new Set(places.flat());
  const found: { key: number; weight: number }[] = [];
  signature.keys.forEach((key, index) => {
    if (placeOf(signature.spots[index] ?? 0) >= LEAD || !rarity.isRare(key)) return;
    found.push({ key, weight: rarity.weight(key) + (ofPlaces.has(key) ? PLACE_FIRST : 0) });
  });
  // Equal weights go by their keys: two texts that must leave some out leave out the same.
  found.sort((a, b) => b.weight - a.weight || a.key - b.key).splice(mostKeys);
  const problems = mainProblems(signature, mostProblems);
  return [
    ...new Set(
      found.flatMap(({ key }) => problems.map((problem) => Math.imul(key * 128 + problem + 1, 0x9e3779b1))),
    ),
  ];
}

function mainProblems({ problems, shares }: Signature, most: number): number[] {
  if (problems.length === 0) return [NO_PROBLEM];
  return Array.from(problems, (problem, index) => ({ problem, share: shares[index] ?? 0 }))
    .sort((a, b) => b.share - a.share || a.problem - b.problem)
    .slice(0, most)
    .map(({ problem }) => problem);
}

/** What two filed appeals have in common. */
export type Alike = {
  /** The chance that they are one event, 0 to 1. */
  readonly chance: number;
  /** Places: one in common, none in common though both name some or lie elsewhere, or not known. */
  readonly place: 'same' | 'apart' | 'unknown';
};

const areApart = (a: Filed, b: Filed): boolean => a.area !== 0 && b.area !== 0 && a.area !== b.area;

/** The order does not matter. */
export function likeness(a: Filed, b: Filed, rarity: Rarity = learntRarity()): Alike {
  const place = areApart(a, b) ? 'apart' : namedPlaces(a.places, b.places);
  return { chance: likelihood(a.signature, b.signature, rarity), place };
}

/** What both have in common, where they may be one event and do not lie apart; else null. Tells most apart at little cost. */
export function likenessFrom(
  least: number,
  a: Filed,
  b: Filed,
  rarity: Rarity = learntRarity(),
): Alike | null {
  if (areApart(a, b)) return null;
  const chance = likelihoodFrom(least, a.signature, b.signature, rarity);
  if (chance === 0) return null;
  const place = namedPlaces(a.places, b.places);
  return place === 'apart' ? null : { chance, place };
}
