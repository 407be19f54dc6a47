import type { CaseRow } from '@suban/domain/api.ts';
import type { AlertRow, AlertView, HotEventView } from '@suban/domain/api-alerts.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../../api.ts';

type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

/** A list, page by page; what moved between two pages while they were read stands once. */
export function usePages<T>(key: readonly string[], path: string, name: (item: T) => string | number) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      get<Page<T>>(
        `${path}${pageParam ? `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const byName = new Map<string | number, T>();
  for (const item of query.data?.pages.flatMap(({ items }) => items) ?? [])
    if (!byName.has(name(item))) byName.set(name(item), item);
  return { ...query, items: [...byName.values()] };
}

export const useAlerts = () => usePages<AlertRow>(['desk', 'alerts'], '/api/desk/alerts', ({ id }) => id);

export const useAlert = (id: number) =>
  useQuery({
    queryKey: ['desk', 'alert', String(id)],
    queryFn: () => get<AlertView>(`/api/desk/alerts/${id}`),
  });

export const useHotEvent = (id: number) =>
  useQuery({
    queryKey: ['hot-event', String(id)],
    queryFn: () => get<HotEventView>(`/api/command/events/${id}`),
  });

export const useEventCases = (id: number) =>
  usePages<CaseRow>(
    ['desk', 'event-cases', String(id)],
    `/api/command/events/${id}/cases`,
    ({ number }) => number,
  );
