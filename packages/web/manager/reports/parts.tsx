import type { Report } from '@suban/domain/api-reports.ts';
import type { IndicatorName } from '@suban/domain/api-figures.ts';
import { indicatorWords } from '@suban/domain/indicators/words.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { CountLink } from '../kit/case-link.tsx';
import { Card } from '../kit/card.tsx';
import { count } from '../kit/numbers.ts';
import { RateCell } from '../kit/rate.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { changeIn, comparedColumns, type ComparedRow } from './compared.tsx';
import { reportWords } from './words.ts';

type Props = { readonly report: Report };
type Indicators = Report['units'][number]['indicators'];

export function Channels({ report }: Props) {
  const t = useText(reportWords);
  const { channel: words } = useText(terms);
  const rows = report.channels.map(({ channel, filed }) => ({
    key: channel,
    name: words[channel],
    compared: filed,
    filters: { measure: 'filed', channel },
  }));
  return <ComparedCard title={t.channels} column={t.column.channel} rows={rows} report={report} />;
}

export function Kinds({ report }: Props) {
  const t = useText(reportWords);
  const { kind: words } = useText(terms);
  const rows = report.kinds.map(({ kind, filed }) => ({
    key: kind,
    name: words[kind],
    compared: filed,
    filters: { measure: 'filed', kind },
  }));
  return <ComparedCard title={t.ofKinds} column={t.column.kind} rows={rows} report={report} />;
}

type CardProps = Props & {
  readonly title: string;
  readonly column: string;
  readonly rows: readonly ComparedRow[];
};

function ComparedCard({ title, column, rows, report }: CardProps) {
  const lang = useLanguage();
  const t = useText(reportWords);
  return (
    <Card title={title}>
      {rows.length === 0 ? (
        <p className="m-empty">{t.noData}</p>
      ) : (
        <Table
          caption={title}
          rows={rows}
          rowKey={({ key }) => key}
          columns={comparedColumns(lang, t, column, report)}
        />
      )}
    </Card>
  );
}

/** What parts of the city are told by; all indicators are on their own pages. */
const shown: readonly IndicatorName[] = ['on-time', 'solved', 'satisfied'];

/** The indicators that stand in every table of parts. @param filtersOf what a row's cases are narrowed to */
export function useRateColumns<Row extends { readonly indicators: Indicators }>(
  filtersOf: (row: Row) => CaseFilters,
): Column<Row>[] {
  const names = useText(indicatorWords);
  return shown.map((name) => ({
    key: name,
    title: names[name].name,
    numeric: true,
    cell: (row) => <RateCell name={name} rate={row.indicators[name]} filters={filtersOf(row)} />,
  }));
}

export function Districts({ report }: Props) {
  const lang = useLanguage();
  const t = useText(reportWords);
  const { from, to } = report.period;
  type Row = Report['districts'][number];
  const filtersOf = ({ unit }: Row): CaseFilters => ({ area: String(unit.id), below: 'yes', from, to });
  const rates = useRateColumns(filtersOf);
  return (
    <Card title={t.districts} hint={t.districtsHint}>
      <Table<Row>
        caption={t.districts}
        rows={report.districts}
        rowKey={({ unit }) => unit.id}
        asCards
        columns={[
          { key: 'unit', title: t.column.district, cell: ({ unit }) => nameIn(lang, unit) },
          {
            key: 'filed',
            title: t.column.filed,
            numeric: true,
            cell: (row) => (
              <CountLink
                n={row.filed.now}
                filters={{ ...filtersOf(row), measure: 'filed' }}
                alarming={false}
              />
            ),
          },
          { key: 'change', title: t.change, numeric: true, cell: ({ filed }) => changeIn(lang, filed) },
          {
            key: 'answered',
            title: t.column.answered,
            numeric: true,
            cell: (row) => (
              <CountLink
                n={row.answered}
                filters={{ ...filtersOf(row), measure: 'answered' }}
                alarming={false}
              />
            ),
          },
          ...rates,
        ]}
      />
    </Card>
  );
}

/** As many as a reader takes in at a look; the rest on demand. */
const mostFrequent = 12;

export function Matters({ report }: Props) {
  const lang = useLanguage();
  const t = useText(reportWords);
  const [all, setAll] = useState(false);
  const { from, to } = report.period;
  type Row = Report['matters'][number];
  const filtersOf = ({ matter }: Row): CaseFilters => ({ matter: matter.code, from, to });
  const rates = useRateColumns(filtersOf);
  const { matters } = report;
  const amount = (key: 'dispatched' | 'answered'): Column<Row> => ({
    key,
    title: t.column[key],
    numeric: true,
    cell: (row) => <CountLink n={row[key]} filters={{ ...filtersOf(row), measure: key }} alarming={false} />,
  });
  return (
    <Card title={t.matters} hint={t.mattersHint}>
      <Table<Row>
        caption={t.matters}
        rows={all ? matters : matters.slice(0, mostFrequent)}
        rowKey={({ matter }) => matter.code}
        asCards
        columns={[
          { key: 'matter', title: t.column.matter, cell: ({ matter }) => nameIn(lang, matter) },
          amount('dispatched'),
          {
            key: 'change',
            title: t.change,
            numeric: true,
            cell: ({ dispatched, before }) => changeIn(lang, { now: dispatched, before }),
          },
          amount('answered'),
          ...rates,
        ]}
      />
      {!all && matters.length > mostFrequent && (
        <p className="m-more">
          <Button onClick={() => setAll(true)}>{t.all(count(lang, matters.length))}</Button>
        </p>
      )}
    </Card>
  );
}
