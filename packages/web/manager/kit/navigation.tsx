import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import type { CaseFilters } from '../cases/filters.ts';

/** A page that needs no more to be opened; the list of cases then has no filter. */
export type Plain =
  | '/'
  | '/map'
  | '/cases'
  | '/units'
  | '/suggestions'
  | '/events'
  | '/follow-ups'
  | '/reports'
  | '/wall'
  | '/reveals'
  | '/settings'
  | '/settings/history'
  | '/settings/calendar'
  | '/settings/units'
  | '/settings/accounts'
  | '/settings/catalogue'
  | '/settings/changes';

/**
 * Where one can go in the manager end. The router's own check of addresses knows one router a program, and there are
 * three ends: this union checks them instead.
 */
export type Place =
  | { readonly to: Plain }
  | { readonly to: '/cases'; readonly search: CaseFilters }
  | {
      readonly to: '/settings/changes';
      readonly search: { readonly list: string; readonly key: string };
    }
  | { readonly to: '/cases/$number'; readonly params: { readonly number: string } }
  | { readonly to: '/reports/$period'; readonly params: { readonly period: string } }
  | { readonly to: '/events/$id'; readonly params: { readonly id: string } }
  | {
      readonly to: '/units/$unit';
      readonly params: { readonly unit: string };
      readonly search: CaseFilters;
    };

type Props = {
  readonly place: Place;
  readonly className?: string | undefined;
  /** What it is called, where its text alone does not say enough. */
  readonly label?: string | undefined;
  /** Current on this very page only, not on those below it. */
  readonly exact?: boolean;
  readonly children: ReactNode;
};

/** A link to a place; of several in a menu the current one carries `aria-current`. */
export function PlaceLink({ place, className = 'm-link', label, exact = place.to === '/', children }: Props) {
  const common = {
    className,
    'aria-label': label,
    activeOptions: { exact, includeSearch: false },
    children,
  };
  if (place.to === '/cases/$number') return <Link {...common} to="/cases/$number" params={place.params} />;
  if (place.to === '/reports/$period')
    return <Link {...common} to="/reports/$period" params={place.params} />;
  if (place.to === '/events/$id') return <Link {...common} to="/events/$id" params={place.params} />;
  if (place.to === '/units/$unit')
    return <Link {...common} to="/units/$unit" params={place.params} search={place.search} />;
  if (place.to === '/settings/changes' && 'search' in place)
    return <Link {...common} to="/settings/changes" search={place.search} />;
  if ('search' in place) return <Link {...common} to="/cases" search={place.search} />;
  return <Link {...common} to={place.to} />;
}

/** Goes to a place. */
export function useGo(): (place: Place) => void {
  const navigate = useNavigate();
  return useCallback(
    (place) => {
      navigate(place).catch(reportError);
    },
    [navigate],
  );
}
