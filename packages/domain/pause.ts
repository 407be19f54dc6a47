import type { WorkOrder } from './appeal.ts';
import { addWorkingTime, type Calendar, isProvisional, workingTime } from './calendar/calendar.ts';

/**
 * What a pause (挂账) that ends now took, and the finish clock's due afterwards: later by exactly the time it stood still,
 * measured as that clock runs.
 * @returns `pausedFor` and `finishDue` in ms
 */
export function afterPause(
  { finishDue, beside }: WorkOrder,
  calendar: Calendar,
  now: number,
): { pausedFor: number; finishDue: number; provisional: boolean } {
  const from = Math.min(beside.pausedAt ?? now, now);
  const pausedFor = beside.finishClock === 'elapsed' ? now - from : workingTime(calendar, from, now);
  const due = shifted(beside.finishClock, calendar, finishDue, pausedFor);
  return { pausedFor, finishDue: due, provisional: mayMove(beside, calendar, due) };
}

/** A moment of a clock, `ms` of that clock's own time later. */
export function shifted(
  clock: WorkOrder['beside']['finishClock'],
  calendar: Calendar,
  at: number,
  ms: number,
): number {
  return clock === 'elapsed' ? at + ms : addWorkingTime(calendar, at, ms);
}

/** 暂定: a due date that depends on working days, in a year whose calendar is not published. */
export function mayMove(
  { finishClock, extensionDays }: Pick<WorkOrder['beside'], 'finishClock' | 'extensionDays'>,
  calendar: Calendar,
  due: number,
): boolean {
  return (finishClock === 'working' || extensionDays > 0) && isProvisional(calendar, due);
}
