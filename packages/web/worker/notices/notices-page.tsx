import './notices.css';
import type { Notices } from '@suban/domain/api-records.ts';
import { alertNotices, noticeKey, noticeKeys } from '@suban/domain/notices.ts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Empty, Skeleton } from 'antd';
import { type Language, nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { get, post } from '../../ui/api.ts';
import { noticesKey } from '../../ui/staff/bell.tsx';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { date, timeOfDay } from '../../ui/time.ts';
import { More } from '../queue/more.tsx';
import { byDay } from './days.ts';
import { noticeWords } from './words.ts';

type Item = Notices['items'][number];
type Words = (typeof noticeWords)['zh'];

function useNotices() {
  return useInfiniteQuery({
    queryKey: [...noticesKey, 'list'],
    queryFn: ({ pageParam }) =>
      get<Notices>(`/api/desk/notices${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ''}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** 消息: what one's unit is told of, day by day, the newest first. */
export function NoticesPage() {
  const lang = useLanguage();
  const text = useText(noticeWords);
  const client = useQueryClient();
  const list = useNotices();
  const mark = useMutation({
    mutationFn: (upTo: number) => post('/api/desk/notices/read', { upTo }),
    onSettled: () => client.invalidateQueries({ queryKey: noticesKey }),
  });
  const items = unique(list.data?.pages.flatMap((page) => page.items) ?? []);
  const unread = list.data?.pages[0]?.unread;
  const newest = Math.max(0, ...items.map(({ id }) => id));
  return (
    <section className="desk-notices" aria-labelledby="notices-title">
      <div className="desk-title">
        <h1 id="notices-title">{text.title}</h1>
        <span className="staff-soft" role="status">
          {unread &&
            (unread.count > 0 ? text.unread(`${unread.count}${unread.more ? '+' : ''}`) : text.allRead)}
        </span>
        {unread && unread.count > 0 && (
          <Button loading={mark.isPending} onClick={() => mark.mutate(newest)}>
            {text.markAll}
          </Button>
        )}
      </div>
      <ProblemAlert
        error={mark.error ?? list.error}
        retry={list.error ? () => void list.refetch() : undefined}
      />
      {list.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {list.data && items.length === 0 && (
        <div className="staff-cases">
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text.none} />
        </div>
      )}
      {byDay(items, ({ at }) => date(lang, at)).map(([day, ofDay]) => (
        <section key={day} aria-label={dayName(lang, text, day)}>
          <h2>{dayName(lang, text, day)}</h2>
          <ul className="staff-cases desk-notice-list">
            {ofDay.map((item) => (
              <NoticeLine key={item.id} item={item} onRead={() => mark.mutate(item.id)} />
            ))}
          </ul>
        </section>
      ))}
      {items.length > 0 && <More list={list} />}
    </section>
  );
}

/**
 * A notice that came while the pages were read pushes one over the edge, where it stands twice. Of what was imported the
 * order of arrival is not that of its time.
 */
const unique = (items: readonly Item[]): Item[] =>
  [...new Map(items.map((item) => [item.id, item] as const)).values()].toSorted(
    (a, b) => b.at.localeCompare(a.at) || b.id - a.id,
  );

function dayName(lang: Language, text: Words, day: string): string {
  const ago = (days: number) => date(lang, new Date(Date.now() - days * 86_400_000).toISOString());
  if (day === ago(0)) return text.today;
  return day === ago(1) ? text.yesterday : day;
}

const tone = ({ what, detail }: Item): string => {
  if (detail?.endsWith(':yellow') || what === 'chased' || what === 'urged') return 'is-yellow';
  if (/^(?:alert-)?(?:light-raised|follow-up-opened|circular-issued)$/u.test(what)) return 'is-red';
  return 'is-brand';
};

/** The way to what it is about: an alert, or a case. */
function About({ item: { alert, number, title } }: { item: Item }) {
  if (alert !== null)
    return (
      <Link to="/alerts/$id" params={{ id: String(alert) }} lang="zh-Hans">
        {title}
      </Link>
    );
  return (
    number !== null && (
      <Link to="/cases/$number" params={{ number }} lang="zh-Hans">
        {title || number}
      </Link>
    )
  );
}

function NoticeLine({ item, onRead }: { item: Item; onRead: () => void }) {
  const lang = useLanguage();
  const text = useText(noticeWords);
  const known = noticeKeys.find((key) => key === noticeKey(item.what, item.detail));
  const ofAlert = alertNotices.find((each) => each === item.what);
  const said = ofAlert ? text.ofAlert[ofAlert] : known ? text.sentence[known] : text.other;
  return (
    <li className={`desk-notice ${tone(item)}${item.read ? '' : ' is-unread'}`}>
      <time dateTime={item.at}>{timeOfDay(lang, item.at)}</time>
      <div>
        <b>
          {said}
          {!item.read && <span className="desk-notice-new">{text.isNew}</span>}
        </b>
        <About item={item} />
        <span className="staff-soft">
          {item.alert === null && `${item.number} · `}
          {nameIn(lang, item.unit)}
        </span>
      </div>
      {!item.read && (
        <Button size="small" type="text" onClick={onRead} aria-label={text.readToTitle(said)}>
          {text.readTo}
        </Button>
      )}
    </li>
  );
}
