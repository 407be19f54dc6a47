import type { MatterName } from '@suban/domain/api.ts';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { nameIn, trailIn, useLanguage, useText } from '../../i18n/language.ts';
import { useDraft } from './draft.ts';
import { matterQuery } from './queries.ts';
import { settingsWords } from './words.ts';

type Props = {
  readonly id: string;
  readonly code: string | undefined;
  /** Where leaving it open means nothing. */
  readonly placeholder?: string;
  readonly onChange: (matter: MatterName | undefined) => void;
};

/** A matter of the catalogue, looked up on the server by name; none is any. */
export function MatterSelect({ id, code, placeholder, onChange }: Props) {
  const lang = useLanguage();
  const t = useText(settingsWords);
  const { draft } = useDraft();
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<MatterName>();
  const found = useQuery(matterQuery(useDeferredValue(typed.trim())));
  const known = [...draft.matters.values(), ...(picked ? [picked] : [])].filter(
    (matter) => matter.code === code,
  );
  const items = [
    ...new Map([...known, ...(found.data?.items ?? [])].map((matter) => [matter.code, matter])).values(),
  ];
  return (
    <Select
      id={id}
      allowClear
      {...(code === undefined ? {} : { value: code })}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      placeholder={placeholder ?? t.findMatter}
      getPopupContainer={(field: HTMLElement) => field.parentElement ?? document.body}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? t.searching : t.noMatter}
      options={items.map((matter) => ({
        value: matter.code,
        label: nameIn(lang, matter),
        trail: trailIn(lang, matter),
      }))}
      optionRender={({ data }) => (
        <span className="m-option">
          {data.label}
          <small>{data.trail}</small>
        </span>
      )}
      onChange={(next: string | undefined) => {
        const matter = items.find((each) => each.code === next);
        setPicked(matter);
        setTyped('');
        onChange(matter);
      }}
    />
  );
}
