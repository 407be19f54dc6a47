import { jieba } from './jieba.ts';
import { normalise } from './normalise.ts';

/** PostgreSQL takes lexemes to 2 KB, but nobody types more than this as one word. In characters. */
const MAX_TOKEN_CHARS = 40;

/** Beyond this many words an AND search only gets slower, not narrower. */
const MAX_QUERY_TOKENS = 64;

const HAN = /^\p{Script=Han}/u;

/** A run of Chinese characters, or a run of other letters and digits (G107, wifi, 107). */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/**
 * The words under which a text is found, distinct, for `array_to_tsvector(text[])`: every pair of neighbouring
 * Chinese characters, every longer dictionary word anywhere in it, and lower-cased runs of other letters and digits.
 *
 * Dictionary words are all those *possible* (jieba's full mode), not those of one segmentation: how a sentence is
 * cut depends on its neighbourhood, so a query would be cut otherwise than the text it stands in and be missed.
 * A lone Chinese character is no token. Tokens hold only letters and digits, so no quoting is ever needed.
 * A tsvector ends at 1 MB, that is about 80,000 characters of text; intake accepts far less.
 */
export function searchTokens(text: string): string[] {
  const tokens = new Set<string>();
  for (const [run] of normalise(text).toLowerCase().matchAll(RUN)) {
    if (HAN.test(run)) addChinese(tokens, run);
    else tokens.add(run.length > MAX_TOKEN_CHARS ? [...run].slice(0, MAX_TOKEN_CHARS).join('') : run);
  }
  return [...tokens];
}

function addChinese(tokens: Set<string>, run: string): void {
  let previous = '';
  for (const character of run) {
    if (previous !== '') tokens.add(previous + character);
    previous = character;
  }
  if (run.length < 3) return;
  for (const word of jieba().cutAll(run)) {
    if (word.length > 2 && word.length <= MAX_TOKEN_CHARS) tokens.add(word);
  }
}

/**
 * The tokens a text must *all* have to match a search (`tsvector @@ 'a' & 'b'`). They are among `searchTokens` of
 * every text that contains the query's words verbatim. A Chinese token inside a longer one is left out, since the
 * longer implies it. Empty when the query holds nothing to search for (punctuation, one Chinese character).
 */
export function queryTokens(text: string): string[] {
  const tokens = searchTokens(text).slice(0, MAX_QUERY_TOKENS);
  return tokens.filter(
    (token) => !(HAN.test(token) && tokens.some((other) => other !== token && other.includes(token))),
  );
}
