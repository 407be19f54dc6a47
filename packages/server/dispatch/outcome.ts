import { type Suggested, suggestedAfter, type Verdict, verdictOf } from '@suban/domain/dispatch/suggested.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import type { Placed } from '../platform/reader.ts';

/** What became of an appeal's first suggestion, and what was learnt of the appeal. */
export type Outcome = Suggested & {
  readonly key: AppealKey;
  readonly filedAt: number;
  /** The Monday of the week it was filed in, YYYY-MM-DD in the city's zone. */
  readonly week: string;
  readonly area: number | null;
  readonly matter: string | null;
  readonly confidence: number;
  /** The same before the city's own record corrected it; null where it was not read from words. */
  readonly base: number | null;
  /** Was it sure enough to be shown? */
  readonly sure: boolean;
  readonly learntMatter: string | null;
  readonly learntUnit: number | null;
};

/** What one event teaches: texts to count for (1) or no longer for (−1) a matter, and for a unit or against it. */
export type Lesson =
  | { readonly what: 'words'; readonly matter: string; readonly by: 1 | -1 }
  | {
      readonly what: 'unit';
      readonly matter: string;
      readonly area: number;
      readonly unit: number;
      readonly kept: 1 | 0 | -1;
      readonly refused: 1 | 0;
    };
export type Told = { readonly outcome: Outcome; readonly lessons: readonly Lesson[] };

/** Tenths of confidence, 0 to 9. */
export const bandOf = (confidence: number): number => Math.min(9, Math.floor(confidence * 10));

export const verdictIn = (outcome: Outcome): Verdict => verdictOf(outcome);

/**
 * One more event: how the suggestion stands, and what is to be learnt. People teach, never the system, which would only
 * believe itself; and nothing is learnt from a complaint about a unit, which goes to whoever is above it.
 */
export function outcomeAfter(before: Outcome, placed: Placed): Told {
  const { event, by, about } = placed;
  const outcome = { ...before, ...suggestedAfter(before, event) };
  const area = before.area ?? 0;
  const matter = about?.matter ?? null;
  if (about?.accused != null) return { outcome, lessons: [] };
  switch (event.type) {
    case 'classified':
      return by === 'staff' ? learnMatter(outcome, event.data.matter) : { outcome, lessons: [] };
    case 'dispatched': {
      if (event.data.cause === 'rework' || by !== 'staff' || matter === null) return { outcome, lessons: [] };
      const told = learnMatter(outcome, matter);
      const unit = event.data.unit.id;
      const lesson = { what: 'unit', matter, area, unit, kept: 1, refused: 0 } as const;
      return { outcome: { ...told.outcome, learntUnit: unit }, lessons: [...told.lessons, lesson] };
    }
    case 'send-back-upheld':
      return refusedBy(outcome, matter, about?.unit ?? null);
    case 'arbitrated':
      return refusedBy(outcome, matter, about?.unit === event.data.unit.id ? null : (about?.unit ?? null));
    default:
      return { outcome, lessons: [] };
  }
}

function learnMatter(outcome: Outcome, matter: string): Told {
  const { learntMatter } = outcome;
  if (learntMatter === matter) return { outcome, lessons: [] };
  const forgotten: Lesson[] = learntMatter === null ? [] : [{ what: 'words', matter: learntMatter, by: -1 }];
  return {
    outcome: { ...outcome, learntMatter: matter },
    lessons: [...forgotten, { what: 'words', matter, by: 1 }],
  };
}

/** It was found not to be this unit's; what was learnt for it is taken back and counts against it. */
function refusedBy(outcome: Outcome, matter: string | null, unit: number | null): Told {
  if (matter === null || unit === null) return { outcome, lessons: [] };
  const kept = outcome.learntUnit === unit ? -1 : 0;
  return {
    outcome: { ...outcome, learntUnit: null },
    lessons: [{ what: 'unit', matter, area: outcome.area ?? 0, unit, kept, refused: 1 }],
  };
}
