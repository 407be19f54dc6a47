import type { WorkOrder } from './appeal.ts';
import { addWorkingTime, type Calendar, workingTime } from './calendar/calendar.ts';

/**
 * What a pause (挂账) that ends now took, and the finish clock's due afterwards: later by exactly the time it stood still,
 * measured as that clock runs.
 * @returns both in ms
 */
export function afterPause(
  { finishDue, beside }: WorkOrder,
  calendar: Calendar,
  now: number,
): { pausedFor: number; finishDue: number } {
  const from = beside.pausedAt ?? now;
  if (beside.finishClock === 'elapsed') {
    return { pausedFor: now - from, finishDue: finishDue + now - from };
  }
  const pausedFor = workingTime(calendar, from, now);
  return { pausedFor, finishDue: addWorkingTime(calendar, finishDue, pausedFor) };
}
