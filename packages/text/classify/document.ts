import { jieba } from '../jieba.ts';
import { normalise } from '../normalise.ts';

/** A message's words in order, lower-case, without the empty ones. */
export type Words = { readonly title: readonly string[]; readonly body: readonly string[] };

/** A message as the classifier reads it. */
export type Document = Words & {
  /** Whether it came as people write, with the empty words in it. */
  readonly written: boolean;
};

/** A run of Chinese characters, or a run of other letters and digits. */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

/** What spreadsheets leave of a line break, and web addresses: neither says anything about the subject. */
const NOISE = /_x000d_|https?:\/\/[\w./?=&%-]+/gu;

/** The words of a text: Chinese cut by the dictionary, other runs whole, lower-case. Text cut before stays cut. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [run] of normalise(text).toLowerCase().replace(NOISE, ' ').matchAll(RUN)) {
    if (HAN.test(run) && run.length > 1) words.push(...jieba().cut(run));
    else words.push(run);
  }
  return words;
}

/** A title, then a gap of at least two blanks, as exports write title and body in one field. */
const GAP = /^(\S.*?)\s{2,}(.+)$/su;
const LONGEST_TITLE = 60;

/** How many words at the start of a text stand for its title when nothing sets one apart. */
const OPENING_WORDS = 9;

/** Public messages have 29 empty words in 100 (nearly all of them more than 10), rows freed of them 3 (nearly none more than 14). */
const WRITTEN_FROM = 0.12;

/**
 * Reads title and body; when either is missing, the title is looked for at the start of the other. `empty`: words
 * that say nothing about a subject (的, 我们, 因为 …), as the model knows them.
 */
export function documentOf(title: string, body: string, empty: ReadonlySet<string>): Document {
  let all = 0;
  let kept = 0;
  const cut = (text: string) => {
    const words = wordsOf(text);
    const full = words.filter((word) => !empty.has(word));
    all += words.length;
    kept += full.length;
    return full;
  };
  const parts = partsOf(title, body, cut);
  return { ...parts, written: all - kept >= WRITTEN_FROM * Math.max(1, all) };
}

function partsOf(title: string, body: string, cut: (text: string) => string[]): Words {
  if (title.trim() !== '' && body.trim() !== '') return { title: cut(title), body: cut(body) };
  const text = `${title}${body}`.trim();
  const [, first = '', rest = ''] = GAP.exec(text) ?? [];
  if (first !== '' && first.replace(/\s/gu, '').length <= LONGEST_TITLE)
    return { title: cut(first), body: cut(rest) };
  const words = cut(text);
  return { title: words.slice(0, OPENING_WORDS), body: words.slice(OPENING_WORDS) };
}
