import type { AppealKey } from '@suban/domain/ids.ts';
import { pack } from '@suban/text/similar/packed.ts';
import { storedTokens } from '@suban/text/similar/filed.ts';
import { filedTexts } from '../appeal/search-store.ts';
import { comparable, filedFrom } from '../appeal/similar.ts';
import { addIndexed } from '../appeal/similar-store.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import { addCompareJobs } from './compare-store.ts';

/** Reads the filed appeals among events and files them under what others can find them by. */
export function similarIndex(reference: () => Reference): Reader {
  return {
    name: 'similar',
    only: ['filed'],
    handle: (tx, events) => index(tx, reference(), events),
  };
}

/** The same, and has each compared with those before it, and what was answered told that it is reported again. */
export function similar(reference: () => Reference): Reader {
  return {
    name: 'similar',
    only: ['filed', 'repeat-noted'],
    async handle(tx, events) {
      await index(tx, reference(), events);
      const keys = events.flatMap(({ key, event }) => (event.type === 'filed' ? [key] : []));
      await addCompareJobs(tx, [
        ...(keys.length > 0 ? [{ name: 'compare-filed' as const, payload: { keys } }] : []),
        ...events.flatMap(({ key: later, event }) => {
          if (event.type !== 'repeat-noted') return [];
          const earlier = { cohort: event.data.cohort, id: event.data.of };
          return [{ name: 'note-recurred' as const, payload: { earlier, later } }];
        }),
      ]);
    },
  };
}

async function index(tx: Tx, reference: Reference, events: readonly Placed[]): Promise<void> {
  const areas = new Map<string, number | null>();
  const keys: AppealKey[] = [];
  for (const { key, event } of events) {
    if (event.type !== 'filed') continue;
    keys.push(key);
    areas.set(`${key.cohort}/${key.id}`, event.data.area);
  }
  if (keys.length === 0) return;
  const texts = await filedTexts(tx, keys);
  const byKey = new Map(texts.map((text) => [`${text.cohort}/${text.appeal}`, text]));
  await addIndexed(
    tx,
    keys.flatMap((key) => {
      const name = `${key.cohort}/${key.id}`;
      const text = byKey.get(name);
      // What was erased is not found again.
      if (!text?.body) return [];
      const own = comparable(text.title, text.body, text.address);
      const filed = filedFrom(reference, own, areas.get(name) ?? null);
      return [{ key, packed: pack(filed), tokens: storedTokens(filed) }];
    }),
  );
}
