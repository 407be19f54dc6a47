import type { SavedFilter } from '@suban/domain/api-desk.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { get, newRequestId, post } from '../../ui/api.ts';

type Saved = { items: SavedFilter[] };
const key = ['desk', 'filters'];
export type NewFilter = Pick<SavedFilter, 'name' | 'place' | 'filter'>;

export const useSaved = (enabled: boolean) =>
  useQuery({ queryKey: key, queryFn: () => get<Saved>('/api/desk/filters'), staleTime: 300_000, enabled });

/** Keeps a filter. What was not answered is sent again under the same id. */
export function useSave() {
  const client = useQueryClient();
  const unanswered = useRef<{ what: string; requestId: string } | null>(null);
  return useMutation({
    mutationFn: (filter: NewFilter) => {
      const what = JSON.stringify(filter);
      if (unanswered.current?.what !== what) unanswered.current = { what, requestId: newRequestId() };
      return post<Saved>('/api/desk/filters', { ...filter, requestId: unanswered.current.requestId });
    },
    onSuccess: (saved) => {
      unanswered.current = null;
      client.setQueryData(key, saved);
    },
  });
}

export function useRemove() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post<Saved>(`/api/desk/filters/${id}/remove`, { requestId: newRequestId() }),
    onSuccess: (saved) => client.setQueryData(key, saved),
  });
}
