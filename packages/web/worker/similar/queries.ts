import type { LikelySame, SimilarCases } from '@suban/domain/api-similar.ts';
import type { CaseRow } from '@suban/domain/api.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { useCommand } from '../../ui/staff/use-command.ts';
import { forget, keys } from '../queries.ts';
import { similarWords } from './words.ts';

/** What may be the same as a case; asked anew whenever the case changes. */
export const useSimilar = (number: string) =>
  useQuery({
    queryKey: [...keys.case(number), 'similar'],
    queryFn: () => get<SimilarCases>(`/api/desk/cases/${encodeURIComponent(number)}/similar`),
  });

/** As many as the server answers at once. */
const page = 30;

/** Of each case of a list the one it could be merged into, by its number. The latest page is asked about. */
export function useLikelySame(items: readonly CaseRow[], wanted: boolean) {
  const pages = Array.from({ length: Math.ceil(items.length / page) }, (_, at) =>
    items
      .slice(at * page, (at + 1) * page)
      .map(({ number }) => number)
      .join(','),
  );
  const { data } = useQuery({
    queryKey: [...keys.likelySame, ...pages],
    queryFn: async () => {
      const all = await Promise.all(
        pages.map((numbers) => get<LikelySame>(`/api/desk/likely-same?numbers=${numbers}`)),
      );
      return new Map(all.flatMap(({ items: found }) => found.map((one) => [one.number, one] as const)));
    },
    enabled: wanted && items.length > 0,
    placeholderData: (before) => before,
  });
  return data ?? new Map<string, LikelySame['items'][number]>();
}

/** Merges one case into another; one at a time, so that a held key doesn't run through the queue. */
export function useMerge() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const text = useText(similarWords);
  const send = useCommand('merge');
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>(null);
  const run = async (number: string, into: string, reason?: string) => {
    if (busy !== undefined) return;
    setBusy(number);
    setError(null);
    try {
      await send(number, { into, ...(reason ? { text: reason } : {}) });
      void message.success(text.merged(into));
    } catch (refused) {
      setError(refused);
    }
    await forget(client, number);
    setBusy(undefined);
  };
  return {
    run: (number: string, into: string, reason?: string) => void run(number, into, reason),
    busy,
    error,
  };
}
