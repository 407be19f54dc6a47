import { type ReactNode, useState } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { figureWords } from './words.ts';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column is sorted by; null sorts last either way. Without it the column cannot be sorted. */
  readonly by?: (row: Row) => string | number | null;
  readonly numeric?: boolean;
};
export type Sort = { readonly key: string; readonly up: boolean };

/** Rows in the order of one column; nulls last, names in the reader's alphabet. */
export function sortRows<Row>(
  rows: readonly Row[],
  by: (row: Row) => string | number | null,
  up: boolean,
  locale: string,
): Row[] {
  const compare = new Intl.Collator(locale, { numeric: true }).compare;
  return [...rows].sort((one, other) => {
    const [a, b] = [by(one), by(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
    return up ? order : -order;
  });
}

/** One column's sorting, to be shared by several tables of the same shape. Numbers start with the largest, names with A. */
export function useSort<Row>(columns: readonly Column<Row>[], start: Sort) {
  const [sort, setSort] = useState(start);
  const lang = useLanguage();
  const by = columns.find(({ key }) => key === sort.key)?.by;
  return {
    sort,
    toggle: (column: Column<Row>) =>
      setSort((old) =>
        old.key === column.key ? { key: old.key, up: !old.up } : { key: column.key, up: !column.numeric },
      ),
    sorted: (rows: readonly Row[]) =>
      by ? sortRows(rows, by, sort.up, lang === 'zh' ? 'zh-CN' : 'en') : [...rows],
  };
}

type Props<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  readonly sorting?: ReturnType<typeof useSort<Row>>;
  /** On a phone each row stands as a card, its cells below one another with their column's name. */
  readonly asCards?: boolean;
};

/** What scrolls must be reachable for the arrow keys, though it is no control (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 };

/** A table whose first column names the row; it scrolls sideways by itself where the page is too narrow. */
export function Table<Row>({ caption, columns, rows, rowKey, sorting, asCards = false }: Props<Row>) {
  return (
    <div
      className={asCards ? 'm-table is-cards' : 'm-table'}
      role="group"
      aria-label={caption}
      {...scrollable}
    >
      <table>
        <caption className="staff-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {(sorting ? sorting.sorted(rows) : rows).map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, title, cell, numeric }, index) =>
                index === 0 ? (
                  <th key={key} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} data-column={title} className={numeric ? 'is-number' : undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({
  column,
  sorting,
}: {
  readonly column: Column<Row>;
  readonly sorting: Props<Row>['sorting'];
}) {
  const { sorted: words } = useText(figureWords);
  const className = column.numeric ? 'is-number' : undefined;
  if (!column.by || !sorting)
    return (
      <th scope="col" className={className}>
        {column.title}
      </th>
    );
  const order = sorting.sort.up ? 'ascending' : 'descending';
  const active = sorting.sort.key === column.key;
  return (
    <th scope="col" className={className} aria-sort={active ? order : 'none'}>
      <button
        type="button"
        className="m-sort"
        onClick={() => sorting.toggle(column)}
        title={active ? words[order] : undefined}
      >
        {column.title}
        <span className="m-sort-mark" aria-hidden>
          {active ? (sorting.sort.up ? '▲' : '▼') : '▾'}
        </span>
      </button>
    </th>
  );
}
