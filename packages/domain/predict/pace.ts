import type { Kind, Urgency } from '../appeal.ts';

/**
 * How long such appeals took from filing to their first answer, as counts: by length of time, for each week of filing. All
 * time here is working time in ms (24 hours a working day, none on a day off), for a week's end must not look like delay.
 */
export type Pace = {
  /** Neither answered nor gone: how long they will take is not known yet. */
  readonly open: number;
  /** Answered, by length. */
  readonly answered: readonly number[];
  /** Withdrawn, merged, ended or put on the ledger: they would have taken longer than that. */
  readonly gone: readonly number[];
};

/** One length to the next is a sixth more, from an hour to about 70 working days: finer than any range that is shown. */
const firstLength = 3_600_000;
const step = 1.17;
export const lengths = 48;

/** The shortest time of a length, in ms; length 0 begins at none. */
const beginOf = (length: number): number => (length === 0 ? 0 : firstLength * step ** (length - 1));

export function lengthOf(ms: number): number {
  if (ms < firstLength) return 0;
  return Math.min(lengths - 1, 1 + Math.floor(Math.log(ms / firstLength) / Math.log(step)));
}

const none: readonly number[] = Array.from({ length: lengths }, () => 0);
export const noPace: Pace = { open: 0, answered: none, gone: none };

const plus = (list: readonly number[], at: number): number[] =>
  list.map((n, length) => (length === at ? n + 1 : n));
export const opened = (pace: Pace, by: 1 | -1): Pace => ({ ...pace, open: pace.open + by });
/** One of the open ones has ended after so long. */
export const ended = (pace: Pace, how: 'answered' | 'gone', ms: number): Pace => ({
  ...pace,
  open: pace.open - 1,
  [how]: plus(pace[how], lengthOf(ms)),
});

const weekLength = 7 * 86_400_000;
export const weekOf = (filedAt: number): number => Math.floor(filedAt / weekLength);
/** The middle of a week stands for all that was filed in it. */
export const midweek = (week: number): number => (week + 0.5) * weekLength;

/** What appeals are alike in. */
export type Likeness = {
  readonly kind: Kind;
  readonly urgency: Urgency;
  readonly matter: string | null;
  readonly unit: number | null;
};
/** How alike those were that a prediction rests on, the closest first. */
export const likes = ['matter-and-unit', 'matter', 'section', 'kind', 'all'] as const;
export type Like = (typeof likes)[number];

/** The groups an appeal belongs to, the closest first; `section` is the catalogue's first level. */
export function groupsOf({ kind, urgency, matter, unit }: Likeness): { like: Like; key: string }[] {
  const of = `${kind}/${urgency}`;
  const groups: { like: Like; key: string }[] = [];
  if (matter !== null) {
    if (unit !== null) groups.push({ like: 'matter-and-unit', key: `${matter}@${unit}/${of}` });
    groups.push({ like: 'matter', key: `${matter}/${of}` });
    groups.push({ like: 'section', key: `${matter.slice(0, 2)}*/${of}` });
  }
  groups.push({ like: 'kind', key: `*/${of}` }, { like: 'all', key: `*/${urgency}` });
  return groups;
}

/** A group's counts over the weeks that are looked at; `age`: the working time since the week's middle, in ms. */
export type Seen = { readonly pace: Pace; readonly age: number };

/**
 * A closer group is trusted as its own cases outweigh so many of the wider one's. 20 did best on months that the model had
 * not seen (`suban bench predict`).
 */
const wider = 20;

/**
 * The chance to be answered within each length for those that have come to it (discrete hazard; Kaplan and Meier's
 * estimate, actuarial for those that leave within it), drawn towards the wider group's where cases are few.
 */
function hazards(seen: readonly Seen[], parent: readonly number[] | null): number[] {
  const answered = [...none];
  const left = [...none];
  for (const { pace, age } of seen) {
    for (let length = 0; length < lengths; length += 1) {
      answered[length] = (answered[length] ?? 0) + (pace.answered[length] ?? 0);
      left[length] = (left[length] ?? 0) + (pace.gone[length] ?? 0);
    }
    const now = lengthOf(age);
    left[now] = (left[now] ?? 0) + Math.max(0, pace.open);
  }
  let risk = 0;
  const result: number[] = [];
  for (let length = lengths - 1; length >= 0; length -= 1) {
    const [a, l] = [answered[length] ?? 0, left[length] ?? 0];
    risk += a + l;
    const exposed = risk - l / 2;
    const prior = parent?.[length] ?? 0;
    const weight = parent ? wider : 0;
    result.unshift(exposed + weight > 0 ? (a + weight * prior) / (exposed + weight) : 0);
  }
  return result;
}

export type Prediction = {
  /** Working time since filing, in ms: as likely before as after; and what eight of ten lie between. */
  readonly middle: number;
  readonly from: number;
  readonly to: number;
  /** How many answered cases it rests on, and how alike they were. */
  readonly cases: number;
  readonly like: Like;
};

const answeredIn = (seen: readonly Seen[]): number =>
  seen.reduce((sum, { pace }) => sum + pace.answered.reduce((all, n) => all + n, 0), 0);

/**
 * When an appeal that has waited for `passed` (working time, ms) will be answered.
 * @param groups the closest first, each with what was seen of it
 * @param least fewer answered cases than this say nothing
 * @returns null when too few were like it, or too few of them took as long as it has already
 */
export function predict(
  groups: readonly { like: Like; seen: readonly Seen[] }[],
  passed: number,
  least: number,
): Prediction | null {
  const based = groups
    .map(({ like, seen }) => ({ like, cases: answeredIn(seen) }))
    .find(({ cases }) => cases >= least);
  if (!based) return null;
  let chances: number[] | null = null;
  for (const { seen } of groups.toReversed()) chances = hazards(seen, chances);
  const at = quantiles(chances ?? [], passed);
  const [from, middle, to] = [at(0.1), at(0.5), at(0.9)];
  return from === null || middle === null || to === null ? null : { from, middle, to, ...based };
}

/** Below this share still unanswered, what is left of a group is too little to tell anything. */
const tooFew = 0.02;

/** By when a share of those that have waited for `passed` will be answered; within a length evenly. */
function quantiles(chances: readonly number[], passed: number): (share: number) => number | null {
  const alive = [1];
  for (const chance of chances) alive.push((alive.at(-1) ?? 0) * (1 - chance));
  const aliveAt = (ms: number): number => {
    const length = lengthOf(ms);
    const [begin, end] = [beginOf(length), beginOf(length + 1)];
    const [before, after] = [alive[length] ?? 0, alive[length + 1] ?? 0];
    return before + ((after - before) * Math.min(ms - begin, end - begin)) / (end - begin);
  };
  const now = aliveAt(passed);
  return (share) => {
    if (now < tooFew) return null;
    const target = now * (1 - share);
    for (let length = lengthOf(passed); length < lengths; length += 1) {
      const [before, after] = [alive[length] ?? 0, alive[length + 1] ?? 0];
      if (after > target) continue;
      const [begin, end] = [beginOf(length), beginOf(length + 1)];
      return Math.max(passed, begin + ((before - target) / (before - after || 1)) * (end - begin));
    }
    return null;
  };
}
