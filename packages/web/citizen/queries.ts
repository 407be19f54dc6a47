import { queryOptions, useQuery } from '@tanstack/react-query';
import type { City } from '@suban/domain/api.ts';
import type { MapShapes } from '@suban/domain/api-figures.ts';
import { get } from '../ui/api.ts';

/** What several pages ask for. */
export const cityQuery = queryOptions({
  queryKey: ['city'],
  queryFn: () => get<City>('/api/city'),
  staleTime: Number.POSITIVE_INFINITY,
});

export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: () => get<MapShapes>('/api/map'),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who is signed in: their phone number, or null. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => get<{ phone: string } | null>('/api/citizen/me'),
});

/** The hotline's number; the national one until the city has answered. */
export const useHotline = (): string => useQuery(cityQuery).data?.hotline ?? '12345';
