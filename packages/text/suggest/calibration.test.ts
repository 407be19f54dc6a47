import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Band, bandIn, bands, calibrated, cityCalibration, MOST_SURE } from './calibration.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const record = fc
  .uniqueArray(
    fc.record({ band: fc.nat({ max: bands - 1 }), judged: fc.nat({ max: 5_000 }), right: share }),
    {
      selector: ({ band }) => band,
    },
  )
  .map((list) =>
    list.map(({ band, judged, right }): Band => ({ band, judged, hits: Math.round(judged * right) })),
  );

test('never certain, and surer where the words say more', () => {
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [low, high] = [calibrated(Math.min(a, b)), calibrated(Math.max(a, b))];
      expect(low).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThan(0);
      expect(high).toBeLessThanOrEqual(MOST_SURE);
    }),
  );
  expect(calibrated(1)).toBe(0.99);
});

test('a city that has judged nothing shows what was fitted', () =>
  fc.assert(
    fc.property(share, (product) => {
      const confidence = calibrated(product);
      expect(cityCalibration([])(confidence)).toBe(confidence);
      expect(cityCalibration([{ band: 3, judged: 0, hits: 0 }])(confidence)).toBe(confidence);
    }),
  ));

test('whatever a city’s record, what is shown never falls as confidence rises and is never certain', () =>
  fc.assert(
    fc.property(record, share, share, (list, a, b) => {
      const shown = cityCalibration(list);
      const [low, high] = [shown(Math.min(a, b)), shown(Math.max(a, b))];
      expect(low).toBeLessThanOrEqual(high + 1e-12);
      expect(low).toBeGreaterThan(0);
      expect(high).toBeLessThanOrEqual(MOST_SURE);
    }),
  ));

test('a few judgements move it a little, many to what was right', () => {
  const at = 0.75;
  const band = bandIn(at);
  const shown = (judged: number) => cityCalibration([{ band, judged, hits: judged / 2 }])(at);
  expect(shown(4)).toBeGreaterThan(0.68);
  expect(shown(20)).toBeCloseTo(0.63, 1);
  expect(shown(2_000)).toBeCloseTo(0.5, 1);
});

test('shown equals right: of a city whose suggestions are right less often than fitted, in every band', () => {
  const truth = (confidence: number) => confidence ** 2;
  const middle = (band: number) =>
    Array.from({ length: 1_000 }, (_, i) => i / 1_000).filter((c) => bandIn(c) === band);
  const list = Array.from({ length: bands }, (_, band): Band => {
    const all = middle(band);
    const right = all.reduce((sum, c) => sum + truth(c), 0) / all.length;
    return { band, judged: 1_000, hits: Math.round(1_000 * right) };
  });
  const shown = cityCalibration(list);
  for (let c = 0.05; c < 0.95; c += 0.05) expect(Math.abs(shown(c) - truth(c))).toBeLessThan(0.05);
});
