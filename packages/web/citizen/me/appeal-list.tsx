import './rows.css';
import type { AppealState } from '@suban/domain/appeal.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '../navigation.tsx';
import { useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { Empty, ErrorNote, Skeleton } from '../../ui/plain/notice.tsx';
import { dateTime } from '../../ui/time.ts';
import { StateTag } from '../track/state-tag.tsx';
import { words } from './words.ts';

type MyAppeals = {
  items: { number: string; queryCode: string; title: string; state: AppealState; filedAt: string }[];
};

/** The requests filed with the phone number that is signed in, newest first. */
export function AppealList({ most }: { most?: number }) {
  const t = useText(words);
  const lang = useLanguage();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['me', 'appeals'],
    queryFn: () => get<MyAppeals>('/api/citizen/appeals'),
  });
  if (isPending) return <Skeleton lines={3} />;
  if (!data) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (data.items.length === 0) return <Empty>{t.none}</Empty>;
  return (
    <ul className="rows">
      {data.items.slice(0, most).map((item) => (
        <li key={item.number}>
          <Link to="/track/$number" params={{ number: item.number }} search={{ code: item.queryCode }}>
            <strong>{item.title}</strong>
            <small>
              {item.number} · {t.filed(dateTime(lang, item.filedAt))}
            </small>
            <StateTag state={item.state} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
