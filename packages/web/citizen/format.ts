import type { Language } from '../i18n/language.ts';

/** “3月5日” / “5 Mar” of a calendar day (YYYY-MM-DD) of the city. */
export const dayAndMonth = (lang: Language, day: string): string =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
  }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`));

/** A number one can dial: the digits of “0755-8888 8888”. */
export const dial = (phone: string): string => `tel:${phone.replace(/[^\d+,;]/g, '')}`;
