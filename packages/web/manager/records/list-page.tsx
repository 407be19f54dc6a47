import { useInfiniteQuery } from '@tanstack/react-query';
import { useText } from '../../i18n/language.ts';
import { Loaded, Nothing } from '../kit/loaded.tsx';
import { More } from '../kit/more.tsx';
import { isRefused, NotYours } from '../kit/notice.tsx';
import { itemsOf, type pagesQuery } from '../kit/queries.ts';
import { type Column, Table } from '../kit/table.tsx';
import { recordWords } from './words.ts';

type Props<Item> = {
  readonly title: string;
  readonly lead: string;
  readonly empty: string;
  readonly query: ReturnType<typeof pagesQuery<Item>>;
  readonly columns: readonly Column<Item>[];
  readonly rowKey: (item: Item) => string;
};

/** A record that goes on, page after page, in the server's order. */
export function ListPage<Item>({ title, lead, empty, query: options, columns, rowKey }: Props<Item>) {
  const t = useText(recordWords);
  const query = useInfiniteQuery(options);
  const items = itemsOf(query.data?.pages, rowKey);
  if (isRefused(query.error)) return <NotYours />;
  return (
    <>
      <header className="m-head is-stacked">
        <h1>{title}</h1>
        <p className="m-soft">
          {lead} <span role="status">{query.data && t.count(items.length, query.hasNextPage)}</span>
        </p>
      </header>
      <Loaded query={query} rows={10}>
        {() =>
          items.length === 0 ? (
            <Nothing>{empty}</Nothing>
          ) : (
            <div className="m-card">
              <Table caption={title} columns={columns} rows={items} rowKey={rowKey} asCards />
            </div>
          )
        }
      </Loaded>
      <More query={query}>{t.more}</More>
    </>
  );
}
