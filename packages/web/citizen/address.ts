import { useParams, useSearch } from '@tanstack/react-router';

/** A word of the page's address, by its name in the route. Three ends share one program, so the router's types know none of them. */
export function useParam(name: string): string {
  const params: unknown = useParams({ strict: false });
  return wordIn(params, name) ?? '';
}

/** A value behind the question mark. */
export function useSearched(name: string): string | undefined {
  const search: unknown = useSearch({ strict: false });
  return wordIn(search, name);
}

function wordIn(record: unknown, name: string): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const entry = Object.entries(record).find(([key]) => key === name);
  return typeof entry?.[1] === 'string' ? entry[1] : undefined;
}
