import type { ReportList } from '@suban/domain/api-reports.ts';
import type { PeriodKind } from '@suban/domain/indicators/periods.ts';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { date } from '../../ui/time.ts';
import { Loaded } from '../kit/loaded.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { reportsQuery } from '../kit/queries.ts';
import { Table } from '../kit/table.tsx';
import { Downloads } from './downloads.tsx';
import './reports.css';
import { reportWords } from './words.ts';

/** The last moment of a period: its end is the first of the next. */
export const lastMoment = (to: string): string => new Date(Date.parse(to) - 1).toISOString();

/** The weeks and months that have ended, each with its report. */
export function ReportsPage() {
  const t = useText(reportWords);
  const query = useQuery(reportsQuery);
  return (
    <>
      <header className="m-head is-stacked">
        <h1>{t.title}</h1>
        <p className="m-soft">{t.lead}</p>
      </header>
      <Loaded query={query} rows={10}>
        {(list) =>
          list.weeks.length === 0 ? (
            <section className="m-card m-notice">
              <h2>{t.none}</h2>
              <p className="m-soft">{t.noneWhy}</p>
            </section>
          ) : (
            <Periods list={list} />
          )
        }
      </Loaded>
    </>
  );
}

function Periods({ list }: { readonly list: ReportList }) {
  const lang = useLanguage();
  const t = useText(reportWords);
  const [kind, setKind] = useState<PeriodKind>('week');
  const rows = kind === 'week' ? list.weeks : list.months;
  return (
    <>
      <div className="m-groups">
        <Segmented
          aria-label={t.kinds}
          value={kind}
          onChange={setKind}
          options={(['week', 'month'] as const).map((value) => ({ value, label: t.kind[value] }))}
        />
      </div>
      <div className="m-card">
        {rows.length === 0 ? (
          <p className="m-empty">{t.none}</p>
        ) : (
          <Table
            caption={t[kind]}
            rows={rows}
            rowKey={({ id }) => id}
            asCards
            columns={[
              {
                key: 'name',
                title: t[kind],
                cell: ({ id }) => (
                  <PlaceLink place={{ to: '/reports/$period', params: { period: id } }}>
                    {t.name(id)}
                  </PlaceLink>
                ),
              },
              {
                key: 'span',
                title: t.column.day,
                cell: ({ from, to }) => t.span(date(lang, from), date(lang, lastMoment(to))),
              },
              { key: 'files', title: t.title, cell: ({ id }) => <Downloads id={id} named={t.name(id)} /> },
            ]}
          />
        )}
      </div>
    </>
  );
}
