import type { Language } from '../i18n/language.ts';

/** Times are shown in the city's zone, wherever the reader is. */
const zone = 'Asia/Shanghai';
const locale = (lang: Language) => (lang === 'zh' ? 'zh-CN' : 'en-GB');

export const dateTime = (lang: Language, iso: string): string =>
  new Intl.DateTimeFormat(locale(lang), { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );

export const date = (lang: Language, iso: string): string =>
  new Intl.DateTimeFormat(locale(lang), { timeZone: zone, dateStyle: 'medium' }).format(new Date(iso));

/** “12月3日” / “3 Dec”: a day near enough to need no year. */
export const monthDay = (lang: Language, iso: string): string =>
  new Intl.DateTimeFormat(locale(lang), { timeZone: zone, month: 'short', day: 'numeric' }).format(
    new Date(iso),
  );

export const timeOfDay = (lang: Language, iso: string): string =>
  new Intl.DateTimeFormat(locale(lang), {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(iso));

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** “3 小时后” / “2 天前”: whole units that have passed or remain, never “yesterday”, which a count of hours cannot tell. */
export function relative(lang: Language, iso: string, now = Date.now()): string {
  const ms = Date.parse(iso) - now;
  for (const [unit, size] of steps) {
    if (Math.abs(ms) >= size)
      return new Intl.RelativeTimeFormat(locale(lang)).format(Math.trunc(ms / size), unit);
  }
  if (ms <= 0) return lang === 'zh' ? '刚刚' : 'just now';
  return new Intl.RelativeTimeFormat(locale(lang), { numeric: 'auto' }).format(0, 'minute');
}

/** “2 小时 5 分” / “2 h 5 min”. */
export function duration(lang: Language, ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const words = lang === 'zh' ? [' 天', ' 小时', ' 分'] : [' d', ' h', ' min'];
  const parts = [d, h, m].flatMap((n, i) => (n > 0 ? [`${n}${words[i]}`] : []));
  return parts.slice(0, 2).join(' ') || `0${words[2]}`;
}

/**
 * A date, or a date and time, as a browser's own field gives it (`2026-03-01`, `2026-03-01T09:30`), in the city's zone,
 * which has had one offset since 1991. A date alone is its morning.
 */
export function inCityZone(local: string): string {
  const [date = '', time = '09:00'] = local.split('T');
  return `${date}T${time.length === 5 ? `${time}:00` : time}+08:00`;
}
