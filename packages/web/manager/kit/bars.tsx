import { useLanguage, useText } from '../../i18n/language.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { CaseLink } from './case-link.tsx';
import { count } from './numbers.ts';
import { figureWords } from './words.ts';

export type Bar = {
  readonly key: string;
  readonly name: string;
  readonly n: number;
  readonly filters: CaseFilters | null;
};

/** Named amounts as bars against the largest, each a way to its cases where the list can be narrowed to them. */
export function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  const lang = useLanguage();
  const t = useText(figureWords);
  const most = Math.max(1, ...bars.map(({ n }) => n));
  if (bars.length === 0) return <p className="m-empty">{t.noData}</p>;
  return (
    <ul className="m-bars">
      {bars.map(({ key, name, n, filters }) => (
        <li key={key}>
          <span className="m-bar" style={{ width: `${(n / most) * 100}%` }} aria-hidden />
          <span className="m-bar-name" title={name}>
            {filters ? <CaseLink filters={filters}>{name}</CaseLink> : name}
          </span>
          <strong>{count(lang, n)}</strong>
        </li>
      ))}
    </ul>
  );
}
