import type { Fact, Texts } from '../fact.ts';
import type { ContactAnswer, Stars } from './requests.ts';

export type EvaluateEvent =
  | Fact<
      'evaluated',
      {
        round: number;
        solved: boolean;
        stars: Stars;
        unhappy: boolean;
        via: 'citizen' | 'call-back';
        /** Absent where nobody was asked. */
        contacted?: ContactAnswer;
      },
      Texts
    >
  /** An unhappy citizen whom no unit has answered yet: back into the dispatch queue. */
  | Fact<'reopened', { dispatchDue: number }>
  /** `solved`: what the citizen said; null when nobody heard from them. */
  | Fact<'closed', { solved: boolean | null; how: 'rated' | 'unrated' | 'reasoned' }, Texts>
  /** An independent call-back: `sample` when chance chose the appeal. */
  | Fact<
      'checked',
      { reached: boolean; solved: boolean | null; sample: boolean; contacted?: ContactAnswer },
      Texts
    >;
