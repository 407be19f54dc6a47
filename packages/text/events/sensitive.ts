import type { AlertWords } from '@suban/domain/govern/alert-words.ts';

/** 实质性侵占 is encroachment: the 性 belongs to the word before. */
const OTHER_WORD = /性侵(?=[占权入蚀吞])/gu;

/** The first of the city's words that must reach a person at once, or null. */
export function sensitiveWord(
  appeal: { readonly title: string; readonly body: string },
  { anywhere, inTitle }: AlertWords,
): string | null {
  const title = appeal.title.replace(OTHER_WORD, '');
  const body = appeal.body.replace(OTHER_WORD, '');
  return (
    inTitle.find((word) => title.includes(word)) ??
    anywhere.find((word) => title.includes(word) || body.includes(word)) ??
    null
  );
}
