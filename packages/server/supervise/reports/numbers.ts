import type { Column } from './tables.ts';
import type { Language } from './report-words.ts';

const locale = (lang: Language) => (lang === 'zh' ? 'zh-CN' : 'en-GB');

/** “12,345”, “12.5”, “+3”: a count has no decimals unless it is none, an amount of hours one. */
export function numberIn(lang: Language, n: number, kind: Column['kind']): string {
  const digits = kind === 'hours' || !Number.isInteger(n) ? 1 : 0;
  return new Intl.NumberFormat(locale(lang), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: kind === 'change' ? 'exceptZero' : 'auto',
  }).format(n);
}

/** “87.3%”; `share` is between 0 and 1. */
export const percentIn = (lang: Language, share: number): string =>
  new Intl.NumberFormat(locale(lang), {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(share);
