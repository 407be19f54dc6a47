import type {
  Account,
  ChangeLog,
  MatterKept,
  MatterList,
  UnitKept,
  UnitList,
  UnitOne,
} from '@suban/domain/api-reference.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../../ui/api.ts';
import { pagesQuery } from '../kit/queries.ts';

/** Every read of the lists; all begin with `manage`, so that a change makes them all be read anew. */
const search = (fields: Readonly<Record<string, string | null | undefined>>) =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])),
  ).toString();

export const unitsBelow = (parent: string | null): Promise<UnitList> =>
  get<UnitList>(`/api/manage/units?${search({ parent })}`);
export const unitSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['manage', 'units', 'search', q],
    queryFn: () => get<UnitList>(`/api/manage/units?${search({ q })}`),
    enabled: q !== '',
  });
export const unitQuery = (key: string) =>
  queryOptions({
    queryKey: ['manage', 'unit', key],
    queryFn: () => get<UnitOne>(`/api/manage/units/${encodeURIComponent(key)}`),
  });
export const mattersBelow = (parent: string | null): Promise<MatterList> =>
  get<MatterList>(`/api/manage/matters?${search({ parent })}`);
export const matterSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['manage', 'matters', 'search', q],
    queryFn: () => get<MatterList>(`/api/manage/matters?${search({ q })}`),
    enabled: q !== '',
  });
export const matterQuery = (key: string) =>
  queryOptions({
    queryKey: ['manage', 'matter', key],
    queryFn: () => get<MatterList>(`/api/manage/matters?${search({ key })}`),
  });
export const accountsQuery = (filters: Readonly<Record<string, string>>) =>
  pagesQuery<Account>('manage', '/api/command/accounts', filters);

/** The latest of one entry, past what is at hand. */
export const freshUnit = (key: string): Promise<UnitKept> =>
  get<UnitOne>(`/api/manage/units/${encodeURIComponent(key)}`);
export async function freshMatter(key: string): Promise<MatterKept | undefined> {
  return (await get<MatterList>(`/api/manage/matters?${search({ key })}`)).items[0];
}
export async function freshAccount(key: string): Promise<Account | undefined> {
  return (await get<{ items: Account[] }>(`/api/command/accounts?${search({ key })}`)).items[0];
}

/** Changes page by page, newest first. */
export const changesQuery = (list: string, key: string) =>
  infiniteQueryOptions({
    queryKey: ['manage', 'changes', list, key],
    queryFn: ({ pageParam }) =>
      get<ChangeLog>(
        `/api/manage/changes?${search({ list, key, before: pageParam === null ? null : String(pageParam) })}`,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
  });
