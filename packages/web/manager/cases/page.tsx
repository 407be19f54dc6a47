import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { CaseTable } from '../../ui/staff/case-table.tsx';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { useGo } from '../kit/navigation.tsx';
import { isRefused, NotYours } from '../kit/notice.tsx';
import { casesQuery, itemsOf } from '../kit/queries.ts';
import { useTicks } from '../kit/ticks.ts';
import { Chips } from './chips.tsx';
import { readFilters } from './filters.ts';
import { useFilterLabels } from './labels.ts';
import { Pickers } from './pickers.tsx';
import { caseWords } from './words.ts';

/** How many more are asked for at a time. */
const pageful = 30;

/** The very cases behind a figure. */
export function CasesPage() {
  const t = useText(caseWords);
  const filters = readFilters(useSearch({ strict: false }));
  const go = useGo();
  const query = useInfiniteQuery(casesQuery(filters));
  const items = useMemo(() => itemsOf(query.data?.pages, ({ number }) => number), [query.data]);
  const label = useFilterLabels(items);
  const [wanted, want] = useState(pageful);
  // What is rare is found in steps: a page may come short, and the next one is asked for by itself.
  const short = items.length < wanted && query.hasNextPage && !query.isFetching && !query.isError;
  const { fetchNextPage } = query;
  useEffect(() => {
    if (short) fetchNextPage().catch(reportError);
  }, [short, fetchNextPage]);
  useTicks(['cases']);
  if (isRefused(query.error)) return <NotYours />;
  const hrefOf = ({ number }: { number: string }) => `/command/cases/${number}`;
  return (
    <>
      <header className="m-head">
        <h1>{t.title}</h1>
        <p className="m-soft" role="status">
          {query.data ? t.count(items.length, query.hasNextPage) : ''}
        </p>
      </header>
      <div className="m-card m-filters">
        <Pickers filters={filters} />
        <Chips filters={filters} label={label} />
      </div>
      {query.error && (
        <div className="m-problem">
          <ProblemAlert
            error={query.error}
            retry={() => {
              query.refetch().catch(reportError);
            }}
          />
        </div>
      )}
      {(query.data || !query.error) && (
        <CaseTable
          items={items}
          loading={query.isPending || (items.length === 0 && query.hasNextPage)}
          empty={t.none}
          hrefOf={hrefOf}
          onOpen={({ number }) => go({ to: '/cases/$number', params: { number } })}
        />
      )}
      {query.hasNextPage && (
        <p className="m-more">
          <Button loading={query.isFetchingNextPage || short} onClick={() => want(items.length + pageful)}>
            {t.more}
          </Button>
        </p>
      )}
    </>
  );
}
