/** Characters that end a line somewhere: CR, VT, FF, NEL, and Unicode's line and paragraph separators. */
const LINE_ENDS = /[\r\v\f\u0085\u2028\u2029]/gu;

/** What cannot be seen: controls, format and zero-width characters, fillers, halves of a broken surrogate pair. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * The text as every other function here compares it: Unicode NFKC (so full-width letters, digits and punctuation
 * become half-width), nothing invisible, a run of blanks is one space, a run with a line break in it is one `\n`,
 * no blanks at either end. Traditional characters stay as written. For analysis and indexing: what the citizen
 * wrote is kept and shown as it came.
 */
export function normalise(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(INVISIBLE, '') // before NFKC, so that what a zero-width character kept apart is composed
    .normalize('NFKC')
    .replace(/\s+/gu, (blanks) => (blanks.includes('\n') ? '\n' : ' '))
    .trim();
}

/** Length in code points, the count a person would make of Chinese text (a rare character such as 𠮷 is one). */
export function charCount(text: string): number {
  return [...text].length;
}
