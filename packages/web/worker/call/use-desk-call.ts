import type { DeskCall } from '@suban/domain/api-calls.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get } from '../../ui/api.ts';
import { useStaff } from '../../ui/staff/session.ts';
import { keys } from '../queries.ts';

/** What rings or is spoken at one's own desk; the live stream says when it has changed. */
export function useDeskCall(): DeskCall | null {
  const { staff } = useStaff();
  const query = useQuery({
    queryKey: keys.call,
    queryFn: () => get<{ call: DeskCall | null }>('/api/desk/call'),
    enabled: staff?.roles.includes('operator') ?? false,
  });
  return query.data?.call ?? null;
}

const storeKey = (id: string) => `suban.call.${id}`;

function kept(id: string): DeskCall | null {
  try {
    return JSON.parse(sessionStorage.getItem(storeKey(id)) ?? 'null') as DeskCall | null;
  } catch {
    return null;
  }
}

/** The call one writes up, also after it has ended: what was shown of it stays with the tab, masked as it was. */
export function useCaller(id: string | undefined): { caller: DeskCall | null; over: boolean } {
  const now = useDeskCall();
  const [last, setLast] = useState<DeskCall | null>(() => (id === undefined ? null : kept(id)));
  const current = now?.id === id ? now : null;
  useEffect(() => {
    if (!current) return;
    setLast(current);
    try {
      sessionStorage.setItem(storeKey(current.id), JSON.stringify(current));
    } catch {
      // Storage full or forbidden: it is gone when the page is.
    }
  }, [current]);
  const caller = current ?? (last?.id === id ? last : null);
  return { caller, over: caller !== null && now === null };
}
