import { useSyncExternalStore } from 'react';

/** Simplified Chinese first, English complete second. */
export type Language = 'zh' | 'en';

const key = 'suban.language';
const listeners = new Set<() => void>();
let current: Language = localStorage.getItem(key) === 'en' ? 'en' : 'zh';
document.documentElement.lang = current === 'zh' ? 'zh-Hans' : 'en';

export const language = (): Language => current;

export function setLanguage(next: Language): void {
  current = next;
  localStorage.setItem(key, next);
  document.documentElement.lang = next === 'zh' ? 'zh-Hans' : 'en';
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useLanguage = (): Language => useSyncExternalStore(subscribe, language);

/**
 * A dictionary in both languages. The English has the Chinese one's type, so a missing key does not compile;
 * words with values in them are functions.
 */
export const dictionary = <T>(zh: T, en: NoInfer<T>) => ({ zh, en });

export function useText<T>(words: { readonly zh: T; readonly en: T }): T {
  return words[useLanguage()];
}

/** What a unit or matter stands under, in the reader's language. */
export const trailIn = (
  lang: Language,
  { trail, trailEn }: { readonly trail: string; readonly trailEn: string },
): string => (lang === 'zh' ? trail : trailEn);
/** The name of a unit, matter or area in the reader's language. */
export const nameIn = (lang: Language, named: { readonly name: string; readonly nameEn: string }): string =>
  lang === 'zh' ? named.name : named.nameEn || named.name;
