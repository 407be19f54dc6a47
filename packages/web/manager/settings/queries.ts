import type { MatterName } from '@suban/domain/api.ts';
import type { CalendarPage, CalendarUploads, SettingsPage } from '@suban/domain/api-settings.ts';
import type { AutomaticFigures } from '@suban/domain/api-suggestions.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiError, get, newRequestId, post } from '../../ui/api.ts';

/** The latest settings and the newest versions. What is being changed must not change under the hand. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => get<SettingsPage>('/api/settings'),
  staleTime: Number.POSITIVE_INFINITY,
});
/** All versions, page after page. */
export const versionsQuery = infiniteQueryOptions({
  queryKey: ['settings', 'versions'],
  queryFn: ({ pageParam }) =>
    get<SettingsPage>(pageParam === null ? '/api/settings' : `/api/settings?before=${pageParam}`),
  initialPageParam: null as number | null,
  getNextPageParam: (last) => last.next,
});
/** What suggestions were worth, matter by matter. */
export const automaticQuery = queryOptions({
  queryKey: ['settings', 'automatic'],
  queryFn: () => get<AutomaticFigures>('/api/settings/automatic'),
});
export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: () => get<CalendarPage>('/api/calendar'),
});
export const uploadsQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', 'uploads', year],
    queryFn: () => get<CalendarUploads>(`/api/calendar/${year}/uploads`),
  });
export const matterQuery = (q: string) =>
  queryOptions({
    queryKey: ['look-up', 'matter', q],
    queryFn: () => get<{ items: MatterName[] }>(`/api/desk/matters?q=${encodeURIComponent(q)}`),
    staleTime: 60_000,
  });

/**
 * Posts something that must be done once: its id is kept until the server has answered, and a changed body is another.
 * @throws ApiError with the refusal
 */
export function usePostOnce<Answer>(path: string): (body: object) => Promise<Answer> {
  const unanswered = useRef<{ what: string; requestId: string } | null>(null);
  return async (body) => {
    const what = JSON.stringify(body);
    if (unanswered.current?.what !== what) unanswered.current = { what, requestId: newRequestId() };
    try {
      const answer = await post<Answer>(path, { ...body, requestId: unanswered.current.requestId });
      unanswered.current = null;
      return answer;
    } catch (error) {
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) unanswered.current = null;
      throw error;
    }
  };
}
