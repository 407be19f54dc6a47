import type { Kind, OrderCause, Urgency } from '../appeal.ts';
import type { Fact, Texts } from '../fact.ts';
import type { UnitRef } from '../units.ts';
import type { ReferralReason } from './requests.ts';

/** The rule a limit came from, kept so that the case page can cite it. */
export type LimitSource = 'matter-urgent' | 'urgent' | 'matter' | 'kind';

export type DispatchEvent =
  | Fact<'classified', { matter: string; kind: Kind; urgency: Urgency; dispatchDue: number }>
  | Fact<'answered-at-once', Record<never, never>, Texts>
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
      },
      Texts
    >
  | Fact<'send-back-upheld', { order: number; bounced: number }, Texts>
  | Fact<'send-back-refused', { order: number }, Texts>
  | Fact<'arbitrated', { order: number; unit: UnitRef }, Texts>;
