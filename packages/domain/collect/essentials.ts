import type { Essential } from '../appeal.ts';

/** As much of what was said as tells which of the five essentials are there. */
export type Said = {
  readonly text: string;
  readonly named: boolean;
  /** An area, an address or a position is known. */
  readonly placed: boolean;
  /** A time was read from the words. */
  readonly timed: boolean;
};

/** Shorter words than this tell neither cause nor course, in characters. */
const tellsWhy = 15;

/** 五要素: which of them are there. Cause and course are in the words; a short text is asked for them. */
export function essentialsIn({ text, named, placed, timed }: Said): Record<Essential, boolean> {
  const told = [...text].length >= tellsWhy;
  return { who: named, when: timed, where: placed, cause: told, course: told };
}
