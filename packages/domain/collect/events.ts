import type { Channel, Essential, Kind, Urgency } from '../appeal.ts';
import type { Fact, Texts } from '../fact.ts';
import type { UnitRef } from '../units.ts';

export type CollectEvent =
  | Fact<
      'filed',
      {
        channel: Channel;
        kind: Kind;
        urgency: Urgency;
        centre: UnitRef;
        area: number | null;
        accused: UnitRef | null;
        confidential: boolean;
        /** 可公开: the citizen agreed that others may read it once closed. */
        open?: true;
        missing: readonly Essential[];
        photos: readonly string[];
        dispatchDue: number;
        /** The version of the city's settings it was filed under. */
        rules: number;
        /** The appeal that its citizen says is the same event; left out where none was named. */
        sameAs?: { readonly cohort: number; readonly id: number };
      },
      Texts
    >
  | Fact<'supplemented', { photos: readonly string[] }, Texts>
  | Fact<'withdrawn', Record<never, never>, Texts>
  | Fact<'urged', Record<never, never>, Texts>
  | Fact<'concealed', Record<never, never>>
  | Fact<'contested', Record<never, never>, Texts>;
