import type { Sections } from '@suban/domain/api-square.ts';
import { useQuery } from '@tanstack/react-query';
import { useGo, useSearched } from '../navigation.tsx';
import { Suspense, lazy, useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { Field } from '../../ui/plain/field.tsx';
import { Skeleton } from '../../ui/plain/notice.tsx';
import { mapQuery } from '../queries.ts';
import { useTitle } from '../title.ts';
import { SquareList } from './list.tsx';
import { words } from './words.ts';

// Only who opens it loads it.
const CityMap = lazy(async () => ({ default: (await import('../file/city-map.tsx')).CityMap }));

type Choice = { value: string; label: string };

function Choose(props: {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChoose: (value: string) => void;
}) {
  const t = useText(words);
  return (
    <Field label={props.label}>
      {(tie) => (
        <select {...tie} value={props.value} onChange={({ target }) => props.onChoose(target.value)}>
          <option value="">{t.all}</option>
          {props.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The city's areas as the map has them, and which of them is chosen: a district or one of its subdistricts. */
function useAreas(area: string) {
  const lang = useLanguage();
  const shapes = useQuery(mapQuery).data;
  const cells = (shapes?.features ?? []).map(({ properties }) => properties);
  const chosen = cells.find(({ unit }) => String(unit) === area);
  const district = chosen ? String(chosen.district) : area;
  const names = new Map(
    cells.map((cell) => [
      cell.district,
      nameIn(lang, { name: cell.districtName, nameEn: cell.districtNameEn }),
    ]),
  );
  return {
    shapes,
    chosen: chosen?.unit ?? null,
    district,
    districts: [...names].map(([id, label]) => ({ value: String(id), label })),
    subdistricts: cells
      .filter((cell) => String(cell.district) === district)
      .map((cell) => ({ value: String(cell.unit), label: nameIn(lang, cell) })),
  };
}

function AreaMap({ area, onChoose }: { area: string; onChoose: (area: string) => void }) {
  const t = useText(words);
  const { shapes, chosen } = useAreas(area);
  const [open, setOpen] = useState(false);
  return (
    <details className="area" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.map}</summary>
      {open && shapes && (
        <Suspense fallback={<Skeleton lines={5} />}>
          <CityMap
            shapes={shapes}
            chosen={chosen}
            label={t.mapLabel}
            onChoose={({ unit }) => onChoose(String(unit))}
          />
        </Suspense>
      )}
    </details>
  );
}

export function SquarePage() {
  const t = useText(words);
  const lang = useLanguage();
  const go = useGo();
  const [area, section] = [useSearched('area') ?? '', useSearched('section') ?? ''];
  const { district, districts, subdistricts, chosen } = useAreas(area);
  const sections = useQuery({
    queryKey: ['sections'],
    queryFn: () => get<Sections>('/api/square/sections'),
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.items;
  const look = (to: { area?: string; section?: string }) => {
    const next = { area, section, ...to };
    const search = Object.fromEntries(Object.entries(next).filter(([, value]) => value));
    go({ to: '/square', search, replace: true, resetScroll: false });
  };
  useTitle(t.title);
  return (
    <div className="page">
      <h1>{t.title}</h1>
      <p>{t.what}</p>
      <search className="square-choose">
        <Choose
          label={t.district}
          value={district}
          choices={districts}
          onChoose={(value) => look({ area: value })}
        />
        <Choose
          label={t.subdistrict}
          value={chosen === null ? '' : String(chosen)}
          choices={subdistricts}
          onChoose={(value) => look({ area: value || district })}
        />
        <Choose
          label={t.section}
          value={section}
          choices={(sections ?? []).map((one) => ({ value: one.code, label: nameIn(lang, one) }))}
          onChoose={(value) => look({ section: value })}
        />
      </search>
      <AreaMap area={area} onChoose={(unit) => look({ area: unit })} />
      <SquareList area={area} section={section} />
    </div>
  );
}
