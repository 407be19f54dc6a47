import type { EventType } from '@suban/domain/events.ts';
import { searchTokens } from '@suban/text/tokens.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import { addWords, filedTexts, keepUnits } from './search-store.ts';

/** With these a unit comes to see a case. */
const joining: readonly EventType[] = [
  'filed',
  'passed-to-centre',
  'dispatched',
  'sub-assigned',
  'joined',
  'backstop-named',
];

/** Keeps what the staff's search looks in: each new appeal's words, and which units may find it by them. */
export const search: Reader = {
  name: 'search',
  only: joining,
  async handle(tx: Tx, events: readonly Placed[]) {
    const filed = events.flatMap(({ key, event }) => (event.type === 'filed' ? [key] : []));
    if (filed.length > 0) {
      const texts = await filedTexts(tx, filed);
      await addWords(
        tx,
        texts.map(({ cohort, appeal, title, body, address }) => ({
          cohort,
          appeal,
          words: searchTokens(`${title}\n${body}\n${address ?? ''}`),
        })),
      );
    }
    const keys = new Map(events.map(({ key }) => [`${key.cohort}/${key.id}`, key]));
    await keepUnits(tx, [...keys.values()]);
  },
};
