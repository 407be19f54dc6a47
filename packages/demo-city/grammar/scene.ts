/**
 * How the matters of a group are told. `place`: something is wrong somewhere; `dispute`: somebody against a firm,
 * a school, a landlord; `affair`: a person's own business with an office; `tip`: unlawful doings to be reported.
 */
export type Telling = 'place' | 'dispute' | 'affair' | 'tip';

/** What can be seen or has happened, in clauses that suit every matter of the group. */
export type Scene = { telling: Telling; clauses: readonly string[] };

const scene =
  (telling: Telling) =>
  (...clauses: readonly string[]): Scene => ({ telling, clauses });

export const place = scene('place');
export const dispute = scene('dispute');
export const affair = scene('affair');
export const tip = scene('tip');
