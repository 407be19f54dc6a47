import '../form.css';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { NamedList } from '../../ui/staff/named-list.tsx';
import { pickWords } from './words.ts';

/** What follows `text` once it has stood still for `ms`. */
export function useSettled(text: string, ms: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
}

export type Choice<V> = { value: V; label: string; note: string };

type Props<T, V> = {
  /** Without the words searched for. */
  path: string;
  toChoice: (item: T) => Choice<V>;
  /** Choices known beforehand: the one given, the ones suggested. */
  known?: readonly Choice<V>[] | undefined;
  /** Which of those found to offer; all, when left out. */
  keep?: (item: T) => boolean;
  /** Nothing is offered before something is typed. */
  asks?: boolean;
  placeholder: string;
  id?: string | undefined;
  value?: V | undefined;
  onChange?: ((value: V | undefined) => void) | undefined;
};

/** A field that searches on the server as one types. `id`, `value` and `onChange` come from the form around it. */
export function RemoteSelect<T, V extends string | number>({
  path,
  toChoice,
  known = [],
  keep = () => true,
  asks = false,
  placeholder,
  id,
  value,
  onChange,
}: Props<T, V>) {
  const text = useText(pickWords);
  const [typed, setTyped] = useState('');
  const [kept, setKept] = useState<Choice<V>>();
  const q = useSettled(typed.trim(), 200);
  const found = useQuery({
    queryKey: ['pick', path, q],
    queryFn: () => get<{ items: T[] }>(`${path}${path.includes('?') ? '&' : '?'}q=${encodeURIComponent(q)}`),
    staleTime: asks ? 10_000 : 300_000,
    enabled: !asks || q !== '',
  });
  const choices = (found.data?.items ?? []).filter(keep).map(toChoice);
  const all = q === '' ? [...known, ...choices] : choices;
  const options = all.filter((choice, at) => all.findIndex((other) => other.value === choice.value) === at);
  // The one chosen keeps its name when the list has moved on to other words.
  const chosen =
    options.find((choice) => choice.value === value) ??
    known.find((choice) => choice.value === value) ??
    kept;
  const shown =
    chosen && chosen.value === value && !options.includes(chosen) ? [chosen, ...options] : options;
  return (
    <Select<V, Choice<V>>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      allowClear
      className="desk-wide"
      placeholder={placeholder}
      getPopupContainer={(field: HTMLElement) => field.parentElement ?? document.body}
      popupRender={(list) => <NamedList name={placeholder}>{list}</NamedList>}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? text.searching : asks && q === '' ? text.type : text.none}
      options={shown}
      optionRender={(option) => (
        <span className="desk-option">
          <span>{option.data.label}</span>
          <span className="staff-soft">{option.data.note}</span>
        </span>
      )}
      onChange={(next, option) => {
        setTyped('');
        setKept(Array.isArray(option) ? undefined : option);
        onChange?.(next);
      }}
    />
  );
}
