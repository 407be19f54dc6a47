import type { Language } from '../../i18n/language.ts';

const locale = (lang: Language) => (lang === 'zh' ? 'zh-CN' : 'en-GB');

/** “12,345”. */
export const count = (lang: Language, n: number): string => new Intl.NumberFormat(locale(lang)).format(n);

/** Minutes of office hours as hours: “12.5”. A day of them is no 24 hours, so days are not spoken of. */
export const hoursOf = (lang: Language, minutes: number): string =>
  new Intl.NumberFormat(locale(lang), { maximumFractionDigits: 1 }).format(minutes / 60);

/** “87.3%”; `share` is between 0 and 1. */
export const percent = (lang: Language, share: number): string =>
  new Intl.NumberFormat(locale(lang), {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(share);
