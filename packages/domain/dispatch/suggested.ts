import type { AppealEvent } from '../events.ts';

/** What is known of a first suggestion: whom it named, whom the appeal went to first, and whether that was taken back. */
export type Suggested = {
  /** The unit suggested first; null where none was. */
  readonly unit: number | null;
  /** The unit (or district's centre, where that was suggested) it was first dispatched to. */
  readonly first: number | null;
  readonly failed: boolean;
};
export const verdicts = ['open', 'right', 'wrong'] as const;
export type Verdict = (typeof verdicts)[number];

/** A suggestion after one more event of its appeal. */
export function suggestedAfter(before: Suggested, event: AppealEvent): Suggested {
  const { first, unit } = before;
  switch (event.type) {
    case 'dispatched':
      return first === null ? { ...before, first: event.data.unit.id } : before;
    case 'passed-to-centre':
      // Where only the district is known, its centre is what can be suggested.
      return first === null && event.data.centre.id === unit ? { ...before, first: unit } : before;
    case 'send-back-asked':
    case 'arbitration-called':
      return { ...before, failed: true };
    default:
      return before;
  }
}

/**
 * 一次分拨成功: the unit suggested first is the one it was first dispatched to, and never sent back or contested by its
 * silence. Open until it is dispatched; without a suggestion every dispatch is a miss.
 */
export function verdictOf({ unit, first, failed }: Suggested): Verdict {
  if (first === null) return 'open';
  return first === unit && !failed ? 'right' : 'wrong';
}
