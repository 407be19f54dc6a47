import type { MatterName, UnitRow } from '@suban/domain/api.ts';
import { channels, kinds } from '@suban/domain/appeal.ts';
import { lights } from '@suban/domain/limits.ts';
import { clockNames } from '@suban/domain/supervise/steps.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { nameIn, trailIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { get } from '../../ui/api.ts';
import { districtOf } from '../map/names.ts';
import { useGo } from '../kit/navigation.tsx';
import { mapShapesQuery } from '../kit/queries.ts';
import { type CaseFilters, type FilterName, withFilter } from './filters.ts';
import { keepName } from './labels.ts';
import { caseWords } from './words.ts';

type Props = { readonly filters: CaseFilters };
type Option = { readonly value: string; readonly label: string };
type Group = { readonly label: string; readonly options: readonly Option[] };

/** Every way to narrow the list. What is chosen goes into the address, so that it can be kept and sent on. */
export function Pickers({ filters }: Props) {
  const lang = useLanguage();
  const t = useText(caseWords);
  const term = useText(terms);
  const of = <K extends string>(codes: readonly K[], words: Readonly<Record<K, string>>) =>
    codes.map((value) => ({ value, label: words[value] }));
  const states = [
    { value: 'open', label: t.open },
    ...of(
      [
        'received',
        'dispatched',
        'awaiting-rating',
        'closed',
        'answered-at-once',
        'referred',
        'withdrawn',
        'merged',
      ],
      term.state,
    ),
  ];
  return (
    <fieldset className="m-pickers">
      <legend className="staff-hidden">{t.narrow}</legend>
      <Pick name="state" filters={filters} options={states} />
      <Pick name="light" filters={filters} options={of(lights, term.light)} />
      {filters.light !== undefined && (
        <Pick name="clock" filters={filters} options={of(clockNames, term.clock)} />
      )}
      <AreaPick filters={filters} />
      <Search
        name="unit"
        filters={filters}
        path="/api/desk/units"
        read={(unit: UnitRow) => ({ value: String(unit.id), named: unit, hint: trailIn(lang, unit) })}
      />
      <Search
        name="matter"
        filters={filters}
        path="/api/desk/matters"
        read={(matter: MatterName) => ({ value: matter.code, named: matter, hint: trailIn(lang, matter) })}
      />
      <Pick name="channel" filters={filters} options={of(channels, term.channel)} />
      <Pick name="kind" filters={filters} options={of(kinds, term.kind)} />
      {filters.unit !== undefined && (
        <Pick name="below" filters={filters} options={[{ value: 'yes', label: t.belowToo }]} />
      )}
      <Pick name="filed" filters={filters} options={[{ value: 'today', label: t.today }]} />
    </fieldset>
  );
}

function useSet(filters: CaseFilters) {
  const go = useGo();
  return (name: FilterName, value: string | null) =>
    go({ to: '/cases', search: withFilter(filters, name, value === '' ? null : value) });
}

function Labelled({
  name,
  children,
}: {
  readonly name: FilterName;
  readonly children: (id: string) => ReactNode;
}) {
  const t = useText(caseWords);
  const id = useId();
  return (
    <div className="m-picker">
      <label htmlFor={id}>{t.filter[name]}</label>
      {children(id)}
    </div>
  );
}

type PickProps = Props & {
  readonly name: FilterName;
  readonly options?: readonly Option[];
  readonly groups?: readonly Group[];
};

/** A handful of choices: the browser's own list, which every keyboard, phone and screen reader knows. */
function Pick({ name, filters, options = [], groups = [] }: PickProps) {
  const t = useText(caseWords);
  const set = useSet(filters);
  return (
    <Labelled name={name}>
      {(id) => (
        <select id={id} value={filters[name] ?? ''} onChange={(event) => set(name, event.target.value)}>
          <option value="">{t.any}</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** Districts, each followed by its subdistricts. */
function AreaPick({ filters }: Props) {
  const lang = useLanguage();
  const shapes = useQuery(mapShapesQuery);
  const byDistrict = Map.groupBy(
    shapes.data?.features.map(({ properties }) => properties) ?? [],
    ({ district }) => district,
  );
  const groups = [...byDistrict].map(([district, cells]): Group => {
    const label = cells[0] ? nameIn(lang, districtOf(cells[0])) : '';
    return {
      label,
      options: [
        { value: String(district), label },
        ...cells.map((cell) => ({ value: String(cell.unit), label: nameIn(lang, cell) })),
      ],
    };
  });
  return <Pick name="area" filters={filters} groups={groups} />;
}

type Found = {
  readonly value: string;
  readonly named: { readonly name: string; readonly nameEn: string };
  readonly hint: string;
};
type SearchProps<Item> = Props & {
  readonly name: 'unit' | 'matter';
  readonly path: string;
  readonly read: (item: Item) => Found;
};

/** Thousands of units and matters: looked up on the server by name. */
function Search<Item>({ name, filters, path, read }: SearchProps<Item>) {
  const lang = useLanguage();
  const t = useText(caseWords);
  const client = useQueryClient();
  const set = useSet(filters);
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['look-up', name, q],
    queryFn: () => get<{ items: Item[] }>(`${path}?q=${encodeURIComponent(q)}`),
    enabled: q !== '',
    staleTime: 60_000,
  });
  const options = q === '' ? [] : (found.data?.items ?? []).map(read);
  return (
    <Labelled name={name}>
      {(id) => (
        <Select
          id={id}
          allowClear
          showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
          placeholder={t.find}
          getPopupContainer={(field: HTMLElement) => field.parentElement ?? document.body}
          value={null}
          loading={found.isFetching}
          popupMatchSelectWidth={false}
          notFoundContent={q === '' ? t.find : t.nothingFound}
          options={options.map(({ value, named, hint }) => ({ value, label: nameIn(lang, named), hint }))}
          optionRender={({ data }) => (
            <span className="m-option">
              {data.label}
              <small>{data.hint}</small>
            </span>
          )}
          onChange={(value: string | null) => {
            const picked = options.find((option) => option.value === value);
            if (picked) keepName(client, name, picked.value, picked.named);
            setTyped('');
            set(name, value);
          }}
        />
      )}
    </Labelled>
  );
}
