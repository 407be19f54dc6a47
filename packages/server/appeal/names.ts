import type { MatterName, UnitName, UnitRow, UnitSuggestion } from '@suban/domain/api.ts';
import { knownMatter, knownUnit, type Reference, trailOf, type Unit } from '../people/reference-store.ts';
import { pathOf } from '../people/catalogue.ts';
import type { Option } from './history-store.ts';

const iso = (ms: number): string => new Date(ms).toISOString();
export const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));
export { iso };

export function unitName(reference: Reference, id: number): UnitName {
  const unit = knownUnit(reference, id);
  return { id, name: unit?.name ?? `#${id}`, nameEn: unit?.nameEn ?? `#${id}`, phone: unit?.phone ?? null };
}

export function unitRow(reference: Reference, unit: Unit): UnitRow {
  return {
    ...unitName(reference, unit.id),
    code: unit.code,
    parent: unit.parent,
    level: unit.level,
    kind: unit.kind,
    phoneHours: unit.phoneHours,
    trail: trailOf(reference, unit),
    trailEn: trailOf(reference, unit, true),
  };
}

export function matterName(reference: Reference, code: string | null): MatterName | null {
  const matter = knownMatter(reference, code);
  if (!matter) return null;
  return {
    code: matter.code,
    name: matter.name,
    nameEn: matter.nameEn,
    trail: pathOf(reference, matter).join(' / '),
    trailEn: pathOf(reference, matter, true).join(' / '),
  };
}

export function suggestionsOf(reference: Reference, options: readonly Option[]): UnitSuggestion[] {
  return options.flatMap((option) => {
    const matter = reference.matters.has(option.matter) && matterName(reference, option.matter);
    // What was suggested may have been closed since: nobody could choose it.
    if (!matter || !reference.units.has(option.unit)) return [];
    return [
      {
        unit: unitName(reference, option.unit),
        matter: { ...matter, confidence: option.confidence, words: [...option.words] },
        went: option.went ?? 0,
        precedents: option.precedents ?? 0,
      },
    ];
  });
}
