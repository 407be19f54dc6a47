import type { CaseRow, CaseView, Queue, queueCounts } from '@suban/domain/api.ts';
import { type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DeskPage } from '@suban/domain/api-desk.ts';
import { get } from '../ui/api.ts';
import { asQuery, type Filters } from './filter/filters.ts';

type QueueCounts = ReturnType<(typeof queueCounts)['parse']>;

export const keys = {
  counts: ['desk', 'counts'],
  call: ['desk', 'call'],
  alertCount: ['desk', 'alert-count'],
  lists: ['desk', 'list'],
  /** Beside the lists, not among them: it is no list of pages. */
  likelySame: ['desk', 'likely-same'],
  queue: (queue: Queue, filters: Filters) => ['desk', 'list', queue, filters],
  search: (q: string, filters: Filters) => ['desk', 'search', q, filters],
  case: (number: string) => ['desk', 'case', number],
} as const;

/** What any change of a case can move: its page, the lists, the counts. */
export function forget(client: QueryClient, number: string): Promise<unknown> {
  return Promise.all(
    [keys.case(number), keys.lists, keys.likelySame, keys.counts].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
}

export const useCounts = () =>
  useQuery({ queryKey: keys.counts, queryFn: () => get<QueueCounts>('/api/desk/counts') });

/** How many alerts wait for this person's verdict. */
export const useAlertCount = () =>
  useQuery({
    queryKey: keys.alertCount,
    queryFn: () => get<{ count: number; more: boolean }>('/api/desk/alert-count'),
  });

/** A list, page by page. A case that moved between two pages while they were read stands once. */
function useCases(
  queryKey: readonly unknown[],
  addressOf: (more: Readonly<Record<string, string>>) => string,
  enabled = true,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => get<DeskPage>(addressOf(pageParam ? { cursor: pageParam } : {})),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled,
  });
  const items = useMemo(() => {
    const byNumber = new Map<string, CaseRow>();
    for (const row of query.data?.pages.flatMap((page) => page.items) ?? [])
      if (!byNumber.has(row.number)) byNumber.set(row.number, row);
    return [...byNumber.values()];
  }, [query.data]);
  return { ...query, items };
}

export const useQueue = (queue: Queue, filters: Filters) =>
  useCases(keys.queue(queue, filters), (more) => `/api/desk/queues/${queue}${asQuery(filters, more)}`);

export const useSearch = (q: string, filters: Filters) =>
  useCases(
    keys.search(q, filters),
    (more) => `/api/desk/search${asQuery(filters, { q, ...more })}`,
    q !== '',
  );

export const useCase = (number: string) =>
  useQuery({
    queryKey: keys.case(number),
    queryFn: () => get<CaseView>(`/api/desk/cases/${encodeURIComponent(number)}`),
    select: inTime,
  });

/** The timeline from the first event to the last. */
const inTime = (view: CaseView): CaseView => ({
  ...view,
  timeline: view.timeline.toSorted((a, b) => a.seq - b.seq),
});
