import type { Kind, OrderCause, Urgency } from '../appeal.ts';
import type { Fact, Texts } from '../fact.ts';
import type { UnitRef } from '../units.ts';
import type { LimitSource } from '../limits.ts';
import type { ReferralReason } from './requests.ts';

/** Where a case in dispute is acted on first (先办后议), and why it came to arbitration by itself. */
export type ArbitrationCause = 'no-taker';

export type DispatchEvent =
  | Fact<'classified', { matter: string; kind: Kind; urgency: Urgency; dispatchDue: number }>
  | Fact<'answered-at-once', Record<never, never>, Texts>
  /** Its words: `reason` and `route`; what was referred before the route stood apart has it in the reason. */
  | Fact<'referred', { reason: ReferralReason }, Texts>
  | Fact<'passed-to-centre', { centre: UnitRef }, Texts>
  | Fact<
      'dispatched',
      {
        order: number;
        unit: UnitRef;
        cause: OrderCause;
        ackDue: number;
        contactDue: number;
        finishDue: number;
        limitSource: LimitSource;
        finishClock: 'working' | 'elapsed';
        /** Working days, or minutes by the clock. */
        finishAmount: number;
        provisional: boolean;
        /** 自动分拨: by the system, with the confidence (0 to 1) of the suggestion it followed. */
        automatic?: number;
      },
      Texts
    >
  | Fact<'send-back-upheld', { order: number; bounced: number }, Texts>
  | Fact<'send-back-refused', { order: number }, Texts>
  | Fact<'arbitrated', { order: number; unit: UnitRef }, Texts>
  /** Nobody took it in time: to arbitration by itself. */
  | Fact<'arbitration-called', { order: number; cause: ArbitrationCause }>
  /** 先办后议: the backstop unit acts while it is argued whose duty it is. */
  | Fact<'backstop-named', { order: number; unit: UnitRef }>
  | Fact<
      'merged',
      {
        cohort: number;
        master: number;
        masterFiledAt: number;
        /** By the system, on the citizen's word: the chance that both are one event. */
        chance?: number;
      },
      Texts
    >
  | Fact<'split', { dispatchDue: number }, Texts>
  /** The master's answer is this follower's too. */
  | Fact<'answer-shared', { unit: UnitRef }, Texts>
  /**
   * 重复诉求: the same event as one answered so many days before. `soon`: within the shorter of the city's two spans.
   * `filedAt`: when it was itself filed.
   */
  | Fact<
      'repeat-noted',
      { cohort: number; of: number; ofFiledAt: number; days: number; soon: boolean; filedAt: number }
    >
  /** What was answered is reported again: the first to do so, and how many days after the answer. */
  | Fact<'recurred', { cohort: number; by: number; byFiledAt: number; days: number }>
  | Fact<'followers-changed', { by: 1 | -1 }>;
