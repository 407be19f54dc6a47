import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composedMessages } from '../../../bench/messages.ts';
import { fileText, likeness, likenessFrom, soughtTokens, storedTokens } from './filed.ts';
import { pack, unpack } from './packed.ts';
import { namedPlaces, placeKeys, sharedPlaces } from './place-names.ts';

const text = (title: string, body: string) => ({ title, body });
const lamps = text('紫荆中路路灯不亮', '福田区园岭街道紫荆中路。望澜花园门口的路灯全黑了，晚上走路看不见。');
const again = text('紫荆中路晚上没有路灯', '紫荆中路一盏路灯都不亮，望澜花园的老人摔了一跤。');
const noise = text('紫荆中路半夜施工', '紫荆中路望澜花园旁边的工地半夜施工，噪音吵得睡不着。');
const other = text('百合二路路灯不亮', '福田区园岭街道百合二路。安平大厦门口的路灯全黑了，晚上走路看不见。');

describe('places', () => {
  test('are told apart by their own names, whatever kind of place and whatever district stand around them', () => {
    expect(namedPlaces(placeKeys(lamps), placeKeys(again))).toBe('same');
    expect(namedPlaces(placeKeys(lamps), placeKeys(other))).toBe('apart');
    expect(namedPlaces(placeKeys(lamps), placeKeys(text('路灯', '路灯坏了')))).toBe('unknown');
    const [garden, plaza] = ['望澜花园', '安澜花园'].map((name) => placeKeys(text(`${name}没有电梯`, '')));
    expect(namedPlaces(garden ?? [], plaza ?? [])).toBe('apart');
  });

  test('are known when they are misspelt by sound', () => {
    const right = placeKeys(text('金茂悦小区停水', ''));
    expect(namedPlaces(right, placeKeys(text('金贸悦小区没有水', '')))).toBe('same');
  });

  test('that both name are quoted as the first writes them', () => {
    expect(sharedPlaces(lamps, again).join()).toContain('紫荆中路');
    expect(sharedPlaces(lamps, other)).toEqual([]);
  });

  test('an office that people are sent to is none', () => {
    expect(placeKeys(text('园岭街道办不接电话', '园岭派出所也不管'))).toEqual([]);
  });
});

describe('likeness', () => {
  const filed = (what: typeof lamps, area: number | null = null) => fileText(what, area);

  test('is high of the same event, and does not depend on the order', () => {
    const [a, b] = [filed(lamps), filed(again)];
    expect(likeness(a, b)).toMatchObject({ place: 'same' });
    expect(likeness(a, b).chance).toBeGreaterThan(0.6);
    expect(likeness(b, a).chance).toBeCloseTo(likeness(a, b).chance, 6);
  });

  test('is low of another problem in the same place', () =>
    expect(likeness(filed(lamps), filed(noise)).chance).toBeLessThan(0.6));

  test('two subdistricts are two places, whatever the names', () => {
    expect(likeness(filed(lamps, 7), filed(again, 8)).place).toBe('apart');
    expect(likeness(filed(lamps, 7), filed(again, null)).place).toBe('same');
  });
});

test('looked at only from a chance on, what may be one event comes out the same, and all else as nothing', () => {
  const compose = composedMessages(3);
  const list = [lamps, again, noise, other, ...Array.from({ length: 60 }, () => compose())].map((one, i) =>
    fileText(one, i % 5),
  );
  let found = 0;
  for (const a of list) {
    for (const b of list) {
      const full = likeness(a, b);
      const wanted = full.chance >= 0.6 && full.place !== 'apart' ? full : null;
      if (wanted) found += 1;
      expect(likenessFrom(0.6, a, b)).toEqual(wanted);
    }
  }
  expect(found).toBeGreaterThan(list.length);
});

describe('tokens', () => {
  test('bounded, and of the same event some in common', () => {
    const [stored, sought] = [storedTokens(fileText(lamps, null)), soughtTokens(fileText(again, null))];
    expect(sought.some((token) => stored.includes(token))).toBe(true);
    const compose = composedMessages(7);
    for (let n = 0; n < 50; n++) {
      const filed = fileText(compose(), null);
      expect(storedTokens(filed).length).toBeLessThanOrEqual(16);
      expect(soughtTokens(filed).length).toBeLessThanOrEqual(72);
      // What is looked for finds itself.
      expect(soughtTokens(filed)).toEqual(expect.arrayContaining(storedTokens(filed)));
    }
  });
});

describe('packed', () => {
  test('and unpacked, any text is compared as before', () => {
    const compose = composedMessages(11);
    const body = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), body, fc.nat(), (title, words, area) => {
        const filed = fileText({ title, body: `${words}${compose().body}` }, area);
        const [back, lampsFiled] = [unpack(pack(filed)), fileText(lamps, null)];
        expect(back?.area).toBe(area);
        expect(back?.places).toEqual(filed.places);
        expect(back?.signature.keys).toEqual(filed.signature.keys);
        const after = likeness(back ?? filed, lampsFiled).chance;
        expect(after).toBeCloseTo(likeness(filed, lampsFiled).chance, 5);
      }),
      { numRuns: 100 },
    );
  });

  test('what another release packed is not read', () => {
    const bytes = pack(fileText(lamps, null)).slice();
    bytes[0] = 9;
    expect(unpack(bytes)).toBeNull();
  });

  test('takes about a kilobyte at most of what people write', () => {
    const compose = composedMessages(5);
    const sizes = Array.from({ length: 100 }, () => pack(fileText(compose(), null)).length);
    expect(Math.max(...sizes)).toBeLessThan(1_500);
  });
});
