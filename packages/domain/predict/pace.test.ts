import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ended, groupsOf, lengthOf, lengths, noPace, opened, type Pace, predict, type Seen } from './pace.ts';

const day = 86_400_000;
const ages = 60 * day;
const paceOf = (days: readonly number[], how: 'answered' | 'gone' = 'answered'): Pace =>
  days.reduce<Pace>((pace, length) => ended(opened(pace, 1), how, length * day), noPace);
const all = (seen: readonly Seen[]) => [{ like: 'all' as const, seen }];
const seen = (pace: Pace, age = ages): Seen => ({ pace, age });
/** 1 … n days, evenly. */
const evenly = (n: number, times = 10) =>
  Array.from({ length: n * times }, (_, i) => ((i + 0.5) * n) / (n * times));

test('lengths grow without a gap', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 90 * day, noNaN: true }), (ms) => {
      const length = lengthOf(ms);
      expect(length).toBeGreaterThanOrEqual(0);
      expect(length).toBeLessThan(lengths);
      expect(lengthOf(ms * 1.01)).toBeGreaterThanOrEqual(length);
    }),
  );
});

describe('predict', () => {
  test('says the tenth, the half and nine tenths of what was seen', () => {
    const told = predict(all([seen(paceOf(evenly(10, 40)))]), 0, 30);
    expect(told).not.toBeNull();
    expect(told!.from / day).toBeCloseTo(1, 0);
    expect(told!.middle / day).toBeCloseTo(5, 0);
    expect(told!.to / day).toBeCloseTo(9, 0);
    expect(told).toMatchObject({ cases: 400, like: 'all' });
  });

  test('counts what has passed already: of those that took longer', () => {
    const told = predict(all([seen(paceOf(evenly(10, 40)))]), 8 * day, 30);
    expect(told!.from).toBeGreaterThan(8 * day);
    expect(told!.to / day).toBeCloseTo(9.8, 0);
  });

  test('knows nothing of less than the least, nor of what has waited longer than any', () => {
    const few = [seen(paceOf(evenly(10, 2)))];
    expect(predict(all(few), 0, 21)).toBeNull();
    expect(predict(all(few), 0, 20)).not.toBeNull();
    expect(predict(all(few), 50 * day, 20)).toBeNull();
  });

  test('open ones lengthen it: they have not been answered yet', () => {
    const quick = paceOf(evenly(4, 20));
    const waiting = Array.from({ length: 80 }).reduce<Pace>((pace) => opened(pace, 1), quick);
    const without = predict(all([seen(quick, 10 * day)]), 0, 30);
    // Half of them still wait after ten days: their answer cannot be reckoned, and is not made up.
    expect(without).not.toBeNull();
    expect(predict(all([seen(waiting, 10 * day)]), 0, 30)).toBeNull();
    const some = Array.from({ length: 6 }).reduce<Pace>((pace) => opened(pace, 1), quick);
    expect(predict(all([seen(some, 10 * day)]), 0, 30)!.to).toBeGreaterThan(without!.to);
  });

  test('a closer group with few cases stays near the wider one; with many it has its own way', () => {
    const slow = [seen(paceOf(evenly(20, 40)))];
    const near = (times: number) =>
      predict(
        [
          { like: 'matter', seen: [seen(paceOf(evenly(2, times)))] },
          { like: 'all', seen: slow },
        ],
        0,
        30,
      )!;
    expect(near(1).middle).toBeGreaterThan(near(100).middle);
    expect(near(1).like).toBe('all');
    expect(near(100).like).toBe('matter');
    expect(near(100).middle / day).toBeLessThan(1.5);
  });

  test('is in order and never before now, whatever was seen', () => {
    const some = fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(
        some,
        some,
        fc.nat(20),
        fc.double({ min: 0, max: 30, noNaN: true }),
        (a, g, open, passed) => {
          let pace = paceOf(a);
          for (const length of g) pace = ended(opened(pace, 1), 'gone', length * day);
          for (let i = 0; i < open; i += 1) pace = opened(pace, 1);
          const told = predict(all([seen(pace, 20 * day)]), passed * day, 1);
          if (!told) return;
          expect(told.from).toBeGreaterThanOrEqual(passed * day);
          expect(told.middle).toBeGreaterThanOrEqual(told.from);
          expect(told.to).toBeGreaterThanOrEqual(told.middle);
        },
      ),
    );
  });
});

test('an appeal belongs to wider and wider groups, each once', () => {
  const of = { kind: 'help', urgency: 'ordinary', matter: '010203', unit: 7 } as const;
  expect(groupsOf(of).map(({ like }) => like)).toEqual([
    'matter-and-unit',
    'matter',
    'section',
    'kind',
    'all',
  ]);
  expect(groupsOf({ ...of, matter: null }).map(({ like }) => like)).toEqual(['kind', 'all']);
  expect(new Set(groupsOf(of).map(({ key }) => key)).size).toBe(5);
});
