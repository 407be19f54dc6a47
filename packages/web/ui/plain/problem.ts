import type { Language } from '../../i18n/language.ts';
import { ApiError } from '../api.ts';

/** What went wrong, in the reader's language. */
export function problemText(lang: Language, error: unknown): string {
  if (error instanceof ApiError) return lang === 'zh' ? error.problem.message : error.problem.messageEn;
  return lang === 'zh' ? '出了点问题，请稍后再试' : 'Something went wrong. Please try again';
}

/** Did the server find something wrong with this field of the request (`contact.phone`)? */
export const isAbout = (error: unknown, path: string): boolean =>
  error instanceof ApiError && error.problem.fields?.some((field) => field.path === path) === true;
