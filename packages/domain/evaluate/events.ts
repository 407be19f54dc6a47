import type { Fact, Texts } from '../fact.ts';
import type { Stars } from './requests.ts';

export type EvaluateEvent =
  | Fact<
      'evaluated',
      { round: number; solved: boolean; stars: Stars; unhappy: boolean; via: 'citizen' | 'call-back' },
      Texts
    >
  /** An unhappy citizen whom no unit has answered yet: back into the dispatch queue. */
  | Fact<'reopened', { dispatchDue: number }>
  | Fact<'closed', { solved: boolean }>;
