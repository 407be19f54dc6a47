import { referenceLists } from '@suban/domain/reference/entries.ts';

export type ChangeSearch = { readonly list?: string; readonly key?: string };

/** What the address says of which changes are shown. */
export function readChangeSearch(search: Readonly<Record<string, unknown>>): ChangeSearch {
  const list = referenceLists.find((each) => each === search['list']);
  const key = typeof search['key'] === 'string' && list ? search['key'] : undefined;
  return { ...(list ? { list } : {}), ...(key ? { key } : {}) };
}
