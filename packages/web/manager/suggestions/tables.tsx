import type { SuggestionFigures } from '@suban/domain/api-suggestions.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { nameIn, trailIn, useLanguage, useText } from '../../i18n/language.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { CaseLink } from '../kit/case-link.tsx';
import { count, percent } from '../kit/numbers.ts';
import { RangeBar } from '../kit/rate.tsx';
import { type Column, Table, useSort } from '../kit/table.tsx';
import { figureWords } from '../kit/words.ts';
import { suggestionWords } from './words.ts';

type Band = SuggestionFigures['bands'][number];

/** What the suggestions said of themselves, against what came of them. */
export function Bands({ bands, atLeast }: { readonly bands: readonly Band[]; readonly atLeast: number }) {
  const lang = useLanguage();
  const t = useText(suggestionWords);
  const columns: Column<Band>[] = [
    {
      key: 'band',
      title: t.band,
      cell: ({ from, to }) => (
        <span className={to <= atLeast ? 'm-soft' : undefined}>
          {Math.round(from * 100)}–{Math.round(to * 100)}%
        </span>
      ),
    },
    { key: 'filed', title: t.filed, numeric: true, cell: ({ filed }) => count(lang, filed) },
    { key: 'judged', title: t.judged, numeric: true, cell: ({ hits }) => count(lang, hits.denominator) },
    {
      key: 'hits',
      title: t.hits,
      numeric: true,
      cell: ({ hits }) =>
        hits.value === null ? (
          <span className="m-soft">—</span>
        ) : (
          <div className="m-rate-cell">
            <strong>{percent(lang, hits.value)}</strong>
            <RangeBar rate={hits} />
          </div>
        ),
    },
  ];
  return <Table caption={t.bands} columns={columns} rows={bands.toReversed()} rowKey={({ from }) => from} />;
}

/** As many matters as one takes in; the others follow when asked for. */
const atFirst = 20;

type Row = SuggestionFigures['matters'][number];

/** Matter by matter, each number a way to its cases. */
export function Matters({
  matters,
  period,
}: {
  readonly matters: readonly Row[];
  readonly period: SuggestionFigures['period'];
}) {
  const lang = useLanguage();
  const t = useText(suggestionWords);
  const { more } = useText(figureWords);
  const filters = ({ matter }: Row, suggested: string): CaseFilters => ({
    ...period,
    suggested,
    matter: matter.code,
  });
  const wrongOf = ({ success }: Row) => success.denominator - success.numerator;
  const link = (row: Row, n: number, suggested: string, label: string) =>
    n === 0 ? (
      <span className="m-soft">0</span>
    ) : (
      <CaseLink filters={filters(row, suggested)} label={label}>
        {count(lang, n)}
      </CaseLink>
    );
  const columns: Column<Row>[] = [
    {
      key: 'matter',
      title: t.matter,
      by: ({ matter }) => nameIn(lang, matter),
      cell: ({ matter }) => (
        <>
          {nameIn(lang, matter)} <small className="m-soft m-under">{trailIn(lang, matter)}</small>
        </>
      ),
    },
    {
      key: 'sure',
      title: t.shown,
      numeric: true,
      by: ({ sure }) => sure,
      cell: (row) => link(row, row.sure, 'sure', t.shownOf(nameIn(lang, row.matter))),
    },
    {
      key: 'success',
      title: t.success,
      numeric: true,
      by: ({ success }) => success.value,
      cell: (row) =>
        row.success.value === null ? (
          <span className="m-soft">—</span>
        ) : (
          <div className="m-rate-cell">
            <span>
              <strong>{percent(lang, row.success.value)}</strong>{' '}
              <small className="m-soft m-parts">
                {link(row, row.success.numerator, 'right', t.rightOf(nameIn(lang, row.matter)))} ÷{' '}
                {count(lang, row.success.denominator)}
              </small>
            </span>
            <RangeBar rate={row.success} />
          </div>
        ),
    },
    {
      key: 'wrong',
      title: t.wrong,
      numeric: true,
      by: wrongOf,
      cell: (row) => link(row, wrongOf(row), 'wrong', t.wrongOf(nameIn(lang, row.matter))),
    },
  ];
  const sorting = useSort(columns, { key: 'sure', up: false });
  const [shown, show] = useState(atFirst);
  return (
    <>
      <Table
        caption={t.byMatter}
        columns={columns}
        rows={sorting.sorted(matters).slice(0, shown)}
        rowKey={({ matter }) => matter.code}
        sorting={sorting}
      />
      {shown < matters.length && (
        <p className="m-more">
          <Button onClick={() => show(shown + 5 * atFirst)}>{more}</Button>
        </p>
      )}
    </>
  );
}
