import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';

type Paged = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

/** The way to the next page of a list, where there is one. */
export function More({ query, children }: { readonly query: Paged; readonly children: ReactNode }) {
  if (!query.hasNextPage) return null;
  return (
    <p className="m-more">
      <Button
        loading={query.isFetchingNextPage}
        onClick={() => {
          query.fetchNextPage().catch(reportError);
        }}
      >
        {children}
      </Button>
    </p>
  );
}
