import { type Calendar, day, startOfDay } from '@suban/domain/calendar/calendar.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed } from '../platform/reader.ts';
import { type Days, moveLastDays, readLastDays } from './last-days-store.ts';

/** RULEBOOK §8: unless another period is asked for, an indicator is of the last thirty days. */
const indicatorDays = 30;

/** The period of every indicator: thirty days of the city, today's included, ms. */
export function lastDays(calendar: Calendar, now: number): Days {
  const until = startOfDay(calendar, now) + day;
  return { from: startOfDay(calendar, until - indicatorDays * day), to: until };
}

/**
 * Moves the kept sums on once something happens on a new day: days leave them and days enter, for a limit is counted on the
 * day it ends, long before. Done before a batch is added: what leaves is what came in.
 * @returns the days the sums are of from here on
 */
export async function keepLastDays(tx: Tx, calendar: Calendar, events: readonly Placed[]): Promise<Days> {
  const known = await readLastDays(tx);
  const latest = events.reduce((last, { at }) => Math.max(last, at), -Infinity);
  if (known && latest < known.to) return known;
  const next = lastDays(calendar, latest);
  await moveLastDays(tx, known ?? { from: next.from, to: next.from }, next);
  return next;
}
