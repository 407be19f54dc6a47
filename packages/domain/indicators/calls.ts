import type { Call } from '../collect/calls.ts';
import { hourOf } from './measures.ts';
import { type Rate, rateOf } from './rates.ts';

/** What is counted of calls: `talk` in ms, all else in calls. `handled` are those answered whose end is known. */
export const callMeasures = [
  'calls',
  'connected',
  'connected-in-time',
  'given-up',
  'handled',
  'talk',
] as const;
export type CallMeasure = (typeof callMeasures)[number];

/** One definition each (RULEBOOK §8, GB/T 33358): 接通率, 15 秒接通率 (its seconds are a setting), 放弃率. */
export const callIndicators = {
  connected: ['connected', 'calls'],
  'connected-in-time': ['connected-in-time', 'calls'],
  'given-up': ['given-up', 'calls'],
} as const satisfies Record<string, readonly [CallMeasure, CallMeasure]>;
export type CallIndicator = keyof typeof callIndicators;
export const callIndicatorNames = Object.keys(callIndicators) as CallIndicator[];

export type CallCount = { readonly measure: CallMeasure; readonly hour: number; readonly n: number };

/**
 * What a call adds to the counts, all in the hour it came in, so that a rate compares the same calls. A call is given up
 * when it ends unanswered, whichever of the two the exchange tells. Where nobody told when it came in, nobody can say
 * that it was answered in time.
 */
export function countCall(call: Call): CallCount[] {
  const { offeredAt, answeredAt, endedAt, abandonedAt, within } = call;
  const at = offeredAt ?? answeredAt ?? abandonedAt ?? endedAt;
  if (at === null) return [];
  const one = (measure: CallMeasure, when: boolean, n = 1): CallCount[] =>
    when ? [{ measure, hour: hourOf(at), n }] : [];
  const inTime = offeredAt !== null && answeredAt !== null && answeredAt - offeredAt <= within * 1000;
  const talk = answeredAt !== null && endedAt !== null ? Math.max(0, endedAt - answeredAt) : null;
  return [
    ...one('calls', true),
    ...one('connected', answeredAt !== null),
    ...one('connected-in-time', inTime),
    ...one('given-up', answeredAt === null && (abandonedAt !== null || endedAt !== null)),
    ...one('handled', talk !== null),
    ...one('talk', talk !== null && talk > 0, talk ?? 0),
  ];
}

/** What changes when a call becomes another: what is taken away, what is added, nothing that comes to nothing. */
export function recount(before: Call | null, after: Call): CallCount[] {
  const sums = new Map<string, CallCount>();
  const add = (count: CallCount, sign: 1 | -1) => {
    const key = `${count.measure}/${count.hour}`;
    sums.set(key, { ...count, n: (sums.get(key)?.n ?? 0) + sign * count.n });
  };
  for (const count of before ? countCall(before) : []) add(count, -1);
  for (const count of countCall(after)) add(count, 1);
  return [...sums.values()].filter(({ n }) => n !== 0);
}

export type CallRates = {
  readonly indicators: Readonly<Record<CallIndicator, Rate>>;
  readonly calls: number;
  /** 平均通话时长 in ms; null where no call has ended */
  readonly meanTalk: number | null;
};

export function callRates(total: (measure: CallMeasure) => number): CallRates {
  const rate = ([numerator, denominator]: readonly [CallMeasure, CallMeasure]): Rate =>
    rateOf(total(numerator), total(denominator));
  const handled = total('handled');
  return {
    calls: total('calls'),
    indicators: {
      connected: rate(callIndicators.connected),
      'connected-in-time': rate(callIndicators['connected-in-time']),
      'given-up': rate(callIndicators['given-up']),
    },
    meanTalk: handled > 0 ? total('talk') / handled : null,
  };
}
