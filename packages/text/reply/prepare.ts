import { normalise } from '../normalise.ts';

/** What was asked. `title` may be ''. */
export type Question = { readonly title: string; readonly body: string };

/**
 * What would tell whose reply it is without a word on the matter: the asker's handle (also one in quotation marks
 * after 网友), and dates, which a handler types on the day anyway. Times of day and plain numbers stay.
 */
const GIVEAWAYS =
  /(?<=网友[^\p{L}\p{N}]{0,3})["“][^"”\n]{1,20}["”]|["“]?\b(?:UU|A0+)\d+["”]?|(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{2,4}年|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}/giu;

/** Letters and digits in lower case, one blank for whatever stands between them. */
export function plain(text: string): string {
  return normalise(text)
    .replace(GIVEAWAYS, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim();
}

/** The pairs (2) and triples (3) of neighbouring characters, each with the number of times it stands there. */
export function grams(text: string, length: 2 | 3): Map<string, number> {
  const found = new Map<string, number>();
  for (const run of text.split(' ')) {
    for (let at = 0; at + length <= run.length; at++) {
      const gram = run.slice(at, at + length);
      found.set(gram, (found.get(gram) ?? 0) + 1);
    }
  }
  return found;
}

/** A text with its pairs and triples, ready to be compared with many others. */
export type Prepared = {
  readonly text: string;
  readonly two: ReadonlyMap<string, number>;
  readonly three: ReadonlyMap<string, number>;
};

export function prepare(text: string): Prepared {
  const clean = plain(text);
  return { text: clean, two: grams(clean, 2), three: grams(clean, 3) };
}

export type PreparedQuestion = { readonly title: Prepared; readonly whole: Prepared };

/** Without a title, the beginning of the words stands for it: that is where people say what it is about. */
export function prepareQuestion({ title, body }: Question): PreparedQuestion {
  return { title: prepare(title.trim() || body.slice(0, 40)), whole: prepare(`${title}\n${body}`) };
}

/** The reply with what it copies of the question blanked: runs of at least `least` characters. */
export function withoutCopied(reply: string, question: string, least: number): string {
  let kept = '';
  for (let at = 0; at < reply.length; ) {
    let length = least;
    if (question.includes(reply.slice(at, at + length)) && at + length <= reply.length) {
      while (at + length < reply.length && question.includes(reply.slice(at, at + length + 1))) length++;
      kept += ' ';
      at += length;
    } else kept += reply[at++];
  }
  return kept;
}
