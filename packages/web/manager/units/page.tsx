import type { HeldTime, IndicatorName, Period, UnitScores } from '@suban/domain/api-figures.ts';
import { bandWords } from '@suban/domain/indicators/band-words.ts';
import { bandsOf } from '@suban/domain/indicators/bands.ts';
import type { UnitKind } from '@suban/domain/units.ts';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { type Language, nameIn, useLanguage, useText } from '../../i18n/language.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { CaseLink, CountLink } from '../kit/case-link.tsx';
import { indicatorWords } from '@suban/domain/indicators/words.ts';
import { Loaded, Nothing } from '../kit/loaded.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { count, hoursOf } from '../kit/numbers.ts';
import { unitScoresQuery } from '../kit/queries.ts';
import { RateCell } from '../kit/rate.tsx';
import { type Column, Table, useSort } from '../kit/table.tsx';
import { figureWords } from '../kit/words.ts';
import { unitWords } from './words.ts';

type Score = UnitScores['items'][number];
const sized = ({ level, kind, dispatched30 }: Score) => ({ level, kind, dispatched: dispatched30 });

const present = ['open', 'yellow', 'red'] as const;
const past = { dispatched30: 'dispatched', closed30: 'answered' } as const;
/** What a unit is seen by at a glance; a centre dispatches, and answers little by itself. */
const ratesOf = (kind: UnitKind): readonly IndicatorName[] =>
  kind === 'dispatch-centre'
    ? ['dispatch-on-time', 'solved', 'satisfied', 'rated']
    : ['on-time', 'solved', 'satisfied', 'send-back'];

export function UnitsPage() {
  const t = useText(unitWords);
  const query = useQuery(unitScoresQuery);
  return (
    <>
      <header className="m-head is-stacked">
        <h1>{t.title}</h1>
        <p className="m-soft">{t.lead}</p>
      </header>
      <Loaded query={query} rows={14}>
        {({ items, period }) =>
          items.length === 0 ? <Nothing>{t.none}</Nothing> : <Bands scores={items} period={period} />
        }
      </Loaded>
    </>
  );
}

function Bands({ scores, period }: { readonly scores: readonly Score[]; readonly period: Period }) {
  const lang = useLanguage();
  const t = useText(unitWords);
  const bands = useMemo(() => bandsOf(scores, sized), [scores]);
  const words = useText(bandWords);
  const groups = [...new Map(bands.map(({ level, kind }) => [`${level} ${kind}`, words.group(level, kind)]))];
  const [chosen, choose] = useState(groups[0]?.[0]);
  const names = useText(indicatorWords);
  const kind = bands.find((band) => `${band.level} ${band.kind}` === chosen)?.kind ?? 'department';
  const columns = [
    ...columnsIn(lang, t, period),
    ...ratesOf(kind).map((name) => rateColumn(name, names[name].name, period)),
    heldColumn(lang, t, period),
  ];
  const sorting = useSort(columns, { key: 'unit', up: true });
  const title = ({ level, kind, size }: (typeof bands)[number]) =>
    `${words.group(level, kind)} · ${words.size(size)}`;
  const shown = bands
    .filter(({ level, kind }) => `${level} ${kind}` === chosen)
    .map((band) => (
      <section key={title(band)} className="m-card m-band">
        <header className="m-card-head">
          <h2>{title(band)}</h2>
          <p className="m-soft">
            {[t.units(band.units.length), band.size === 'few' && t.fewHint].filter(Boolean).join(' · ')}
          </p>
        </header>
        <Table
          caption={title(band)}
          columns={columns}
          rows={band.units}
          rowKey={({ unit }) => unit.id}
          sorting={sorting}
        />
      </section>
    ));
  return (
    <>
      <div className="m-groups">
        <Segmented
          aria-label={t.groups}
          value={chosen ?? ''}
          onChange={choose}
          options={groups.map(([value, label]) => ({ value, label }))}
        />
      </div>
      {shown}
    </>
  );
}

type Words = (typeof unitWords)['zh'];
const unitFilter = ({ unit }: Score) => ({ unit: String(unit.id) });

/** Who it is, and how much they have: each number leads to its cases. */
function columnsIn(lang: Language, t: Words, period: Period): Column<Score>[] {
  const now = (score: Score, key: (typeof present)[number]) =>
    key === 'open' ? { ...unitFilter(score), state: 'open' } : { ...unitFilter(score), light: key };
  const amount = (
    key: (typeof present)[number] | keyof typeof past,
    filtersOf: (score: Score) => CaseFilters,
  ): Column<Score> => ({
    key,
    title: t.column[key],
    numeric: true,
    by: (score) => score[key],
    cell: (score) => <CountLink n={score[key]} filters={filtersOf(score)} alarming={key === 'red'} />,
  });
  return [
    {
      key: 'unit',
      title: t.column.unit,
      by: ({ unit }) => nameIn(lang, unit),
      cell: ({ unit }) => (
        <PlaceLink
          place={{ to: '/units/$unit', params: { unit: String(unit.id) }, search: {} }}
          label={t.openBoard(nameIn(lang, unit))}
        >
          {nameIn(lang, unit)}
        </PlaceLink>
      ),
    },
    ...present.map((key) => amount(key, (score) => now(score, key))),
    ...(Object.keys(past) as (keyof typeof past)[]).map((key) =>
      amount(key, (score) => ({ ...unitFilter(score), ...period, measure: past[key] })),
    ),
  ];
}

const rateColumn = (name: IndicatorName, title: string, period: Period): Column<Score> => ({
  key: name,
  title,
  numeric: true,
  by: ({ indicators }) => indicators[name].value,
  cell: (score) => (
    <RateCell name={name} rate={score.indicators[name]} filters={{ ...unitFilter(score), ...period }} />
  ),
});

const heldColumn = (lang: Language, t: Words, period: Period): Column<Score> => ({
  key: 'held',
  title: t.column.held,
  numeric: true,
  by: ({ held }) => (held.times === 0 ? null : held.minutes / held.times),
  cell: (score) => <HeldCell lang={lang} held={score.held} filters={{ ...unitFilter(score), ...period }} />,
});

type HeldCellProps = { readonly lang: Language; readonly held: HeldTime; readonly filters: CaseFilters };

function HeldCell({ lang, held, filters }: HeldCellProps) {
  const t = useText(unitWords);
  const { officeHours } = useText(figureWords);
  if (held.times === 0) return <span className="m-soft">—</span>;
  return (
    <div className="m-rate-cell">
      <strong>{officeHours(hoursOf(lang, held.minutes / held.times))}</strong>
      <small>
        <CaseLink filters={{ ...filters, measure: 'let-go' }}>
          {t.heldTimes(count(lang, held.times))}
        </CaseLink>
      </small>
    </div>
  );
}
