import type { Rarity } from './rarity.ts';
import { PROBLEM_WORD, placeOf, type Signature } from './signature.ts';

/** What two appeals have in common, each between 0 and 1. */
export type Likeness = {
  /** Root of the cosine of their keys, each weighed by its rarity. */
  readonly overlap: number;
  /** Cosine of the problems they speak of. */
  readonly problem: number;
  /** Root of the share of the one title that the other text tells too: of the title told more, and of the one told less. */
  readonly toldMore: number;
  readonly toldLess: number;
  /** 1 when both name districts, and none is the same. */
  readonly apart: number;
};

/** Beyond this weight a longer stretch says no more. */
const MOST_STRETCH = 100;
/** The most that `sharedStretch` ever gives. */
export const mostStretch = Math.log1p(MOST_STRETCH / 10);

/** Compares two signatures made with the same rarity; the order does not matter. */
export const compare = (a: Signature, b: Signature, rarity: Rarity): Likeness => comparing(a, rarity)(b);

/**
 * Compares one signature with many: its keys are laid out once, so that each comparison takes about a microsecond. What
 * is rare is taken as it is now.
 */
export function comparing(a: Signature, rarity: Rarity): (b: Signature) => Likeness {
  const find = buildFinder(a.keys);
  const weights = Float64Array.from(a.keys, (key) => rarity.weight(key));
  const inTitle = Uint8Array.from(a.spots, (spot) => (placeOf(spot) < a.titleEnd ? 1 : 0));
  return (b) => {
    let sum = 0;
    let inTitleA = 0;
    let inTitleB = 0;
    for (let j = 0; j < b.keys.length; j++) {
      const i = find(b.keys[j] ?? 0);
      if (i < 0) continue;
      const weight = weights[i] ?? 0;
      sum += weight;
      if (inTitle[i] === 1) inTitleA += weight;
      if (placeOf(b.spots[j] ?? 0) < b.titleEnd) inTitleB += weight;
    }
    // What keys weigh drifts as texts are counted; the titles were summed up before.
    const toldOfA = Math.sqrt(Math.min(1, inTitleA / (a.titleWeight || 1)));
    const toldOfB = Math.sqrt(Math.min(1, inTitleB / (b.titleWeight || 1)));
    return {
      overlap: Math.sqrt(Math.min(1, sum / (a.length * b.length || 1))),
      problem: problemLikeness(a, b),
      toldMore: Math.max(toldOfA, toldOfB),
      toldLess: Math.min(toldOfA, toldOfB),
      apart:
        a.areas.length > 0 && b.areas.length > 0 && !a.areas.some((area) => b.areas.includes(area)) ? 1 : 0,
    };
  };
}

/** The index of a key, or −1: open addressing, at most a quarter full, for most keys asked for are not there. */
function buildFinder(keys: Uint32Array): (key: number) => number {
  const bits = Math.ceil(Math.log2(4 * keys.length + 4));
  const slots = new Uint32Array(2 ** bits);
  const mask = slots.length - 1;
  const start = (key: number): number => Math.imul(key, 0x9e3779b1) >>> (32 - bits);
  for (const [index, key] of keys.entries()) {
    let slot = start(key);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  }
  return (key) => {
    for (let slot = start(key); ; slot = (slot + 1) & mask) {
      const index = (slots[slot] ?? 0) - 1;
      if (index < 0 || keys[index] === key) return index;
    }
  };
}

/** ln(1 + weight / 10) of the strongest rare stretch that both have, words of problems left out; 0 to 2.4. */
export function sharedStretch(a: Signature, b: Signature, rarity: Rarity): number {
  const shared = sharedKeys(a, b, rarity);
  const strongest = Math.max(strongestStretch(shared, 'inA'), strongestStretch(shared, 'inB'));
  return Math.log1p(Math.min(strongest, MOST_STRETCH) / 10);
}

type Shared = {
  readonly weight: number;
  readonly rare: boolean;
  readonly inA: number;
  readonly inB: number;
};

function sharedKeys(a: Signature, b: Signature, rarity: Rarity): Shared[] {
  const shared: Shared[] = [];
  let j = 0;
  for (let i = 0; i < a.keys.length; i++) {
    const key = a.keys[i] ?? 0;
    while ((b.keys[j] ?? Number.POSITIVE_INFINITY) < key) j++;
    if (b.keys[j] !== key) continue;
    shared.push({
      weight: rarity.weight(key),
      rare: rarity.isRare(key),
      inA: a.spots[i] ?? 0,
      inB: b.spots[j] ?? 0,
    });
  }
  return shared;
}

/** A run of shared neighbouring keys: their weight, the rare ones' alone, and its first and last character. */
type Stretch = { readonly weight: number; readonly rare: number; readonly from: number; readonly to: number };

/** The runs in which the shared keys stand in one of the texts, words of problems left out unless `all`. */
function stretches(shared: readonly Shared[], side: 'inA' | 'inB', all: boolean): Stretch[] {
  const found: { weight: number; rare: number; from: number; to: number }[] = [];
  const chosen = all ? [...shared] : shared.filter((entry) => entry[side] < PROBLEM_WORD);
  for (const entry of chosen.sort((x, y) => placeOf(x[side]) - placeOf(y[side]))) {
    const at = placeOf(entry[side]);
    const last = found.at(-1);
    const rare = entry.rare ? entry.weight : 0;
    if (last && at <= last.to) {
      last.weight += entry.weight;
      last.rare += rare;
      last.to = at + 1;
    } else found.push({ weight: entry.weight, rare, from: at, to: at + 1 });
  }
  return found;
}

function strongestStretch(shared: readonly Shared[], side: 'inA' | 'inB'): number {
  return stretches(shared, side, false).reduce((best, { rare }) => Math.max(best, rare), 0);
}

const MOST_QUOTED = 5;
const MOST_QUOTED_CHARS = 20;

/** What of `text`, whose signature `a` is, the other has too: the weightiest stretches as written, most first. */
export function sharedStretches(a: Signature, b: Signature, rarity: Rarity, text: string): string[] {
  const quoted = stretches(sharedKeys(a, b, rarity), 'inA', true)
    .filter(({ rare }) => rare > 0)
    .sort((x, y) => y.weight - x.weight)
    .map(({ from, to }) => text.slice(from, Math.min(to + 1, from + MOST_QUOTED_CHARS)).trim());
  return [...new Set(quoted)].slice(0, MOST_QUOTED);
}

function problemLikeness(a: Signature, b: Signature): number {
  let sum = 0;
  let j = 0;
  for (let i = 0; i < a.problems.length; i++) {
    const problem = a.problems[i] ?? 0;
    while ((b.problems[j] ?? Number.POSITIVE_INFINITY) < problem) j++;
    if (b.problems[j] === problem) sum += (a.shares[i] ?? 0) * (b.shares[j] ?? 0);
  }
  return Math.min(1, sum);
}
