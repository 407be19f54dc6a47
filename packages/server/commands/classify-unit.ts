import { defaultSettings } from '@suban/domain/settings.ts';
import { demoAtlas } from '../connect/demo-atlas.ts';
import { untaught } from '../people/learnt.ts';
import { places } from '../people/places.ts';
import { suggestDispatch } from '../people/suggest.ts';

/**
 * The name of the unit that the product would suggest in the demo city before it has learnt anything (a command has no city
 * of its own at hand). Null where it is not sure enough to suggest one, or where the duty is local and the place unknown.
 */
export function buildUnitFinder(): (title: string, body: string) => string | null {
  const atlas = demoAtlas();
  const nothing = untaught();
  return (title, body) => {
    const area = places(atlas).areaOf(`${title}\n${body}`);
    const [best] = suggestDispatch(atlas, nothing, title, body, area?.id ?? null);
    if (!best || best.confidence < defaultSettings.suggestAtLeast) return null;
    if (!area && atlas.matters.get(best.matter)?.local) return null;
    return atlas.units.get(best.unit)?.name ?? null;
  };
}
