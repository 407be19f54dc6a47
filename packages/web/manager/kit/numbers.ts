import type { Language } from '../../i18n/language.ts';

const locale = (lang: Language) => (lang === 'zh' ? 'zh-CN' : 'en-GB');

/** “12,345”. */
export const count = (lang: Language, n: number): string => new Intl.NumberFormat(locale(lang)).format(n);

/** “87.3%”; `share` is between 0 and 1. */
export const percent = (lang: Language, share: number): string =>
  new Intl.NumberFormat(locale(lang), {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(share);
