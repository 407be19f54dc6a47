import type { Fact, Texts } from '../fact.ts';
import type { UnitRef } from '../units.ts';
import type { AnswerOutcome, ContactRequest } from './requests.ts';

export type HandleEvent =
  | Fact<'acknowledged', { order: number }>
  | Fact<'send-back-asked', { order: number; suggestedUnit: number; arbitration: boolean }, Texts>
  | Fact<'contacted', { order: number; method: ContactRequest['method']; reached: boolean }, Texts>
  | Fact<'sub-assigned', { order: number; to: UnitRef }, Texts>
  | Fact<
      'answered',
      {
        order: number;
        outcome: AnswerOutcome;
        promisedAt: number | null;
        before: readonly string[];
        after: readonly string[];
        by: string;
      },
      Texts
    >
  | Fact<'answer-approved', { order: number }>
  | Fact<'answer-returned', { order: number }, Texts>;
