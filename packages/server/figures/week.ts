import { type Calendar, day, dayOf } from '@suban/domain/calendar/calendar.ts';

/** The Monday of a moment's week, YYYY-MM-DD in the city's zone. 1970 began on a Thursday. */
export function weekOf(calendar: Calendar, at: number): string {
  const date = dayOf(calendar, at);
  const weekday = (Math.floor(Date.parse(date) / day) + 3) % 7;
  return new Date(Date.parse(date) - weekday * day).toISOString().slice(0, 10);
}
