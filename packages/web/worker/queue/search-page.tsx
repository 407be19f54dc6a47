import type { CaseRow } from '@suban/domain/api.ts';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../../i18n/language.ts';
import { CaseTable } from '../../ui/staff/case-table.tsx';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import type { Filters } from '../filter/filters.ts';
import { useSearch } from '../queries.ts';
import { deskWords } from '../words.ts';
import { Board } from './board.tsx';
import { More } from './more.tsx';

/** `/desk/search?q=`: at most 50 cases, of those one may see. */
export function SearchPage({ q, filters }: { q: string; filters: Filters }) {
  const text = useText(deskWords);
  const navigate = useNavigate();
  const found = useSearch(q, filters);
  const { items } = found;
  const open = (row: CaseRow) => void navigate({ to: '/cases/$number', params: { number: row.number } });
  return (
    <Board searched={q}>
      <section aria-labelledby="search-title">
        <div className="desk-title">
          <h1 id="search-title">{q ? text.searchTitle(q) : text.searchLabel}</h1>
          <span className="staff-soft" role="status">
            {found.data && text.searchMany(items.length, found.hasNextPage)}
          </span>
        </div>
        <div className="staff-stack">
          <ProblemAlert error={found.error} retry={() => void found.refetch()} />
          {q === '' && <p className="staff-soft">{text.searchAsk}</p>}
          {q !== '' && (
            <FilterBar
              filters={filters}
              onChange={(next) => void navigate({ to: '/search', search: { ...next, q }, replace: true })}
              named={found.data?.pages[0]?.named}
              place="search"
              q={q}
            />
          )}
          {q !== '' && !found.error && (
            <CaseTable
              items={items}
              loading={found.isPending || (items.length === 0 && found.hasNextPage)}
              hrefOf={(row) => `/desk/cases/${row.number}`}
              onOpen={open}
              empty={text.searchNone}
            />
          )}
          {(items.length > 0 || found.hasNextPage) && <More list={found} />}
        </div>
      </section>
    </Board>
  );
}
