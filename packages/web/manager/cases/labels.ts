import { measureWords } from '@suban/domain/indicators/measure-words.ts';
import type { CaseRow } from '@suban/domain/api.ts';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { dateTime } from '../../ui/time.ts';
import { mapShapesQuery, unitScoresQuery } from '../kit/queries.ts';
import type { FilterName } from './filters.ts';
import { caseWords } from './words.ts';

type Named = { readonly name: string; readonly nameEn: string };

/** A unit or matter picked by its name keeps that name: the address carries only its code. */
const pickedKey = (name: FilterName, value: string) => ['picked', name, value];
export const keepName = (client: QueryClient, name: FilterName, value: string, named: Named) =>
  client.setQueryData<Named>(pickedKey(name, value), named);

/** The filters in words. Names come from what was picked, the cases found, the map and the first-line units; else the code stands. */
export function useFilterLabels(rows: readonly CaseRow[]): (name: FilterName, value: string) => string {
  const lang = useLanguage();
  const t = useText(caseWords);
  const term = useText(terms);
  const measures = useText(measureWords);
  const client = useQueryClient();
  const shapes = useQuery(mapShapesQuery);
  const units = useQuery(unitScoresQuery);
  const areaOf = (id: string): Named | undefined => {
    for (const { properties } of shapes.data?.features ?? []) {
      if (String(properties.unit) === id) return properties;
      if (String(properties.district) === id)
        return { name: properties.districtName, nameEn: properties.districtNameEn };
    }
    return rows.find(({ area }) => String(area?.id) === id)?.area ?? undefined;
  };
  const named = (name: FilterName, value: string): Named | undefined => {
    const picked = client.getQueryData<Named>(pickedKey(name, value));
    if (picked) return picked;
    if (name === 'matter') return rows.find(({ matter }) => matter?.code === value)?.matter ?? undefined;
    if (name === 'area') return areaOf(value);
    return (
      units.data?.items.find(({ unit }) => String(unit.id) === value)?.unit ??
      rows.find(({ holder }) => String(holder.id) === value)?.holder
    );
  };
  const known: Partial<Record<FilterName, Readonly<Record<string, string>>>> = {
    state: { ...term.state, open: t.open },
    light: term.light,
    clock: term.clock,
    channel: term.channel,
    filed: { today: t.today },
    kind: term.kind,
    measure: measures,
    excluded: { without: t.withoutExcluded },
    suggested: t.suggested,
    below: { yes: t.belowToo },
  };
  return (name, value) => {
    if (name === 'from' || name === 'to')
      return value
        .split('/')
        .map((at) => dateTime(lang, at))
        .join(' – ');
    const label = known[name]?.[value];
    if (label !== undefined) return label;
    const found = named(name, value);
    return found ? nameIn(lang, found) : value;
  };
}
