import { expect, test } from 'vitest';
import { seedHolidays } from './holidays.ts';

const days = new Map(seedHolidays().map((day) => [day.day, day]));
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

test('known days of the published calendar', () => {
  expect(days.get('2025-10-01')).toEqual({ day: '2025-10-01', kind: 'holiday', name: '国庆节' });
  expect(days.get('2026-02-17')).toEqual({ day: '2026-02-17', kind: 'holiday', name: '春节' });
  expect(days.get('2026-03-11')).toBeUndefined();
});

test('a make-up workday always falls on a weekend, and both years have them', () => {
  const makeUp = [...days.values()].filter((day) => day.kind === 'workday');
  expect(makeUp.every((day) => [0, 6].includes(weekday(day.day)))).toBe(true);
  expect(new Set(makeUp.map((day) => day.day.slice(0, 4)))).toEqual(new Set(['2025', '2026']));
});

test('days come once, in order', () => {
  const order = seedHolidays().map((day) => day.day);
  expect(order).toEqual([...new Set(order)].sort());
});
