import './bell.css';
import type { Notices } from '@suban/domain/api-records.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import { useText } from '../../i18n/language.ts';
import { get } from '../api.ts';
import { useLive } from '../live.ts';
import { useStaff } from './session.ts';
import { staffWords } from './words.ts';

/** Under the desk's own first part, so that what refreshes the desk refreshes the bell. */
export const noticesKey = ['desk', 'notices'] as const;
const pollEvery = 60_000;

type Props = {
  /** The stream that says when there may be a new notice. */
  live: string;
  current?: boolean;
  /** Goes there without loading the end anew, where the page is of the same end. */
  onOpen?: () => void;
};

/** How many notices one has not read, and the way to them. Only for who works a queue: nobody else is told anything. */
export function Bell({ live, current = false, onOpen }: Props) {
  const text = useText(staffWords);
  const client = useQueryClient();
  const { staff } = useStaff();
  const told = (staff?.queues.length ?? 0) > 0;
  const { data } = useQuery({
    queryKey: [...noticesKey, 'unread'],
    queryFn: async () => (await get<Notices>('/api/desk/notices')).unread,
    enabled: told,
    refetchInterval: pollEvery,
  });
  const look = () => void client.invalidateQueries({ queryKey: noticesKey });
  useLive(told ? live : null, { notices: look }, look);
  if (!told) return null;
  const open = (event: MouseEvent) => {
    if (!onOpen || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  };
  const count = data && data.count > 0 ? `${data.count}${data.more ? '+' : ''}` : null;
  return (
    <a
      className="staff-bell"
      href="/desk/notices"
      onClick={open}
      aria-current={current ? 'page' : undefined}
      aria-label={count ? text.unread(count) : text.notices}
      title={text.notices}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4M12 5V3" />
      </svg>
      {count && (
        <span className="staff-bell-count" aria-hidden>
          {count}
        </span>
      )}
    </a>
  );
}
