import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callRates, type CallMeasure, countCall, recount } from '../indicators/calls.ts';
import { type Call, callAfter, callEvents, type CallNews, callStateOf } from './calls.ts';

const t = Date.parse('2026-03-02T09:00:00+08:00');
const told = (...news: readonly (readonly [CallNews['event'], number, string?])[]): Call =>
  news.reduce<Call | null>(
    (call, [event, seconds, operator = 'he']) =>
      callAfter(call, { event, at: t + seconds * 1000, line: '12345', operator }, 15) ?? call,
    null,
  )!;
const counted = (call: Call) =>
  Object.fromEntries(countCall(call).map(({ measure, n }) => [measure, n])) as Partial<
    Record<CallMeasure, number>
  >;

describe('what a call counts as', () => {
  test.each([
    ['rings', told(['offered', 0]), 'ringing', { calls: 1 }],
    [
      'is answered at the very limit',
      told(['offered', 0], ['answered', 15]),
      'talking',
      { calls: 1, connected: 1, 'connected-in-time': 1 },
    ],
    ['is answered late', told(['offered', 0], ['answered', 16]), 'talking', { calls: 1, connected: 1 }],
    [
      'is over',
      told(['offered', 0], ['answered', 5], ['ended', 125]),
      'over',
      { calls: 1, connected: 1, 'connected-in-time': 1, handled: 1, talk: 120_000 },
    ],
    ['is given up', told(['offered', 0], ['abandoned', 30]), 'over', { calls: 1, 'given-up': 1 }],
    ['ends unanswered', told(['offered', 0], ['ended', 30]), 'over', { calls: 1, 'given-up': 1 }],
    [
      'came in at a time nobody told',
      told(['answered', 5], ['ended', 65]),
      'over',
      { calls: 1, connected: 1, handled: 1, talk: 60_000 },
    ],
    [
      'is said to be given up, but was answered',
      told(['offered', 0], ['abandoned', 9], ['answered', 9]),
      'talking',
      { calls: 1, connected: 1, 'connected-in-time': 1 },
    ],
  ] as const)('a call that %s', (_what, call, state, counts) => {
    expect(callStateOf(call)).toBe(state);
    expect(counted(call)).toEqual(counts);
  });

  test('a call is counted in the hour it came in, however long it lasts', () => {
    const call = told(['offered', 3590], ['answered', 3598], ['ended', 5000]);
    expect(new Set(countCall(call).map(({ hour }) => hour))).toEqual(new Set([t]));
  });

  test('whoever answers has it', () => {
    expect(told(['offered', 0, 'he'], ['answered', 5, 'lin']).operator).toBe('lin');
    expect(told(['answered', 5, 'lin'], ['offered', 0, 'he']).operator).toBe('lin');
  });
});

const news = fc.uniqueArray(fc.record({ event: fc.constantFrom(...callEvents), seconds: fc.nat(9_000) }), {
  selector: ({ event }) => event,
  minLength: 1,
});

test('in whatever order it is told, and however often, a call comes out the same and is counted once', () => {
  fc.assert(
    fc.property(
      news.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
      ),
      ([inOrder, shuffled]) => {
        const sums = new Map<string, number>();
        let call: Call | null = null;
        for (const { event, seconds } of shuffled) {
          const after = callAfter(call, { event, at: t + seconds * 1000, line: '', operator: null }, 15);
          if (!after) continue;
          for (const { measure, hour, n } of recount(call, after))
            sums.set(`${measure}/${hour}`, (sums.get(`${measure}/${hour}`) ?? 0) + n);
          call = after;
        }
        const plain = inOrder.reduce<Call | null>(
          (known, { event, seconds }) =>
            callAfter(known, { event, at: t + seconds * 1000, line: '', operator: null }, 15) ?? known,
          null,
        )!;
        expect(call).toEqual(plain);
        expect(Object.fromEntries([...sums].filter(([, n]) => n !== 0))).toEqual(
          Object.fromEntries(countCall(plain).map(({ measure, hour, n }) => [`${measure}/${hour}`, n])),
        );
      },
    ),
  );
});

test('rates carry their interval, and nothing is divided by nothing', () => {
  const totals: Partial<Record<CallMeasure, number>> = {
    calls: 100,
    connected: 96,
    'connected-in-time': 90,
    'given-up': 4,
    handled: 90,
    talk: 9_000_000,
  };
  const rates = callRates((measure) => totals[measure] ?? 0);
  expect(rates.meanTalk).toBe(100_000);
  expect(rates.indicators.connected).toMatchObject({ numerator: 96, denominator: 100, value: 0.96 });
  expect(rates.indicators.connected.low).toBeLessThan(0.96);
  expect(callRates(() => 0)).toMatchObject({ meanTalk: null, indicators: { 'given-up': { value: null } } });
});
