import { day } from '../calendar/calendar.ts';

/** After so long an appeal of an event warms it half as much. */
const halfLife = 3 * day;

/**
 * How hot an event is: each of its appeals counts half as much every three days. Kept as the binary logarithm of that sum,
 * reckoned from 1970, so that all events cool alike and their order needs no reckoning anew.
 */
export const cold = -1e9;

/** One more appeal at a moment, ms. */
export function warmer(heat: number, at: number): number {
  const own = at / halfLife;
  const high = Math.max(heat, own);
  return high + Math.log2(2 ** (heat - high) + 2 ** (own - high));
}

/** One appeal less, as where it is withdrawn. */
export function cooler(heat: number, at: number): number {
  const left = 1 - 2 ** (at / halfLife - heat);
  return left > Number.EPSILON * 16 ? heat + Math.log2(left) : cold;
}

/** The heat that is worth so many appeals of now. */
export const heatOf = (appeals: number, now: number): number =>
  appeals > 0 ? Math.log2(appeals) + now / halfLife : cold;

/** Appeals of today that the event is worth now. */
export const heatNow = (heat: number, now: number): number => 2 ** (heat - now / halfLife);
