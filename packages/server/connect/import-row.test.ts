import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTime } from './import-row.ts';

test('times are read as the city’s unless they name a zone', () => {
  const china = 480;
  expect(readTime('2019-06-08T17:31:20', china)).toBe(Date.parse('2019-06-08T17:31:20+08:00'));
  expect(readTime('2019-06-08T17:31:20.5Z', china)).toBe(Date.parse('2019-06-08T17:31:20.500Z'));
  expect(readTime('2019-06-08 17:31:20-0330', china)).toBe(Date.parse('2019-06-08T17:31:20-03:30'));
  expect(readTime(' 2020-02-29 ', china)).toBe(Date.parse('2020-02-29T00:00:00+08:00'));
  for (const wrong of [
    '2019-02-29',
    '2019-13-01',
    '2019-04-31T00:00',
    '2019-01-01T24:00',
    '2019-01-01T10:60',
    '2019-01/02',
    '08.06.2019',
    '20190608',
    'yesterday',
    '',
  ]) {
    expect.soft([wrong, readTime(wrong, china)]).toEqual([wrong, null]);
  }
  const seconds = fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2099, 11, 31) / 1000 });
  fc.assert(
    fc.property(
      seconds,
      (s) => readTime(new Date(s * 1000).toISOString().slice(0, 19), china) === s * 1000 - china * 60_000,
    ),
  );
});
