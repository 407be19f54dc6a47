import { Button, Tag } from 'antd';
import { useText } from '../../i18n/language.ts';
import { useGo } from '../kit/navigation.tsx';
import { type CaseFilters, type FilterName, filterNames, withFilter } from './filters.ts';
import { caseWords } from './words.ts';

type Props = { readonly filters: CaseFilters; readonly label: (name: FilterName, value: string) => string };

/** The filters that hold, each to be taken away. */
export function Chips({ filters, label }: Props) {
  const t = useText(caseWords);
  const goTo = useGo();
  const go = (search: CaseFilters) => goTo({ to: '/cases', search });
  // A period is one condition, though the address has two.
  const set = filterNames.flatMap((name) => {
    const value = filters[name];
    if (value === undefined || (name === 'to' && filters.from !== undefined)) return [];
    return [{ name, value: name === 'from' && filters.to !== undefined ? `${value}/${filters.to}` : value }];
  });
  if (set.length === 0) return <p className="m-soft">{t.noChips}</p>;
  return (
    <ul className="m-chips" aria-label={t.chips}>
      {set.map(({ name, value }) => {
        const text = t.chip(t.filter[name], label(name, value));
        return (
          <li key={name}>
            <Tag className="m-chip" variant="filled">
              {text}
              <Button
                type="text"
                size="small"
                aria-label={t.remove(text)}
                onClick={() => go(withFilter(filters, name, null))}
              >
                ✕
              </Button>
            </Tag>
          </li>
        );
      })}
      {set.length > 1 && (
        <li>
          <Button type="link" size="small" onClick={() => go({})}>
            {t.clear}
          </Button>
        </li>
      )}
    </ul>
  );
}
