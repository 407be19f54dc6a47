import type { CaseView } from '@suban/domain/api.ts';
import { useMemo } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { AreaMap } from '../../ui/staff/area-map.tsx';
import { caseWords } from './words.ts';

/** Where the case is: the district around, the area marked, the point pinned. */
export function PlaceMap({ view }: { view: CaseView }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const { lat, long, area } = view;
  const spots = useMemo(() => (lat === null || long === null ? [] : [{ lat, long }]), [lat, long]);
  const label = text.mapLegend(area ? nameIn(lang, area) : (view.address ?? ''));
  return <AreaMap area={area?.id ?? null} spots={spots} label={label} />;
}
