import { day, startOfDay, type Calendar } from '../calendar/calendar.ts';
import { rateOf, type Rate } from '../indicators/rates.ts';
import type { AlertCause, AlertState } from './requests.ts';

/**
 * One alert as it is counted. `peakAt`: the first moment of the event's busiest day. `followedUpAt`: the first formal
 * follow-up of one of its cases. Moments in ms.
 */
export type CountedAlert = {
  readonly cause: AlertCause;
  readonly state: AlertState;
  readonly at: number;
  readonly peakAt: number | null;
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
  /** Median time from a confirmed alert to what it was to warn of, ms: the peak or the first follow-up, whichever is first. */
  readonly leadMs: number | null;
};

/** From the alert to the event's busiest day or its first formal follow-up: negative where the alert came after it. */
export function leadOf({ at, peakAt, followedUpAt }: CountedAlert, calendar: Calendar): number | null {
  const ends = [
    // The day counts whole: an alert on the busiest day itself is neither early nor late.
    ...(peakAt === null ? [] : [peakAt - startOfDay(calendar, at)]),
    ...(followedUpAt === null ? [] : [followedUpAt - at]),
  ];
  return ends.length === 0 ? null : Math.min(...ends);
}

/** @param merged groups of three and more, merged by dispatchers, that were never alerted */
export function alertFigures(
  alerts: readonly CountedAlert[],
  merged: number,
  calendar: Calendar,
): AlertFigures {
  const own = alerts.filter(({ cause }) => cause !== 'marked');
  const confirmed = own.filter(({ state }) => state === 'confirmed');
  const judged = own.filter(({ state }) => state !== 'open').length;
  const missed = alerts.length - own.length + merged;
  const leads = confirmed.flatMap((alert) => leadOf(alert, calendar) ?? []).sort((a, b) => a - b);
  return {
    raised: own.length,
    precision: rateOf(confirmed.length, judged),
    recall: rateOf(confirmed.length, confirmed.length + missed),
    leadMs: leads[Math.floor((leads.length - 1) / 2)] ?? null,
  };
}

/** The first moment of the week, from Monday on, that `at` falls in, in the city's zone. */
export function startOfWeek(calendar: Calendar, at: number): number {
  const start = startOfDay(calendar, at);
  const weekday = new Date(start + calendar.offsetMinutes * 60_000).getUTCDay();
  return start - ((weekday + 6) % 7) * day;
}
