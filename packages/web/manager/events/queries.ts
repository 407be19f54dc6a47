import type { AlertFiguresView, AlertRow, hotEvents } from '@suban/domain/api-alerts.ts';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../ui/api.ts';
import { pagesQuery } from '../kit/queries.ts';

export type Week = AlertFiguresView['weeks'][number];
export type HotEvents = ReturnType<(typeof hotEvents)['parse']>;

/** @param district all of the city's, where there is none */
export const hotEventsQuery = (district: number | null) =>
  queryOptions({
    queryKey: ['hot-events', district],
    queryFn: () => get<HotEvents>(`/api/command/events${district === null ? '' : `?district=${district}`}`),
  });

export const alertFiguresQuery = queryOptions({
  queryKey: ['alert-figures'],
  queryFn: () => get<AlertFiguresView>('/api/command/alert-figures'),
});

/** @param week from when to when, or null for all */
export const alertsQuery = (week: { readonly from: string; readonly to: string } | null) =>
  pagesQuery<AlertRow>('alerts', '/api/command/alerts', week ?? {});
