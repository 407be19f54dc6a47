import { searchTokens } from '@suban/text/tokens.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import type { Reference } from '../people/reference-store.ts';
import { type Option, responsibleUnit, suggestDispatch } from '../people/suggest.ts';
import { addSuggestions, addWords, filedTexts, namedMatters } from './suggester-store.ts';

/** As many as a dispatcher is shown. */
const most = 3;

/** Reads each new appeal's words: a dispatch suggestion for the queue, and tokens for the search. */
export function suggester(reference: () => Reference): Reader {
  return {
    name: 'suggestions',
    only: ['filed'],
    async handle(tx: Tx, events: readonly Placed[]) {
      const filed = events.flatMap(({ key, event }) =>
        event.type === 'filed' ? [{ key, data: event.data }] : [],
      );
      if (filed.length === 0) return;
      const texts = await filedTexts(
        tx,
        filed.map(({ key }) => key),
      );
      const named = await namedMatters(
        tx,
        filed.flatMap(({ key, data }) => (data.channel === 'open311' ? [key] : [])),
      );
      const read = texts.map((text) => {
        const area =
          filed.find(({ key }) => key.id === text.appeal && key.cohort === text.cohort)?.data.area ?? null;
        const code = named.find((each) => each.appeal === text.appeal && each.cohort === text.cohort)?.code;
        const first = namedOption(reference(), code, area);
        const others = suggestDispatch(reference(), text.title, text.body, area).filter(
          ({ matter }) => matter !== first[0]?.matter,
        );
        return {
          ...text,
          options: [...first, ...others].slice(0, most),
          words: searchTokens(`${text.title}\n${text.body}\n${text.address ?? ''}`),
        };
      });
      await addSuggestions(tx, read);
      await addWords(tx, read);
    },
  };
}

/** What the partner itself named comes first; that it did is the reason a person can check. */
function namedOption(reference: Reference, code: string | undefined, area: number | null): Option[] {
  const matter = code === undefined ? undefined : reference.matters.get(code);
  const unit =
    matter && responsibleUnit(reference, matter, area === null ? null : (reference.units.get(area) ?? null));
  return matter && unit ? [{ unit: unit.id, matter: matter.code, confidence: 1, words: ['Open311'] }] : [];
}
