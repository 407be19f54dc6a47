import type { AlertWords } from '@suban/domain/govern/alert-words.ts';

/** The first of the city's words that must reach a person at once, or null. */
export function sensitiveWord(
  { title, body }: { readonly title: string; readonly body: string },
  { anywhere, inTitle }: AlertWords,
): string | null {
  return (
    inTitle.find((word) => title.includes(word)) ??
    anywhere.find((word) => title.includes(word) || body.includes(word)) ??
    null
  );
}
