import type { DeskFilter } from '@suban/domain/api-desk.ts';

/** What a queue or search can be narrowed by, in the order the reader sees it. */
export const filterNames = [
  'light',
  'matter',
  'area',
  'unit',
  'channel',
  'kind',
  'from',
  'to',
] as const satisfies readonly (keyof DeskFilter)[];
export type FilterName = (typeof filterNames)[number];
/** The words of the address and of the API alike. */
export type Filters = Partial<Record<FilterName, string>>;

/** What an address says, without what no filter knows. An unknown value is left to the server to refuse. */
export function readFilters(search: Readonly<Record<string, unknown>>): Filters {
  const filters: Filters = {};
  for (const name of filterNames) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') filters[name] = value;
  }
  return filters;
}

/** The filters with one set to another value, or taken away. */
export function withFilter(filters: Filters, name: FilterName, value: string | undefined): Filters {
  return readFilters({ ...filters, [name]: value });
}

/** For the API: `light=red&kind=help`, '' for none. */
export const asQuery = (filters: Filters, more: Readonly<Record<string, string>> = {}): string => {
  const text = new URLSearchParams({ ...filters, ...more }).toString();
  return text && `?${text}`;
};
