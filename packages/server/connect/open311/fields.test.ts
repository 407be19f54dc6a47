import { expect, test } from 'vitest';
import { z } from 'zod';
import { given, listed, longestRange, rangeOf, time, w3 } from './fields.ts';

const now = Date.parse('2026-03-02T09:00:00+08:00');
const china = 480;

test('a range is what was asked for, or the last 90 days', () => {
  expect(rangeOf(undefined, undefined, now)).toEqual({ from: now - longestRange, to: now + 1_000 });
  expect(rangeOf(now - 5_000, undefined, now)).toEqual({ from: now - 5_000, to: now + 1_000 });
  const long = now - 200 * 86_400_000;
  expect(rangeOf(long, undefined, now)).toEqual({ from: long, to: long + longestRange + 1_000 });
  expect(rangeOf(undefined, long, now)).toEqual({ from: long - longestRange, to: long + 1_000 });
});

test('an end is the end of its second', () => {
  const at = now + 789;
  const end = z.parse(time(china), w3(at));
  expect(rangeOf(now - 1, end, now)).toEqual({ from: now - 1, to: now + 1_000 });
});

test('a range of more than 90 days or none at all is refused', () => {
  expect(rangeOf(now - longestRange, now, now)).toEqual({ from: now - longestRange, to: now + 1_000 });
  expect(rangeOf(now - longestRange - 1, now, now)).toContain('90 days');
  expect(rangeOf(now, now - 1, now)).toContain('later');
});

test('times: with a zone, without one, with a plus the URL took', () => {
  const read = (text: string) => time(china).safeParse(text).data;
  for (const same of [
    '2026-03-02T01:00:00Z',
    '2026-03-02T09:00:00+08:00',
    '2026-03-02T09:00:00 08:00',
    '2026-03-02T09:00:00',
    '2026-03-01T20:00:00-05:00',
  ])
    expect(read(same)).toBe(now);
  for (const wrong of ['yesterday', '2026-02-30T00:00:00Z', '1772413200', '0001-01-01T00:00:00Z'])
    expect(read(wrong)).toBeUndefined();
  expect(w3(now + 123)).toBe('2026-03-02T01:00:00Z');
});

test('empty is not given; a list is split at commas', () => {
  const text = given(z.string());
  for (const nothing of [undefined, null, '', '  ']) expect(text.parse(nothing)).toBeUndefined();
  expect(text.parse(7)).toBe('7');
  expect(text.safeParse({ a: 1 }).success).toBe(false);
  const list = listed(z.enum(['open', 'closed']));
  expect(list.parse('open,closed')).toEqual(['open', 'closed']);
  expect(list.parse(['open', ' closed ,'])).toEqual(['open', 'closed']);
  for (const nothing of [undefined, '', ',']) expect(list.parse(nothing)).toBeUndefined();
  expect(list.safeParse('half-open').success).toBe(false);
});
