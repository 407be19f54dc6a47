import './square.css';
import type { SquareItem, SquarePage } from '@suban/domain/api-square.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { get } from '../../ui/api.ts';
import { Button } from '../../ui/plain/button.tsx';
import { Empty, ErrorNote, Skeleton } from '../../ui/plain/notice.tsx';
import { date } from '../../ui/time.ts';
import { words } from './words.ts';

const day = 86_400_000;

function Verdict({ item }: { item: SquareItem }) {
  const t = useText(words);
  const said = item.solved === null ? t.unrated : item.solved ? t.solved : t.unsolved;
  return (
    <p className={`verdict verdict-${item.solved ?? 'none'}`}>
      {said}
      {item.stars !== null && <span> · {t.stars(item.stars.toFixed(1))}</span>}
    </p>
  );
}

/** Citizens' and units' own words stay in Chinese. */
function Shown({ item }: { item: SquareItem }) {
  const t = useText(words);
  const { kind } = useText(terms);
  const lang = useLanguage();
  const days = Math.floor((Date.parse(item.answeredAt) - Date.parse(item.filedAt)) / day);
  return (
    <li className="card shown">
      <p className="shown-of">
        {item.area ? nameIn(lang, item.area) : t.somewhere} · {kind[item.kind]}
      </p>
      <h2>{item.matter ? nameIn(lang, item.matter) : t.something}</h2>
      <h3>{t.said}</h3>
      <p className="said" lang="zh-Hans">
        {item.body}
      </p>
      {item.unit && <h3>{t.answered(nameIn(lang, item.unit))}</h3>}
      <p className="said" lang="zh-Hans">
        {item.answer}
      </p>
      <Verdict item={item} />
      <p className="shown-when">
        {t.closed(date(lang, item.closedAt))} · {t.took(days)}
      </p>
    </li>
  );
}

/** What is published of a place and section, newest first, a page at a time. */
export function SquareList({ area, section }: { area: string; section: string }) {
  const t = useText(words);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['square', area, section],
    queryFn: ({ pageParam }) => {
      const asked = Object.entries({ area, section, cursor: pageParam }).filter(([, value]) => value);
      return get<SquarePage>(`/api/square?${new URLSearchParams(asked)}`);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  if (!data) return error ? <ErrorNote error={error} retry={() => void refetch()} /> : <Skeleton lines={8} />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty>{t.none}</Empty>;
  return (
    <>
      <ul className="square">
        {items.map((item) => (
          <Shown key={item.id} item={item} />
        ))}
      </ul>
      {error && <ErrorNote error={error} />}
      {hasNextPage && (
        <Button look="plain" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.more}
        </Button>
      )}
    </>
  );
}
