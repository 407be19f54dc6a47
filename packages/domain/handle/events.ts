import type { Fact, Texts } from '../fact.ts';
import type { UnitRef } from '../units.ts';
import type { AnswerOutcome, Application, ContactRequest } from './requests.ts';

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
  | Fact<'answer-returned', { order: number }, Texts>
  | Fact<'applied', { order: number; application: Application }, Texts>
  | Fact<'application-refused', { order: number; what: Application['what'] }, Texts>
  /** 延期: the finish clock's new, approved due. */
  | Fact<'extended', { order: number; days: number; finishDue: number; provisional: boolean }, Texts>
  /** 挂账: cannot be done yet; its clock stands still until the review date. */
  | Fact<'put-on-ledger', { order: number; reviewAt: number }, Texts>
  | Fact<'resumed', { order: number; pausedFor: number; finishDue: number; provisional: boolean }, Texts>
  | Fact<'terminated', { order: number }, Texts>
  | Fact<'joined', { order: number; unit: UnitRef; due: number }, Texts>
  | Fact<'reported', { order: number; unit: number; photos: readonly string[] }, Texts>
  | Fact<'recused', { by: string }, Texts>
  | Fact<'promise-reported', { kept: boolean; photos: readonly string[] }, Texts>
  /** The calendar of a year was published: what was provisional is reckoned anew. */
  | Fact<'clocks-recomputed', { order: number; ackDue: number; finishDue: number; provisional: boolean }>;
