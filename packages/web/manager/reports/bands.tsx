import type { Report } from '@suban/domain/api-reports.ts';
import { bandWords } from '@suban/domain/indicators/band-words.ts';
import { bandsOf } from '@suban/domain/indicators/bands.ts';
import { useMemo, useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { CaseLink, CountLink } from '../kit/case-link.tsx';
import { Card } from '../kit/card.tsx';
import { hoursOf } from '../kit/numbers.ts';
import { PlaceLink } from '../kit/navigation.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { figureWords } from '../kit/words.ts';
import { unitWords } from '../units/words.ts';
import { useRateColumns } from './parts.tsx';
import { reportWords } from './words.ts';

const monthMs = 30 * 86_400_000;
type Row = Report['units'][number];

/** Units beside their like, one group of them at a time. */
export function Bands({ report }: { readonly report: Report }) {
  const lang = useLanguage();
  const t = useText(reportWords);
  const words = useText(bandWords);
  const { officeHours } = useText(figureWords);
  const { groups: groupsWord } = useText(unitWords);
  const { from, to } = report.period;
  const pace = monthMs / (Date.parse(to) - Date.parse(from));
  const bands = useMemo(
    () =>
      bandsOf(report.units, ({ level, kind, dispatched }) => ({
        level,
        kind,
        dispatched: dispatched * pace,
      })),
    [report, pace],
  );
  const groups = [...new Set(bands.map(({ level, kind }) => words.group(level, kind)))];
  const [chosen, choose] = useState<string | null>(null);
  const group = chosen ?? groups[0];
  const filtersOf = ({ unit }: Row): CaseFilters => ({ unit: String(unit.id), from, to });
  const rates = useRateColumns(filtersOf);
  const amount = (key: 'dispatched' | 'answered'): Column<Row> => ({
    key,
    title: t.column[key],
    numeric: true,
    cell: (row) => <CountLink n={row[key]} filters={{ ...filtersOf(row), measure: key }} alarming={false} />,
  });
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      title: t.column.unit,
      cell: ({ unit }) => (
        <PlaceLink place={{ to: '/units/$unit', params: { unit: String(unit.id) }, search: { from, to } }}>
          {nameIn(lang, unit)}
        </PlaceLink>
      ),
    },
    amount('dispatched'),
    amount('answered'),
    ...rates,
    {
      key: 'held',
      title: t.column.held,
      numeric: true,
      cell: (row) =>
        row.held.times === 0 ? (
          <span className="m-soft">{t.noData}</span>
        ) : (
          <CaseLink filters={{ ...filtersOf(row), measure: 'let-go' }}>
            {officeHours(hoursOf(lang, row.held.minutes / row.held.times))}
          </CaseLink>
        ),
    },
  ];
  return (
    <Card title={t.units} hint={t.unitsHint}>
      <div className="m-picker m-report-group">
        <label htmlFor="report-group">{groupsWord}</label>
        <select id="report-group" value={group} onChange={(event) => choose(event.target.value)}>
          {groups.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </div>
      {bands
        .filter(({ level, kind }) => words.group(level, kind) === group)
        .map(({ size, units }) => (
          <section key={size} className="m-report-band">
            <h3>{words.size(size)}</h3>
            <Table<Row>
              caption={`${group ?? ''} · ${words.size(size)}`}
              rows={units.toSorted((a, b) => b.dispatched - a.dispatched || a.unit.id - b.unit.id)}
              rowKey={({ unit }) => unit.id}
              asCards
              columns={columns}
            />
          </section>
        ))}
    </Card>
  );
}
