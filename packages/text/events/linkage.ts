import { compare, comparing, type Likeness } from '../similar/compare.ts';
import { linkWeights } from '../similar/learnt.ts';
import type { Rarity } from '../similar/rarity.ts';
import type { Signature } from '../similar/signature.ts';

/** Above this overlap two texts are one text, posted again. */
export const COPY_OVERLAP = 0.75;

/** How an appeal stands to an event. */
export type Link = {
  /** Log-odds that it belongs to the event. */
  readonly score: number;
  /** It is one of the event's texts, posted again. */
  readonly copy: boolean;
};

/** What the link is made of: means over the event's texts, but for `bestOverlap`. See `Likeness`. */
export type LinkFeatures = {
  readonly overlap: number;
  readonly bestOverlap: number;
  readonly problem: number;
  readonly toldMore: number;
  readonly toldLess: number;
  readonly apart: number;
};

/** @param texts different texts of the event's appeals, at least one */
export function linkFeatures(appeal: Signature, texts: readonly Signature[], rarity: Rarity): LinkFeatures {
  return meansOf(texts.map((text) => compare(appeal, text, rarity)));
}

function meansOf(likes: readonly Likeness[]): LinkFeatures {
  const sum = { overlap: 0, bestOverlap: 0, problem: 0, toldMore: 0, toldLess: 0, apart: 0 };
  for (const like of likes) {
    sum.bestOverlap = Math.max(sum.bestOverlap, like.overlap);
    sum.overlap += like.overlap / likes.length;
    sum.problem += like.problem / likes.length;
    sum.toldMore += like.toldMore / likes.length;
    sum.toldLess += like.toldLess / likes.length;
    sum.apart += like.apart / likes.length;
  }
  return sum;
}

/** Log-odds, but for the bias. */
const weigh = (has: LinkFeatures): number =>
  linkWeights.overlap * has.overlap +
  linkWeights.bestOverlap * has.bestOverlap +
  linkWeights.problem * has.problem +
  linkWeights.toldMore * has.toldMore +
  linkWeights.toldLess * has.toldLess +
  linkWeights.apart * has.apart;

const weighOne = (like: Likeness): number => weigh({ ...like, bestOverlap: like.overlap });

/** An appeal whose log-odds with an event's first texts are all below this belongs to no such event, whatever the others say. */
const FAR = -4;
const FIRST = 2;

/** A first look that spares most comparisons: of what shares some rare words, little is near. */
export const isFar = (likeness: (text: Signature) => Likeness, texts: readonly Signature[]): boolean =>
  texts.length > FIRST &&
  texts.slice(0, FIRST).every((text) => weighOne(likeness(text)) + linkWeights.bias < FAR);

/** Of four texts of an event one may be a stray, which labelled events do not have: the three most alike are held against. */
const HELD_AGAINST = 3 / 4;

/**
 * Compares an appeal with most texts of an event at once, so that one accidental likeness does not carry it.
 * @param likeness of the appeal to a text, as `comparing` gives it
 */
export function linkTo(likeness: (text: Signature) => Likeness, texts: readonly Signature[]): Link {
  let likes = texts.map(likeness);
  const count = Math.ceil(likes.length * HELD_AGAINST);
  if (count < likes.length) likes = likes.sort((a, b) => weighOne(b) - weighOne(a)).slice(0, count);
  const has = meansOf(likes);
  return { score: weigh(has) + linkWeights.bias, copy: has.bestOverlap >= COPY_OVERLAP };
}

/** Beyond these log-odds more says nothing. */
const MOST_COHESION = 3;

/** How well the texts of an event hold together: the mean link of each to the others; 0 where there is only one. */
export function cohesion(texts: readonly Signature[], rarity: Rarity): number {
  if (texts.length < 2) return 0;
  const links = texts.map((text, index) => linkTo(comparing(text, rarity), texts.toSpliced(index, 1)).score);
  return Math.min(MOST_COHESION, links.reduce((sum, score) => sum + score, 0) / links.length);
}
