import type { MapShapes } from '@suban/domain/api-figures.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Language, useLanguage, useText } from '../../i18n/language.ts';
import { ErrorNote, Skeleton } from '../../ui/plain/notice.tsx';
import { Field } from '../../ui/plain/field.tsx';
import { mapQuery } from '../queries.ts';
import { CityMap } from './city-map.tsx';
import { words } from './words.ts';

type Cell = MapShapes['features'][number]['properties'];

const districtName = (lang: Language, cell: Cell) =>
  lang === 'zh' ? cell.districtName : cell.districtNameEn;
const cellName = (lang: Language, cell: Cell) => (lang === 'zh' ? cell.name : cell.nameEn);

type Lists = { cells: readonly Cell[]; chosen: Cell | null; onChoose: (cell: Cell) => void };

/** District, then subdistrict: all the map can do, by keyboard and screen reader. */
function AreaLists({ cells, chosen, onChoose }: Lists) {
  const t = useText(words);
  const lang = useLanguage();
  const [own, setOwn] = useState<number | null>(null);
  const district = own ?? chosen?.district ?? null;
  const districts = [...new Map(cells.map((cell) => [cell.district, cell])).values()];
  return (
    <div className="area-lists">
      <Field label={t.district}>
        {(tie) => (
          <select {...tie} value={district ?? ''} onChange={({ target }) => setOwn(Number(target.value))}>
            <option value="" disabled>
              {t.choose}
            </option>
            {districts.map((cell) => (
              <option key={cell.district} value={cell.district}>
                {districtName(lang, cell)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.subdistrict}>
        {(tie) => (
          <select
            {...tie}
            disabled={district === null}
            value={chosen?.district === district ? chosen?.unit : ''}
            onChange={({ target }) => {
              const cell = cells.find(({ unit }) => unit === Number(target.value));
              if (cell) onChoose(cell);
            }}
          >
            <option value="" disabled>
              {t.choose}
            </option>
            {cells
              .filter((cell) => cell.district === district)
              .map((cell) => (
                <option key={cell.unit} value={cell.unit}>
                  {cellName(lang, cell)}
                </option>
              ))}
          </select>
        )}
      </Field>
    </div>
  );
}

/** Fills the address with a district and subdistrict, picked from lists or on the map. */
export function AreaPicker({ onPick }: { onPick: (address: string) => void }) {
  const t = useText(words);
  const lang = useLanguage();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Cell | null>(null);
  const { data, error, refetch } = useQuery({ ...mapQuery, enabled: open });
  const choose = (cell: Cell) => {
    setChosen(cell);
    onPick(cell.districtName + cell.name);
  };
  return (
    <details className="area" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.onMap}</summary>
      {error && !data && <ErrorNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      {data && (
        <>
          <AreaLists
            key={chosen?.district}
            cells={data.features.map(({ properties }) => properties)}
            chosen={chosen}
            onChoose={choose}
          />
          {lang === 'en' && <p className="field-hint">{t.addressLanguage}</p>}
          <CityMap shapes={data} chosen={chosen?.unit ?? null} label={t.mapLabel} onChoose={choose} />
        </>
      )}
    </details>
  );
}
