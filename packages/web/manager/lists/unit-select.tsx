import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { nameIn, trailIn, useLanguage, useText } from '../../i18n/language.ts';
import { pageWords } from './page-words.ts';
import { unitSearchQuery } from './queries.ts';
import { listWords } from './words.ts';

type Props = {
  readonly label: string;
  /** The unit's code, and what it is called. */
  readonly code: string | null;
  readonly name: string | null;
  readonly placeholder: string;
  readonly clearable?: boolean;
  readonly onChange: (code: string | null) => void;
};

/** A unit, looked up on the server by name. */
export function UnitSelect({ label, code, name, placeholder, clearable = false, onChange }: Props) {
  const lang = useLanguage();
  const t = useText(pageWords);
  const words = useText(listWords);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<{ code: string; name: string } | null>(null);
  const found = useQuery(unitSearchQuery(useDeferredValue(typed.trim())));
  const items = (found.data?.items ?? []).filter(({ entry }) => entry.active);
  const shown = picked?.code === code ? picked.name : name;
  const own = code === null ? [] : [{ value: code, label: shown ?? code, trail: '' }];
  const options = items.map((unit) => ({
    value: unit.key,
    label: nameIn(lang, unit.entry),
    trail: trailIn(lang, unit),
  }));
  return (
    <div className="set-field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        allowClear={clearable}
        value={code}
        placeholder={placeholder}
        showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
        getPopupContainer={(field: HTMLElement) => field.parentElement ?? document.body}
        notFoundContent={typed.trim() === '' ? t.unitHint : words.nothing}
        options={[...own.filter(({ value }) => !options.some((each) => each.value === value)), ...options]}
        optionRender={({ data }) => (
          <span className="m-option">
            {data.label}
            <small>{data.trail}</small>
          </span>
        )}
        onChange={(next: string | null | undefined) => {
          const unit = items.find(({ key }) => key === next);
          setPicked(unit ? { code: unit.key, name: nameIn(lang, unit.entry) } : null);
          setTyped('');
          onChange(next ?? null);
        }}
      />
    </div>
  );
}
