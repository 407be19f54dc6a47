import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CaseRow, CaseView, City } from '@suban/domain/api.ts';
import type { Circulars, revealLog } from '@suban/domain/api-records.ts';
import type { MapFigures, MapShapes, Slice, Today, UnitScores } from '@suban/domain/api-figures.ts';
import type { Report, ReportList } from '@suban/domain/api-reports.ts';
import type { SuggestionFigures } from '@suban/domain/api-suggestions.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { get } from '../../ui/api.ts';

/** A page of a list that goes on. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

/** Every read of the manager end; the first part of a key is what live ticks name. */
export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: () => get<Today>('/api/command/today'),
});
export const cityQuery = queryOptions({
  queryKey: ['city'],
  queryFn: () => get<City>('/api/city'),
  staleTime: Number.POSITIVE_INFINITY,
});
export const mapFiguresQuery = queryOptions({
  queryKey: ['map-figures'],
  queryFn: () => get<MapFigures>('/api/command/map'),
});
/** The shapes change only with the city's areas. */
export const mapShapesQuery = queryOptions({
  queryKey: ['map-shapes'],
  queryFn: () => get<MapShapes>('/api/map'),
  staleTime: Number.POSITIVE_INFINITY,
});
export const unitScoresQuery = queryOptions({
  queryKey: ['unit-scores'],
  queryFn: () => get<UnitScores>('/api/command/units'),
  staleTime: 60_000,
});
export const suggestionsQuery = queryOptions({
  queryKey: ['suggestions'],
  queryFn: () => get<SuggestionFigures>('/api/command/suggestions'),
});
/** The indicators of what these filters leave. */
export const sliceQuery = (filters: CaseFilters) =>
  queryOptions({
    queryKey: ['slice', filters],
    queryFn: () => get<Slice>(`/api/command/indicators?${new URLSearchParams(filters)}`),
  });
export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: () => get<ReportList>('/api/command/reports'),
});
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: () => get<Report>(`/api/command/reports/${encodeURIComponent(id)}`),
    // What has ended hardly moves: only ratings and reworks of it still come in.
    staleTime: 60_000,
  });
export const caseQuery = (number: string) =>
  queryOptions({
    queryKey: ['case', number],
    queryFn: () => get<CaseView>(`/api/desk/cases/${encodeURIComponent(number)}`),
  });

/** @param path with its filters, without the cursor */
export const pagesQuery = <Item>(key: string, path: string, filters: Readonly<Record<string, string>> = {}) =>
  infiniteQueryOptions({
    queryKey: [key, filters],
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams({
        ...filters,
        ...(pageParam === null ? {} : { cursor: pageParam }),
      });
      return get<Page<Item>>(`${path}?${search}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export type Reveal = ReturnType<(typeof revealLog)['parse']>['items'][number];
export const followUpsQuery = pagesQuery<Circulars['items'][number]>('follow-ups', '/api/command/follow-ups');
export const revealsQuery = pagesQuery<Reveal>('reveals', '/api/command/reveals');
export const casesQuery = (filters: CaseFilters) =>
  pagesQuery<CaseRow>('cases', '/api/command/cases', filters);

/** The pages as one list. What moved between two pages while they were read stands once. */
export function itemsOf<Item>(pages: readonly Page<Item>[] | undefined, key: (item: Item) => string): Item[] {
  const byKey = new Map<string, Item>();
  for (const item of pages?.flatMap(({ items }) => items) ?? [])
    if (!byKey.has(key(item))) byKey.set(key(item), item);
  return [...byKey.values()];
}
