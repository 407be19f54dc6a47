import { pack } from '@suban/text/similar/packed.ts';
import { storedTokens } from '@suban/text/similar/filed.ts';
import { filedTexts } from '../appeal/search-store.ts';
import { comparable, filedFrom } from '../appeal/similar.ts';
import { addIndexed } from '../appeal/similar-store.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import { compareFiled, type New } from './compare-filed.ts';
import { addCompareJobs, type CompareJob } from './compare-store.ts';

/** Reads the filed appeals among events and files them under what others can find them by. */
export function similarIndex(reference: () => Reference): Reader {
  return {
    name: 'similar',
    only: ['filed'],
    async handle(tx, events) {
      await index(tx, reference(), events);
    },
  };
}

/** The same, and compares each with those before it; what was answered is told that it is reported again. */
export function similar(reference: () => Reference): Reader {
  return {
    name: 'similar',
    only: ['filed', 'repeat-noted'],
    async handle(tx, events) {
      const compared = await compareFiled(tx, reference(), await index(tx, reference(), events));
      const recurred = events.flatMap(({ key: later, event }): CompareJob[] => {
        if (event.type !== 'repeat-noted') return [];
        const earlier = { cohort: event.data.cohort, id: event.data.of };
        return [{ name: 'note-recurred', payload: { earlier, later } }];
      });
      await addCompareJobs(tx, [...compared, ...recurred]);
    },
  };
}

async function index(tx: Tx, reference: Reference, events: readonly Placed[]): Promise<New[]> {
  const filings = events.filter(({ event }) => event.type === 'filed');
  if (filings.length === 0) return [];
  const texts = await filedTexts(
    tx,
    filings.map(({ key }) => key),
  );
  const byKey = new Map(texts.map((text) => [`${text.cohort}/${text.appeal}`, text]));
  const read = filings.flatMap(({ key, at: filedAt, event }): New[] => {
    const text = byKey.get(`${key.cohort}/${key.id}`);
    // What was erased is not found again.
    if (!text?.body || event.type !== 'filed') return [];
    const own = comparable(text.title, text.body, text.address);
    return [{ key, filedAt, event, filed: filedFrom(reference, own, event.data.area) }];
  });
  await addIndexed(
    tx,
    read.map(({ key, filed }) => ({ key, packed: pack(filed), tokens: storedTokens(filed) })),
  );
  return read;
}
