import type { StaffMe } from '@suban/domain/api.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, get, post } from '../api.ts';
import { forgetField, keptMe } from './kept-me.ts';

export const meKey = ['staff', 'me'] as const;

async function fetchMe(): Promise<StaffMe | null> {
  try {
    return await get<StaffMe>('/api/staff/me');
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    const kept = error instanceof ApiError && error.status === 0 ? keptMe() : null;
    if (kept) return kept;
    throw error;
  }
}

/** Who is signed in; null: nobody. `error` is set when that could not be asked. */
export function useStaff(): {
  staff: StaffMe | null;
  loading: boolean;
  error: Error | null;
  retry: () => void;
  signOut: () => Promise<void>;
} {
  const client = useQueryClient();
  const me = useQuery({ queryKey: meKey, queryFn: fetchMe, staleTime: Infinity, networkMode: 'always' });
  const signOut = async () => {
    await post('/api/staff/sign-out');
    await forgetField();
    // The page learns it first, through the query it watches: else it would go on asking without a session.
    client.setQueryData(meKey, null);
    client.removeQueries({ predicate: (query) => query.queryKey[1] !== 'me' });
  };
  return {
    staff: me.data ?? null,
    loading: me.isPending,
    error: me.error,
    retry: () => void me.refetch(),
    signOut,
  };
}

/** Signs in; what an earlier person read is forgotten. */
export function useSignIn(): (username: string, password: string) => Promise<void> {
  const client = useQueryClient();
  return async (username, password) => {
    const me = await post<StaffMe>('/api/staff/sign-in', { username, password });
    const before = client.getQueryData<StaffMe | null>(meKey);
    client.setQueryData(meKey, me);
    const others = { predicate: (query: { queryKey: readonly unknown[] }) => query.queryKey[1] !== 'me' };
    if (before?.account === me.account) await client.invalidateQueries(others);
    else await client.resetQueries(others);
  };
}
