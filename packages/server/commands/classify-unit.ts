import { demoCatalogue } from '@suban/demo-city/catalogue.ts';
import { demoUnits } from '@suban/demo-city/units.ts';
import { buildPlaceFinder } from '@suban/text/place.ts';
import { buildSuggester } from '@suban/text/suggest.ts';

/** Below this confidence in the matter no unit is named: a wrong one costs a send-back. */
const SURE = 0.5;

/**
 * The name of the unit responsible by the demo city's duty catalogue (a command has no city of its own at hand): of the
 * matter the words point to, the city's department, or the department or government of the district or subdistrict that
 * the text names. Null where the matter or the place is not known.
 */
export function buildUnitFinder(): (title: string, body: string) => string | null {
  const units = demoUnits();
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const matters = new Map(demoCatalogue().map((matter) => [matter.code, matter]));
  const nameOf = (code: string | null | undefined) => matters.get(code ?? '')?.name ?? '';
  const suggest = buildSuggester(
    [...matters.values()]
      .filter(({ level }) => level === 3)
      .map(({ code, name, keywords, parent }) => ({
        code,
        name,
        keywords,
        path: [nameOf(matters.get(parent ?? '')?.parent), nameOf(parent)],
      })),
  );
  const governments = units.filter(({ kind, level }) => kind === 'government' && level !== 'city');
  const place = buildPlaceFinder(
    governments.map(({ code, name, parent, level }) => ({
      code,
      name,
      parent: level === 'district' ? null : parent,
    })),
  );

  return (title, body) => {
    const [best] = suggest(title, body);
    const duty = best && best.confidence >= SURE ? matters.get(best.matter)?.responsible : null;
    if (!duty) return null;
    const { level } = duty;
    if (level === 'city')
      return units.find((unit) => unit.level === 'city' && unit.function === duty.function)?.name ?? null;
    const named = byCode.get(place(`${title}\n${body}`)?.code ?? '');
    const area = named && named.level !== level ? byCode.get(named.parent ?? '') : named;
    if (area?.level !== level) return null;
    if (duty.function === 'government') return area.name;
    return units.find((unit) => unit.parent === area.code && unit.function === duty.function)?.name ?? null;
  };
}
