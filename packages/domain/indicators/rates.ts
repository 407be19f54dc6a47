import type { Measure } from './measures.ts';

/**
 * One definition each (RULEBOOK §8): numerator ÷ denominator over the same period. The call
 * centre's are in `calls.ts`. “Closed” is 办结: answered.
 */
export const indicators = {
  'on-time': ['finished-in-time', 'finish-due'],
  'on-time-original': ['finished-in-original', 'finish-due-original'],
  'dispatch-on-time': ['dispatched-in-time', 'dispatch-due'],
  'acknowledge-on-time': ['acknowledged-in-time', 'dispatched'],
  'contact-on-time': ['contacted-in-time', 'contact-wanted'],
  'first-dispatch': ['dispatched-once', 'first-dispatched'],
  'send-back': ['sent-back', 'dispatched'],
  'send-back-upheld': ['send-back-upheld', 'sent-back'],
  response: ['contact-confirmed', 'contact-told'],
  solved: ['solved', 'rated'],
  'claimed-solved': ['claimed-solved', 'answered-by-unit'],
  'truly-solved': ['checked-solved', 'checked'],
  satisfied: ['satisfied', 'rated'],
  'satisfied-of-closed': ['satisfied', 'answered'],
  rated: ['rated', 'answered'],
  rework: ['reworked', 'answered'],
  'satisfied-after-rework': ['satisfied-again', 'reworked'],
  'once-and-done': ['closed-once', 'closed'],
  repeat: ['repeated', 'filed'],
  'repeat-soon': ['repeated-soon', 'filed'],
} as const satisfies Record<string, readonly [Measure, Measure]>;
export type Indicator = keyof typeof indicators;
export const indicatorNames = Object.keys(indicators) as Indicator[];

export type Rate = {
  readonly numerator: number;
  readonly denominator: number;
  /** null when there is nothing to divide by */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

/** z of a two-sided 95 % interval. */
const z = 1.959964;

/** A rate with Wilson's 95 % interval: small numbers do not pretend. Source: E. B. Wilson, JASA 22 (1927) 209–212. */
export function rateOf(numerator: number, denominator: number): Rate {
  if (denominator <= 0) return { numerator, denominator, value: null, low: null, high: null };
  const p = Math.min(1, Math.max(0, numerator / denominator));
  const n = denominator;
  const middle = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    numerator,
    denominator,
    value: p,
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  };
}

export function indicatorOf(name: Indicator, total: (measure: Measure) => number): Rate {
  const [numerator, denominator] = indicators[name];
  return rateOf(total(numerator), total(denominator));
}
