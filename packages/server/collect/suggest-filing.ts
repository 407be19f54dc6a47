import type { Suggestion } from '@suban/domain/api-suggestions.ts';
import { kinds } from '@suban/domain/appeal.ts';
import type { SuggestQuery } from '@suban/domain/collect/requests.ts';
import { tellsWhen } from '@suban/text/fields/when.ts';
import { MOST_SURE } from '@suban/text/suggest/calibration.ts';
import { suggestTitle } from '@suban/text/title.ts';
import { matterName, suggestionsOf, unitName } from '../appeal/names.ts';
import { learntOf } from '../people/learnt.ts';
import { places } from '../people/places.ts';
import type { Reference, Unit } from '../people/reference-store.ts';
import { fieldsIn, type Option, suggestDispatch, suggestKind, suggestMatters } from '../people/suggest.ts';
import { wantsPerson } from '../people/wants-person.ts';
import type { Services } from '../platform/services.ts';

/** What is read from the words while somebody writes: nobody is asked twice for what they have said. */
export async function suggestFiling(
  services: Pick<Services, 'database' | 'reference'>,
  { text, place }: SuggestQuery,
): Promise<Suggestion> {
  const reference = services.reference();
  const { settings } = reference;
  const area = places(reference).areaOf(`${place?.address ?? ''}\n${text}`, place);
  const learnt = learntOf(services.database);
  await learnt.refresh(services.database.background);
  const kind = suggestKind(text);
  const options = suggestDispatch(reference, learnt, '', text, area?.id ?? null);
  return {
    title: suggestTitle(text),
    kind,
    matters: suggestMatters(reference, learnt, '', text).flatMap((hit) => {
      const matter = matterName(reference, hit.matter);
      const confidence = Math.min(MOST_SURE, hit.confidence);
      return matter ? [{ ...matter, confidence, words: [...hit.words] }] : [];
    }),
    units: suggestionsOf(
      reference,
      options.filter(({ confidence }) => confidence >= settings.suggestAtLeast),
    ),
    likely: wantsPerson({ title: '', body: text }, kind, settings)
      ? null
      : likelyUnit(reference, options, area),
    asksWhen: tellsWhen(text) ? [] : kinds.filter((each) => settings.askWhen[each]),
    area: area ? unitName(reference, area.id) : null,
    ...fieldsIn(text),
  };
}

/** Whom the citizen may be told: sure enough, no centre that only passes it on, and never where the place decides and is not known. */
function likelyUnit(
  reference: Reference,
  [best]: readonly Option[],
  area: Unit | null,
): Suggestion['likely'] {
  const matter = best && reference.matters.get(best.matter);
  const unit = best && reference.units.get(best.unit);
  if (!matter || !unit || best.confidence < reference.settings.suggestAtLeast) return null;
  if (unit.kind === 'dispatch-centre' || (matter.local && area === null)) return null;
  return unitName(reference, unit.id);
}
