import type { QueueCounts } from '@suban/domain/api.ts';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { useStaff } from '../../ui/staff/session.ts';
import { todayWords } from './words.ts';

/**
 * Complaints about the city's dispatch centre are hidden from it: whoever leads the city does its work on them, in a queue
 * of their own.
 */
export function AboutCentre() {
  const t = useText(todayWords);
  const { staff } = useStaff();
  const mine = staff?.queues.includes('about-centre') ?? false;
  const { data } = useQuery({
    queryKey: ['today', 'about-centre'],
    queryFn: () => get<QueueCounts>('/api/desk/counts'),
    enabled: mine,
  });
  const waiting = data?.['about-centre'];
  if (!mine || !waiting) return null;
  return (
    <p className="m-today-note">
      <a className="m-link" href="/desk/queues/about-centre">
        {t.aboutCentre(`${waiting.count}${waiting.more ? '+' : ''}`)}
      </a>
    </p>
  );
}
