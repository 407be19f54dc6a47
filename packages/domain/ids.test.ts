import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appealId, formatNumber, parseNumber } from './ids.ts';
import { units } from './testing/city.ts';
import { isWithin, lineage } from './units.ts';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const serial = fc.integer({ min: 1, max: 99_999_999 });
const number = fc.tuple(day, serial).map(([date, id]) => formatNumber(date, appealId(id)));

test('a number reads as the day, the serial and a check digit', () => {
  expect(formatNumber('2026-03-02', appealId(42))).toBe('260302-00000042-0');
});

test('a number leads back to its key, as written, without dashes or with blanks around it', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 999_999_999_999 }), (date, id) => {
      const text = formatNumber(date, appealId(id));
      const key = { cohort: Number(date.slice(0, 7).replace('-', '')), id };
      expect(parseNumber(text)).toEqual(key);
      expect(parseNumber(` ${text.replaceAll('-', '')}\n`)).toEqual(key);
    }),
  );
});

test('every single wrong digit is caught', () => {
  fc.assert(
    fc.property(number, (text) => {
      for (const [i, digit] of [...text].entries()) {
        if (digit === '-') continue;
        for (const wrong of '0123456789'.replace(digit, '')) {
          expect(
            parseNumber(text.slice(0, i) + wrong + text.slice(i + 1)),
            `${text} with ${wrong} at ${i}`,
          ).toBeNull();
        }
      }
    }),
  );
});

test('most swaps of two neighbours are caught', () => {
  let swaps = 0;
  let missed = 0;
  for (const text of fc.sample(number, { numRuns: 500, seed: 11 })) {
    const digits = text.replaceAll('-', '');
    for (let i = 0; i + 1 < digits.length; i += 1) {
      const swapped = digits.slice(0, i) + digits[i + 1] + digits[i] + digits.slice(i + 2);
      if (swapped === digits) continue;
      swaps += 1;
      if (parseNumber(swapped)) missed += 1;
    }
  }
  expect(swaps).toBeGreaterThan(5000);
  expect(missed / swaps).toBeLessThan(0.03);
});

test.each([
  '',
  '-',
  'abc',
  '260302',
  '260302-00000042',
  '260302-42-0',
  '260302-00000042-00',
  '260302 00000042 0',
  '２６０３０２-00000042-0',
  '260302-0000004a-0',
  '260302--00000042-0',
  '-260302-00000042-0',
  '260302-00000042-0;drop',
  '260302-000000042-0',
  '260302-00000042-3',
  '261302-00000042-0',
  '260332-00000042-0',
])('no number of ours: %j', (text) => {
  expect(parseNumber(text)).toBeNull();
});

test('a day that is none is refused even with the right check digit', () => {
  for (const date of ['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-06-00']) {
    expect(parseNumber(formatNumber(date, appealId(7)))).toBeNull();
  }
  expect(parseNumber(formatNumber('2028-02-29', appealId(7)))).toEqual({ cohort: 202802, id: 7 });
});

test('garbage is refused and never throws', () => {
  fc.assert(
    fc.property(number, fc.string(), fc.nat({ max: 20 }), (text, noise, at) => {
      expect(parseNumber(`x${noise}`)).toBeNull();
      const broken = text.slice(0, at) + noise + text.slice(at);
      expect(parseNumber(broken) === null || /^\s*\d{6}-?\d{8,12}-?\d\s*$/.test(broken)).toBe(true);
    }),
  );
});

test('a unit is within those on its path only, segment by segment', () => {
  expect(isWithin(units.grid, units.street)).toBe(true);
  expect(isWithin(units.street, units.street)).toBe(true);
  expect(isWithin(units.street, units.grid)).toBe(false);
  expect(isWithin({ path: '/1/100/' }, { path: '/1/10/' })).toBe(false);
  expect(isWithin({ path: '/1/10/' }, { path: '/1/1/' })).toBe(false);
  expect(lineage(units.grid)).toEqual([1, 10, 20, 21, 22]);
});
