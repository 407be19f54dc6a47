import type { Rate } from '@suban/domain/api-figures.ts';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { type Language, nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { CaseLink, CountLink } from '../kit/case-link.tsx';
import { Loaded, Nothing } from '../kit/loaded.tsx';
import { count, percent } from '../kit/numbers.ts';
import { unitScoresQuery } from '../kit/queries.ts';
import { RangeBar } from '../kit/rate.tsx';
import { type Column, Table, useSort } from '../kit/table.tsx';
import { type Band, bandsOf, type Score, sizeFrom, sizes } from './bands.ts';
import { unitWords } from './words.ts';

/** What is so now leads to its cases; what was over 30 days has no list of its own. */
const present = ['open', 'yellow', 'red'] as const;
const past = ['dispatched30', 'closed30'] as const;
const rates = ['onTime', 'solved', 'satisfied', 'sendBack'] as const;

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
        {({ items }) => (items.length === 0 ? <Nothing>{t.none}</Nothing> : <Bands scores={items} />)}
      </Loaded>
    </>
  );
}

function Bands({ scores }: { readonly scores: readonly Score[] }) {
  const lang = useLanguage();
  const t = useText(unitWords);
  const bands = useMemo(() => bandsOf(scores), [scores]);
  const groups = [
    ...new Map(bands.map(({ level, kind }) => [`${level} ${kind}`, t.group(t.level[level], t.kind[kind])])),
  ];
  const [chosen, choose] = useState(groups[0]?.[0]);
  const columns = columnsIn(lang, t.column);
  const sorting = useSort(columns, { key: 'unit', up: true });
  const title = ({ level, kind, size }: Band) => {
    const next = sizes[sizes.indexOf(size) + 1];
    return t.band(
      t.group(t.level[level], t.kind[kind]),
      t.size[size](sizeFrom[size], next ? sizeFrom[next] : Number.POSITIVE_INFINITY),
    );
  };
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

function columnsIn(
  lang: Language,
  titles: Readonly<
    Record<(typeof present)[number] | (typeof past)[number] | (typeof rates)[number] | 'unit', string>
  >,
): Column<Score>[] {
  const filters = (unit: Score['unit'], key: (typeof present)[number]) => {
    const own = { unit: String(unit.id) };
    return key === 'open' ? { ...own, state: 'open' } : { ...own, light: key };
  };
  return [
    {
      key: 'unit',
      title: titles.unit,
      by: ({ unit }) => nameIn(lang, unit),
      cell: ({ unit }) => <CaseLink filters={{ unit: String(unit.id) }}>{nameIn(lang, unit)}</CaseLink>,
    },
    ...present.map(
      (key): Column<Score> => ({
        key,
        title: titles[key],
        numeric: true,
        by: (score) => score[key],
        cell: (score) => (
          <CountLink n={score[key]} filters={filters(score.unit, key)} alarming={key === 'red'} />
        ),
      }),
    ),
    ...past.map(
      (key): Column<Score> => ({
        key,
        title: titles[key],
        numeric: true,
        by: (score) => score[key],
        cell: (score) => count(lang, score[key]),
      }),
    ),
    ...rates.map(
      (key): Column<Score> => ({
        key,
        title: titles[key],
        numeric: true,
        by: (score) => score[key].value,
        cell: (score) => <RateCell rate={score[key]} />,
      }),
    ),
  ];
}

function RateCell({ rate }: { readonly rate: Rate }) {
  const lang = useLanguage();
  const t = useText(unitWords);
  if (rate.value === null) return <span className="m-soft">—</span>;
  return (
    <div className="m-rate-cell">
      <span>
        <strong>{percent(lang, rate.value)}</strong>{' '}
        <small className="m-soft">
          {t.parts(count(lang, rate.numerator), count(lang, rate.denominator))}
        </small>
      </span>
      <RangeBar rate={rate} />
    </div>
  );
}
