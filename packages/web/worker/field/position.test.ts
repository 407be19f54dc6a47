import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metresBetween, metresText, wayTo } from './position.ts';

const point = fc.record({
  lat: fc.double({ min: -85, max: 85, noNaN: true }),
  long: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('how far it is', () => {
  test('a minute of latitude is a nautical mile', () => {
    expect(metresBetween({ lat: 22.5, long: 114 }, { lat: 22.5 + 1 / 60, long: 114 })).toBeCloseTo(1853, -1);
  });

  test('there is as far as back, and nowhere further than round half the earth', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const there = metresBetween(a, b);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(20_016_000);
        expect(metresBetween(b, a)).toBeCloseTo(there, 3);
      }),
    );
  });

  test.each([
    [3, '10 m'],
    [347, '350 m'],
    [1234, '1.2 km'],
    [23_456, '23 km'],
  ])('%d m', (metres, text) => expect(metresText(metres)).toBe(text));
});

describe('the way there', () => {
  const place = { lat: 22.54, long: 114.05, address: '园岭新村12栋' };
  test('by position, with the address as its name', () =>
    expect(wayTo(place, false)).toBe(
      `geo:22.54,114.05?q=22.54,114.05(${encodeURIComponent('园岭新村12栋')})`,
    ));
  test('by address alone', () =>
    expect(wayTo({ ...place, lat: null }, false)).toBe(`geo:0,0?q=${encodeURIComponent('园岭新村12栋')}`));
  test('on an iPhone', () => expect(wayTo(place, true)).toBe('maps:?daddr=22.54,114.05'));
  test('nowhere', () => expect(wayTo({ lat: null, long: null, address: null }, false)).toBeNull());
});
