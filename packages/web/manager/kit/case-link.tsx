import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { PlaceLink } from './navigation.tsx';
import { count } from './numbers.ts';

type Props = {
  readonly filters: CaseFilters;
  readonly children: ReactNode;
  readonly className?: string;
  readonly label?: string;
};

/** From a figure to the very cases behind it. */
export function CaseLink({ filters, children, className, label }: Props) {
  return (
    <PlaceLink place={{ to: '/cases', search: filters }} className={className} label={label}>
      {children}
    </PlaceLink>
  );
}

type CountProps = { readonly n: number; readonly filters: CaseFilters; readonly alarming: boolean };

/** A number in a table, a way to its cases where it has any. @param alarming shown in red when not zero */
export function CountLink({ n, filters, alarming }: CountProps) {
  const lang = useLanguage();
  if (n === 0) return <span className="m-soft">0</span>;
  return (
    <CaseLink filters={filters} className={alarming ? 'm-link is-red' : 'm-link'}>
      {count(lang, n)}
    </CaseLink>
  );
}
