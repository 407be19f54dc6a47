import { day, startOfDay, type Calendar } from '../calendar/calendar.ts';
import { rateOf, type Rate } from '../indicators/rates.ts';
import type { AlertCause, AlertState } from './requests.ts';

/**
 * One alert as it is counted. `plainAt`: when its event had so many appeals that anybody would have seen it (a setting).
 * `followedUpAt`: the first formal follow-up of one of its cases. Moments in ms.
 */
export type CountedAlert = {
  readonly cause: AlertCause;
  readonly state: AlertState;
  readonly at: number;
  readonly plainAt: number | null;
  readonly followedUpAt: number | null;
};

/** What is known of how good the alerts are. */
export type AlertFigures = {
  /** Raised by the system, and of them judged. */
  readonly raised: number;
  /** Confirmed ÷ judged: of the alerts that a person looked into, those that were right. */
  readonly precision: Rate;
  /**
   * Confirmed ÷ (confirmed + missed). Missed are events the system did not alert: those that a person marked, and groups
   * of three and more appeals that dispatchers merged of which none was in an alerted event.
   */
  readonly recall: Rate;
  /** Median of `leadOf` over the confirmed alerts that have one, ms; and how many have. */
  readonly leadMs: number | null;
  readonly leads: number;
};

/**
 * 提前量: how much earlier than without it people knew, ms: from the alert to when the event was plain to see, or to the first
 * formal follow-up of one of its cases, whichever was first. Negative where the alert came after it; null where neither came:
 * what was dealt with before would be no measure. A rise is plain by the very number that raises it: only a follow-up counts.
 */
export function leadOf({ cause, at, plainAt, followedUpAt }: CountedAlert): number | null {
  const ends = [cause === 'rise' ? null : plainAt, followedUpAt].filter((end) => end !== null);
  return ends.length === 0 ? null : Math.min(...ends) - at;
}

/** @param merged groups of three and more, merged by dispatchers, that were never alerted */
export function alertFigures(alerts: readonly CountedAlert[], merged: number): AlertFigures {
  const own = alerts.filter(({ cause }) => cause !== 'marked');
  const confirmed = own.filter(({ state }) => state === 'confirmed');
  const judged = own.filter(({ state }) => state !== 'open').length;
  const missed = alerts.length - own.length + merged;
  const leads = confirmed.flatMap((alert) => leadOf(alert) ?? []).sort((a, b) => a - b);
  return {
    raised: own.length,
    precision: rateOf(confirmed.length, judged),
    recall: rateOf(confirmed.length, confirmed.length + missed),
    leadMs: leads[Math.floor((leads.length - 1) / 2)] ?? null,
    leads: leads.length,
  };
}

/** The first moment of the week, from Monday on, that `at` falls in, in the city's zone. */
export function startOfWeek(calendar: Calendar, at: number): number {
  const start = startOfDay(calendar, at);
  const weekday = new Date(start + calendar.offsetMinutes * 60_000).getUTCDay();
  return start - ((weekday + 6) % 7) * day;
}
