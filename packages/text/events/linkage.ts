import { compare } from '../similar/compare.ts';
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

/** @param texts the different texts of the event's appeals, at least one */
export function linkFeatures(appeal: Signature, texts: readonly Signature[], rarity: Rarity): LinkFeatures {
  const sum = { overlap: 0, bestOverlap: 0, problem: 0, toldMore: 0, toldLess: 0, apart: 0 };
  for (const text of texts) {
    const like = compare(appeal, text, rarity);
    sum.bestOverlap = Math.max(sum.bestOverlap, like.overlap);
    sum.overlap += like.overlap / texts.length;
    sum.problem += like.problem / texts.length;
    sum.toldMore += like.toldMore / texts.length;
    sum.toldLess += like.toldLess / texts.length;
    sum.apart += like.apart / texts.length;
  }
  return sum;
}

/** Compares an appeal with all the texts of an event at once, so that one accidental likeness does not carry it. */
export function linkTo(appeal: Signature, texts: readonly Signature[], rarity: Rarity): Link {
  const has = linkFeatures(appeal, texts, rarity);
  const w = linkWeights;
  const score =
    w.overlap * has.overlap +
    w.bestOverlap * has.bestOverlap +
    w.problem * has.problem +
    w.toldMore * has.toldMore +
    w.toldLess * has.toldLess +
    w.apart * has.apart +
    w.bias;
  return { score, copy: has.bestOverlap >= COPY_OVERLAP };
}

/** Beyond these log-odds more says nothing. */
const MOST_COHESION = 3;

/** How well the texts of an event hold together: the mean link of each to the others; 0 where there is only one. */
export function cohesion(texts: readonly Signature[], rarity: Rarity): number {
  if (texts.length < 2) return 0;
  const links = texts.map((text, index) => linkTo(text, texts.toSpliced(index, 1), rarity).score);
  return Math.min(MOST_COHESION, links.reduce((sum, score) => sum + score, 0) / links.length);
}
