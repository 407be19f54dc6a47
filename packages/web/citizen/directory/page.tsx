import './directory.css';
import type { UnitName, UnitRow } from '@suban/domain/api.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { Field } from '../../ui/plain/field.tsx';
import { Empty, ErrorNote, Skeleton } from '../../ui/plain/notice.tsx';
import { Entry } from './entry.tsx';
import { cityQuery } from '../queries.ts';
import { useTitle } from '../title.ts';
import { words } from './words.ts';

/** A pause this long in typing, in ms, starts a search. */
const pause = 300;

/** By district, the city's own units first, districts in the city's order. */
function byDistrict(units: readonly UnitRow[], districts: readonly UnitName[]) {
  const of = (unit: UnitRow) => districts.find(({ name }) => unit.trail.split(' / ')[1] === name) ?? null;
  return [null, ...districts]
    .map((district) => ({ district, units: units.filter((unit) => of(unit) === district) }))
    .filter((group) => group.units.length > 0);
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function Found({ query }: { query: string }) {
  const t = useText(words);
  const lang = useLanguage();
  const districts = useQuery(cityQuery).data?.districts ?? [];
  const { data, error, refetch } = useQuery({
    queryKey: ['directory', query],
    queryFn: () => get<{ items: UnitRow[] }>(`/api/directory?q=${encodeURIComponent(query)}`),
    placeholderData: keepPreviousData,
  });
  if (!data) return error ? <ErrorNote error={error} retry={() => void refetch()} /> : <Skeleton lines={8} />;
  return (
    <>
      <p role="status" className="field-hint">
        {t.found(data.items.length)}
      </p>
      {data.items.length === 0 && <Empty>{t.none}</Empty>}
      {byDistrict(data.items, districts).map(({ district, units }) => (
        <details
          // A search shows what it found; without one, two hundred numbers stay folded by district.
          key={`${district?.id ?? 0} ${query}`}
          open={query !== '' || !district}
          className="card directory"
        >
          <summary>
            <h2>{district ? nameIn(lang, district) : t.cityLevel}</h2>
            <small>{t.found(units.length)}</small>
          </summary>
          <ul>
            {units.map((unit) => (
              <Entry key={unit.id} unit={unit} />
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

export function DirectoryPage() {
  const t = useText(words);
  const [text, setText] = useState('');
  const query = useSettled(text.trim());
  useTitle(t.title);
  return (
    <div className="page">
      <h1>{t.title}</h1>
      <p>{t.what}</p>
      <search>
        <Field label={t.search} hint={t.searchHint}>
          {(tie) => (
            <input {...tie} type="search" value={text} onChange={({ target }) => setText(target.value)} />
          )}
        </Field>
      </search>
      <Found query={query} />
    </div>
  );
}
