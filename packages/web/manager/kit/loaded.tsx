import { Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { isRefused } from './notice.tsx';
import { staffWords } from '../../ui/staff/words.ts';

type Props<Data> = {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
};

/** What a query has brought; until then a skeleton. An error stands above what was read before, with a retry. */
export function Loaded<Data>({ query, rows = 6, children }: Props<Data>) {
  const text = useText(staffWords);
  return (
    <>
      {query.error && (
        <div className="m-problem">
          <ProblemAlert
            error={query.error}
            retry={isRefused(query.error) ? undefined : () => void query.refetch()}
          />
        </div>
      )}
      {query.data !== undefined && children(query.data)}
      {query.data === undefined && !query.error && (
        <div className="m-card" aria-busy="true">
          <Skeleton active title={false} paragraph={{ rows }} />
          <span className="staff-hidden" role="status">
            {text.loading}
          </span>
        </div>
      )}
    </>
  );
}

/** An empty list says so, in its own words. */
export function Nothing({ children }: { readonly children: string }) {
  return (
    <div className="m-card">
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children} />
    </div>
  );
}
