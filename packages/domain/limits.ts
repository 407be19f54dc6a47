import type { Kind, Urgency } from './appeal.ts';
import { addWorkingDays, type Calendar, hour } from './calendar/calendar.ts';
import type { LimitSource } from './dispatch/events.ts';
import type { MatterRule, Settings } from './settings.ts';

const minute = 60_000;

/** Dispatch is due in clock time, day and night. */
export function dispatchDue(settings: Settings, urgency: Urgency, from: number): number {
  return from + settings.dispatchMinutes[urgency] * minute;
}

/** The due times of a new work order, and the rule the last one came from. The most particular rule wins. */
export function orderDues(
  settings: Settings,
  calendar: Calendar,
  matter: MatterRule | null,
  about: { kind: Kind; urgency: Urgency },
  from: number,
): { ackDue: number; contactDue: number; finishDue: number; limitSource: LimitSource } {
  const ackDue = addWorkingDays(calendar, from, settings.acknowledgeDays);
  const contactDue = from + settings.contactHours * hour;
  if (about.urgency === 'urgent') {
    const hours = matter?.urgentHours ?? settings.urgentFinishHours;
    const finishDue = from + hours * hour;
    const limitSource = matter?.urgentHours == null ? 'urgent' : 'matter-urgent';
    // What is urgent is taken in hand before it is due.
    return {
      ackDue: Math.min(ackDue, finishDue),
      contactDue: Math.min(contactDue, finishDue),
      finishDue,
      limitSource,
    };
  }
  const own = matter?.finishDays[about.kind];
  return {
    ackDue,
    contactDue,
    finishDue: addWorkingDays(calendar, from, own ?? settings.finishDays[about.kind]),
    limitSource: own === undefined ? 'kind' : 'matter',
  };
}

export const lights = ['green', 'yellow', 'red'] as const;
export type Light = (typeof lights)[number];

/** 黄灯 from a share of the limit on, 红灯 at expiry. `done` freezes the light where the clock was stopped. */
export function lightOf(
  settings: Pick<Settings, 'yellowAt'>,
  from: number,
  due: number,
  now: number,
  done: number | null = null,
): Light {
  const at = done ?? now;
  if (at >= due) return 'red';
  return at - from >= (due - from) * settings.yellowAt ? 'yellow' : 'green';
}
