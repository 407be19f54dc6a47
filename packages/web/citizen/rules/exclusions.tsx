import type { Exclusions } from '@suban/domain/api-exclusions.ts';
import { exclusionReasonWords } from '@suban/domain/words.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { Button } from '../../ui/plain/button.tsx';
import { ErrorNote, Skeleton } from '../../ui/plain/notice.tsx';
import { date } from '../../ui/time.ts';
import { words } from './words.ts';

/** 剔除, published: what a third party left out of a unit's indicators, and why. */
export function ExclusionList() {
  const t = useText(words);
  const lang = useLanguage();
  const reasons = useText(exclusionReasonWords);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['exclusions'],
    queryFn: ({ pageParam }) =>
      get<Exclusions>(`/api/exclusions${pageParam && `?cursor=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <section className="card exclusions" id="exclusions">
      <h2>{t.exclusions}</h2>
      <p>{t.exclusionsWhat}</p>
      {items ? (
        items.length === 0 && <p>{t.noExclusions}</p>
      ) : error ? (
        <ErrorNote error={error} retry={() => void refetch()} />
      ) : (
        <Skeleton lines={3} />
      )}
      {items && items.length > 0 && (
        <dl>
          {items.map((item) => (
            <div key={`${item.grantedAt} ${item.number ?? ''} ${item.unit.id}`}>
              <dt>
                {item.number ?? t.confidential}
                {item.matter && ` · ${nameIn(lang, item.matter)}`}
              </dt>
              <dd>
                {[date(lang, item.grantedAt), nameIn(lang, item.unit), reasons[item.reason]].join(' · ')}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {hasNextPage && (
        <Button look="plain" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.more}
        </Button>
      )}
    </section>
  );
}
