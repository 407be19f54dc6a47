/**
 * The holidays the law itself fixes (全国年节及纪念日放假办法, as of 10 November 2024), for a year whose calendar the State
 * Council has not published. Which weekends are worked for them, and where a holiday on a weekend is made up, only its
 * notice says; so a due date reckoned with these is provisional and lies, if anything, on the early side.
 */

/** Days off that have a date of the solar calendar, as MMDD. */
const solar = {
  '0101': '元旦',
  '0501': '劳动节',
  '0502': '劳动节',
  '1001': '国庆节',
  '1002': '国庆节',
  '1003': '国庆节',
};

const firstLunarYear = 2025;
/**
 * Lunar New Year, Dragon Boat and Mid-Autumn (正月初一、五月初五、八月十五) as MMDD, a year each from 2025 on. A table, for the
 * Chinese calendar of ICU puts the new moon of 6 February 2027, seven minutes before midnight, on the 7th.
 */
const lunar = `
  0129/0531/1006 0217/0619/0925 0206/0609/0915 0126/0528/1003 0213/0616/0922 0203/0605/0912 0123/0624/1001 0211/0612/0919
  0131/0601/0908 0219/0620/0927 0208/0610/0916 0128/0530/1004 0215/0618/0924 0204/0607/0913 0124/0527/1002 0212/0614/0920
  0201/0603/0910 0122/0622/0928 0210/0611/0917 0130/0531/1005 0217/0619/0925 0206/0608/0915 0126/0529/1004 0214/0615/0922
  0202/0604/0911 0123/0623/0930 0211/0613/0919 0201/0601/0907 0219/0620/0926 0208/0610/0916 0128/0530/1005 0215/0617/0924`
  .trim()
  .split(/\s+/)
  .map((dates) => dates.split('/'));

/** 清明: the sun at 15°, by the usual formula for the years 2000–2099. */
function pureBrightness(year: number): string {
  const y = year % 100;
  return `040${Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)}`;
}

const dayLength = 86_400_000;
const dateOf = (year: number, monthDay: string): string =>
  `${year}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`;

/** Lunar New Year's Eve and the first three days of the year. */
function springFestival(year: number, newYear: string): string[] {
  const first = Date.parse(dateOf(year, newYear));
  return [-1, 0, 1, 2].map((n) => new Date(first + n * dayLength).toISOString().slice(0, 10));
}

function holidaysOf(year: number): ReadonlyMap<string, string> {
  const days = new Map(Object.entries(solar).map(([monthDay, name]) => [dateOf(year, monthDay), name]));
  days.set(dateOf(year, pureBrightness(year)), '清明节');
  const [newYear, dragonBoat, midAutumn] = lunar[year - firstLunarYear] ?? [];
  // Outside the table the days of the moon are not known: reckoned without them rather than not at all.
  if (newYear === undefined || dragonBoat === undefined || midAutumn === undefined) return days;
  for (const date of springFestival(year, newYear)) days.set(date, '春节');
  days.set(dateOf(year, dragonBoat), '端午节');
  days.set(dateOf(year, midAutumn), '中秋节');
  return days;
}

const known = new Map<number, ReadonlyMap<string, string>>();

/** The statutory holidays of a year, YYYY-MM-DD with the day's name: thirteen, fewer when two fall on one day. */
export function statutoryHolidays(year: number): ReadonlyMap<string, string> {
  let days = known.get(year);
  if (!days) {
    days = holidaysOf(year);
    known.set(year, days);
  }
  return days;
}
