import { statutoryHolidays } from '@suban/domain/calendar/statutory.ts';
import { published } from '@suban/domain/testing/calendars.ts';
import chineseDays from 'chinese-days';
import { expect, test } from 'vitest';
import { seedHolidays } from './holidays.ts';

test('the published years the rules are tested with are those the demo city is seeded with', () => {
  expect(new Map(seedHolidays().map(({ day, kind }) => [day, kind]))).toEqual(published.exceptions);
});

test('the days of the moon, and of the sun’s term 清明, are those of the almanac', () => {
  for (let year = 2025; year <= 2056; year += 1) {
    const lunar = ['01-01', '05-05', '08-15'].map(
      (date) => chineseDays.getSolarDateFromLunar(`${year}-${date}`).date,
    );
    const term = chineseDays.getSolarTermDate(year, 4, 'pure_brightness');
    expect([...statutoryHolidays(year).keys()]).toEqual(expect.arrayContaining([...lunar, term]));
  }
});
