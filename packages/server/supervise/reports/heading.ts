import type { Report } from '@suban/domain/api-reports.ts';
import { day, dayOf } from '@suban/domain/calendar/calendar.ts';
import { type Language, reportWords } from './report-words.ts';

/** What stands above a report: whose, of what days, and when it was made, in the city's zone. */
export function headingOf(report: Report, lang: Language) {
  const t = reportWords[lang];
  const { period, city, madeAt, offsetMinutes } = report;
  const made = new Date(Date.parse(madeAt) + offsetMinutes * 60_000).toISOString();
  const name = lang === 'zh' ? city.name : city.nameEn || city.name;
  return {
    title:
      lang === 'zh'
        ? `${name}${t.product}${t.kind[period.kind]} ${period.id}`
        : `${name} · ${t.product} · ${t.kind[period.kind]} ${period.id}`,
    span: t.cover(dayOf(report, Date.parse(period.from)), dayOf(report, Date.parse(period.to) - day)),
    made: t.made(`${made.slice(0, 10)} ${made.slice(11, 16)}`),
  };
}
