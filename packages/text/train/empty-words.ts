import { wordsOf } from '../classify/document.ts';
import type { Corpus } from './rows.ts';

/** In how many raw messages a word must be before its absence elsewhere means anything. */
const LEAST_MESSAGES = 8;

/** How rare a word must be in the labelled rows, against its rate in raw messages, to have been removed there. */
const LEFT_OVER = 0.01;

/**
 * The empty words (的, 我们, 因为 …): those that raw messages are full of and the labelled rows, from which their
 * makers removed them, lack. So a raw message can be brought into the form the model was trained on. Topics that the
 * labelled rows happen to lack may be among them; about those the model knows nothing anyway.
 */
export function emptyWords({ labelled, raw }: Corpus): ReadonlySet<string> {
  const kept = new Map<string, number>();
  let keptTotal = 0;
  for (const { text } of labelled)
    for (const word of text.toLowerCase().split(/\s+/u)) {
      kept.set(word, (kept.get(word) ?? 0) + 1);
      keptTotal += 1;
    }
  const written = new Map<string, { times: number; messages: number }>();
  let writtenTotal = 0;
  for (const { title, body } of raw) {
    const words = wordsOf(`${title}\n${body}`);
    writtenTotal += words.length;
    const seen = new Set<string>();
    for (const word of words) {
      const entry = written.get(word) ?? { times: 0, messages: 0 };
      entry.times += 1;
      if (!seen.has(word)) entry.messages += 1;
      seen.add(word);
      written.set(word, entry);
    }
  }
  const rate = keptTotal / Math.max(1, writtenTotal);
  const removed = [...written].filter(
    ([word, { times, messages }]) =>
      messages >= LEAST_MESSAGES && (kept.get(word) ?? 0) <= LEFT_OVER * times * rate,
  );
  return new Set(removed.map(([word]) => word).sort());
}
