import { searchTokens } from '@suban/text/tokens.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import type { Reference } from '../people/reference-store.ts';
import { suggestDispatch } from '../people/suggest.ts';
import { addSuggestions, addWords, filedTexts } from './suggester-store.ts';

/** Reads each new appeal's words: a dispatch suggestion for the queue, and tokens for the search. */
export function suggester(reference: () => Reference): Reader {
  return {
    name: 'suggestions',
    async handle(tx: Tx, events: readonly Placed[]) {
      const filed = events.filter((placed) => placed.event.type === 'filed');
      if (filed.length === 0) return;
      const texts = await filedTexts(tx, filed.map((placed) => placed.key));
      const read = texts.map((text) => {
        const area = filed.find((placed) => placed.key.id === text.appeal && placed.key.cohort === text.cohort);
        const areaId = area?.event.type === 'filed' ? area.event.data.area : null;
        return { ...text, options: suggestDispatch(reference(), text.title, text.body, areaId), words: searchTokens(`${text.title}\n${text.body}\n${text.address ?? ''}`) };
      });
      await addSuggestions(tx, read);
      await addWords(tx, read);
    },
  };
}
