import type { FieldOrder, FieldOrders } from '@suban/domain/api-field.ts';
import { useQuery } from '@tanstack/react-query';
import { ApiError, get } from '../../ui/api.ts';
import { type KeptOrders, keptOrders } from './store.ts';

/** More than one person does in a day; a phone keeps no city. */
const most = 50;

async function inHand(): Promise<Pick<KeptOrders, 'orders' | 'more'>> {
  const orders: FieldOrder[] = [];
  let next: string | null = '';
  while (next !== null && orders.length < most) {
    const query: string = next && `?cursor=${encodeURIComponent(next)}`;
    const page: FieldOrders = await get<FieldOrders>(`/api/desk/field${query}`);
    orders.push(...page.orders);
    next = page.next;
  }
  return { orders, more: next !== null };
}

/** The orders in hand, fresh or, without a network, as they were seen last. */
async function fetchOrders(account: string): Promise<KeptOrders & { fresh: boolean }> {
  try {
    const seen = { account, ...(await inHand()), at: Date.now() };
    await keptOrders.clear();
    await keptOrders.keep(seen);
    return { ...seen, fresh: true };
  } catch (error) {
    const kept = (await keptOrders.all()).find((one) => one.account === account);
    if (!(error instanceof ApiError && (error.status === 0 || error.status >= 500)) || !kept) throw error;
    return { ...kept, fresh: false };
  }
}

/** Begins with “desk”: what moves the desk's lists moves these. */
export const fieldKey = ['desk', 'field'] as const;

export const useFieldOrders = (account: string) =>
  useQuery({
    queryKey: [...fieldKey, account],
    queryFn: () => fetchOrders(account),
    networkMode: 'always',
  });
