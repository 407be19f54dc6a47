import './filter.css';
import type { Queue } from '@suban/domain/api.ts';
import type { DeskPage } from '@suban/domain/api-desk.ts';
import { channels, kinds } from '@suban/domain/appeal.ts';
import { lights } from '@suban/domain/limits.ts';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { MatterPicker, UnitPicker } from '../pick/pickers.tsx';
import { type FilterName, filterNames, type Filters, withFilter } from './filters.ts';
import { SaveFilter } from './save-filter.tsx';
import { filterWords } from './words.ts';

type Props = {
  filters: Filters;
  onChange: (filters: Filters) => void;
  /** What the filter's codes stand for, as the server said. */
  named: DeskPage['named'] | undefined;
  /** Where the filter belongs, to keep it. @param q the words searched for */
  place: Queue | 'search';
  q?: string;
};

/** Narrows a list down. All of it stands in the address: it can be sent on, and kept under a name. */
export function FilterBar({ filters, onChange, named, place, q }: Props) {
  const text = useText(filterWords);
  const id = useId();
  const set = filterNames.filter((name) => filters[name] !== undefined);
  const [open, setOpen] = useState(false);
  const label = useLabels(named);
  return (
    <div className="desk-filter">
      <div className="desk-filter-head">
        <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {text.filter}
          {set.length > 0 && ` (${set.length})`}
        </Button>
        {set.map((name) => (
          <button
            key={name}
            type="button"
            className="desk-chip"
            aria-label={text.without(`${text.name[name]} ${label(name, filters[name] ?? '')}`)}
            onClick={() => onChange(withFilter(filters, name, undefined))}
          >
            <span className="staff-soft">{text.name[name]}</span> {label(name, filters[name] ?? '')}
            <span aria-hidden> ×</span>
          </button>
        ))}
        {set.length > 0 && (
          <>
            <Button type="text" onClick={() => onChange({})}>
              {text.clear}
            </Button>
            <SaveFilter place={place} filter={q ? { ...filters, q } : filters} />
          </>
        )}
      </div>
      <div id={id} hidden={!open}>
        {open && <Pickers filters={filters} onChange={onChange} named={named} />}
      </div>
    </div>
  );
}

function useLabels(named: Props['named']) {
  const lang = useLanguage();
  const term = useText(terms);
  const words: Partial<Record<FilterName, Readonly<Record<string, string>>>> = {
    light: term.light,
    channel: term.channel,
    kind: term.kind,
  };
  return (name: FilterName, value: string): string => {
    const known = name === 'matter' || name === 'area' || name === 'unit' ? named?.[name] : undefined;
    return known ? nameIn(lang, known) : (words[name]?.[value] ?? value);
  };
}

function Pickers({ filters, onChange, named }: Pick<Props, 'filters' | 'onChange' | 'named'>) {
  const term = useText(terms);
  const set = (name: FilterName) => (value: string | undefined) => onChange(withFilter(filters, name, value));
  const unitSet = (name: 'area' | 'unit') => ({
    ...(filters[name] === undefined ? {} : { value: Number(filters[name]) }),
    known: named?.[name] ? [named[name]] : [],
    onChange: (value: number | undefined) => set(name)(value === undefined ? undefined : String(value)),
  });
  const options = <K extends string>(codes: readonly K[], words: Readonly<Record<K, string>>) =>
    codes.map((value) => ({ value: value as string, label: words[value] }));
  const choices: [FilterName, { value: string; label: string }[]][] = [
    ['light', options(lights, term.light)],
    ['channel', options(channels, term.channel)],
    ['kind', options(kinds, term.kind)],
  ];
  return (
    <div className="desk-filter-fields">
      {choices.map(([name, all]) => (
        <Labelled key={name} name={name}>
          {(id) => <OneOf id={id} value={filters[name]} options={all} onChange={set(name)} />}
        </Labelled>
      ))}
      <Labelled name="matter">
        {(id) => (
          <MatterPicker
            id={id}
            {...(filters.matter === undefined ? {} : { value: filters.matter })}
            known={named?.matter ? [named.matter] : []}
            onChange={set('matter')}
          />
        )}
      </Labelled>
      <Labelled name="area">{(id) => <UnitPicker id={id} {...unitSet('area')} />}</Labelled>
      <Labelled name="unit">{(id) => <UnitPicker id={id} {...unitSet('unit')} />}</Labelled>
      {(['from', 'to'] as const).map((name) => (
        <Labelled key={name} name={name}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={filters[name] ?? ''}
              onChange={(event) => set(name)(event.target.value)}
            />
          )}
        </Labelled>
      ))}
    </div>
  );
}

type OneOfProps = {
  id: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
};

function OneOf({ id, value, options, onChange }: OneOfProps) {
  const text = useText(filterWords);
  return (
    <Select<string>
      id={id}
      {...(value === undefined ? {} : { value })}
      options={options}
      placeholder={text.any}
      allowClear
      onChange={onChange}
    />
  );
}

function Labelled({ name, children }: { name: FilterName; children: (id: string) => ReactNode }) {
  const text = useText(filterWords);
  const id = `filter-${name}`;
  return (
    <div className="desk-filter-field">
      <label htmlFor={id}>{text.name[name]}</label>
      {children(id)}
    </div>
  );
}
