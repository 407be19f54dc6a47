import type { Report } from '@suban/domain/api-reports.ts';
import type { IndicatorName } from '@suban/domain/api-figures.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useLanguage, useText } from '../../i18n/language.ts';
import { date, dateTime } from '../../ui/time.ts';
import { Card } from '../kit/card.tsx';
import { Indicators } from '../kit/indicators.tsx';
import { LightsBar } from '../kit/lights-bar.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { percent } from '../kit/numbers.ts';
import { reportQuery } from '../kit/queries.ts';
import { Bands } from './bands.tsx';
import { Days } from './days.tsx';
import { Downloads } from './downloads.tsx';
import { FollowUps } from './follow-ups.tsx';
import { lastMoment } from './list-page.tsx';
import { Overview } from './overview.tsx';
import { Channels, Districts, Kinds, Matters } from './parts.tsx';
import './reports.css';
import { reportWords } from './words.ts';

/** A week's or a month's report as it will be on paper, each number a way to its cases. */
export function ReportPage() {
  const lang = useLanguage();
  const t = useText(reportWords);
  const { period = '' }: { period?: string } = useParams({ strict: false });
  const query = useQuery(reportQuery(period));
  return (
    <>
      <p className="m-back">
        <PlaceLink place={{ to: '/reports' }}>{`← ${t.back}`}</PlaceLink>
      </p>
      <header className="m-head">
        <div>
          <h1>{query.data ? `${t[query.data.period.kind]} · ${t.name(period)}` : t.title}</h1>
          {query.data && (
            <p className="m-soft">
              {t.span(date(lang, query.data.period.from), date(lang, lastMoment(query.data.period.to)))} ·{' '}
              {t.made(dateTime(lang, query.data.madeAt))}
            </p>
          )}
        </div>
        {query.data && <Downloads id={period} named={t.name(period)} />}
      </header>
      <Loaded query={query} rows={16}>
        {(report) => <Preview report={report} />}
      </Loaded>
    </>
  );
}

function Preview({ report }: { readonly report: Report }) {
  const lang = useLanguage();
  const t = useText(reportWords);
  const { from, to, kind } = report.period;
  const filters = { from, to };
  const beside = (name: IndicatorName) => {
    const { before, yearAgo } = report.indicators[name];
    const past = [
      [t.before[kind], before],
      [t.yearAgo[kind], yearAgo],
    ] as const;
    return past
      .flatMap(([label, rate]) => (rate?.value == null ? [] : [t.was(label, percent(lang, rate.value))]))
      .join(' · ');
  };
  const now = Object.fromEntries(
    Object.entries(report.indicators).map(([name, { now: rate }]) => [name, rate]),
  ) as Report['units'][number]['indicators'];
  return (
    <div className="m-report">
      <Card title={t.overview} hint={t.overviewHint}>
        <Overview report={report} />
      </Card>
      <Card title={t.lights} hint={t.lightsHint}>
        <LightsBar figures={report.lights} />
      </Card>
      <Days days={report.days} />
      <Card title={t.indicators} hint={t.indicatorsHint}>
        <Indicators indicators={now} filters={filters} beside={beside} />
      </Card>
      <Channels report={report} />
      <Kinds report={report} />
      <Districts report={report} />
      <Matters report={report} />
      <Bands report={report} />
      <FollowUps report={report} />
    </div>
  );
}
