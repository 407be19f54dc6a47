import type { Essential } from '@suban/domain/appeal.ts';
import { essentialsIn } from '@suban/domain/collect/essentials.ts';
import { addressIn, findFields } from '@suban/text/fields/find.ts';
import { tellsWhen } from '@suban/text/fields/when.ts';
import { places } from '../people/places.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Told } from './history-store.ts';

/** 待补充: of what was missing when it was filed, what nobody has added since. A supplement satisfies what its words tell. */
export function stillMissing(
  reference: Reference,
  missing: readonly string[],
  history: readonly Told[],
): Essential[] {
  const added = history.flatMap(({ event, texts }) =>
    event.type === 'supplemented' && texts['body'] ? [texts['body']] : [],
  );
  // Only those that were not told are looked for: reading a place costs more than all the rest.
  return (missing as Essential[]).filter(
    (name) => !added.some((text) => essentialsIn({ text, ...toldIn(reference, text, name) })[name]),
  );
}

function toldIn(reference: Reference, text: string, wanted: Essential) {
  const placed =
    wanted === 'where' &&
    (places(reference).areaOf(text) !== null || addressIn(text, findFields(text)) !== null);
  return { named: false, placed, timed: wanted === 'when' && tellsWhen(text) };
}
