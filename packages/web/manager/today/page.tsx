import type { Today } from '@suban/domain/api-figures.ts';
import type { Measure } from '@suban/domain/indicators/measures.ts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { CallFigures } from '../../ui/staff/call-figures.tsx';
import { timeOfDay } from '../../ui/time.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { Bars } from '../kit/bars.tsx';
import { CaseLink, CountLink } from '../kit/case-link.tsx';
import { Card } from '../kit/card.tsx';
import { HourChart } from '../kit/hour-chart.tsx';
import { LightsBar } from '../kit/lights-bar.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { count } from '../kit/numbers.ts';
import { todayQuery } from '../kit/queries.ts';
import { Table } from '../kit/table.tsx';
import { useTicks } from '../kit/ticks.ts';
import { figureWords } from '../kit/words.ts';
import { Indicators } from '../kit/indicators.tsx';
import { AboutCentre } from './about-centre.tsx';
import { ClockLights } from './clock-lights.tsx';
import { todayWords } from './words.ts';

export function TodayPage() {
  const lang = useLanguage();
  const t = useText(todayWords);
  const query = useQuery(todayQuery);
  useTicks(['today']);
  return (
    <>
      <header className="m-head">
        <h1>{t.title}</h1>
        {query.data && <p className="m-soft">{t.updated(timeOfDay(lang, query.data.at))}</p>}
      </header>
      <AboutCentre />
      <Loaded query={query} rows={14}>
        {(today) => <Glance today={today} />}
      </Loaded>
    </>
  );
}

const hourMs = 3_600_000;
const filedToday: CaseFilters = { filed: 'today' };

function Glance({ today }: { readonly today: Today }) {
  const lang = useLanguage();
  const t = useText(todayWords);
  const term = useText(terms);
  return (
    <div className="m-today">
      <section className="m-stats" aria-label={t.title}>
        <Stat name={t.filedToday} n={today.filedToday} filters={filedToday} />
        <Stat name={t.closedToday} n={today.closedToday} filters={{ measure: 'answered', ...today.day }} />
        <Stat name={t.openNow} n={today.openNow} filters={{ state: 'open' }} />
        <PlaceLink
          place={{ to: '/follow-ups' }}
          className="m-stat"
          label={t.cases(count(lang, today.followUps), t.followUps)}
        >
          <span>{t.followUps}</span>
          <strong>{count(lang, today.followUps)}</strong>
        </PlaceLink>
      </section>
      <Card title={t.lights} hint={t.lightsHint} area="lights">
        <LightsBar figures={today.lights} />
        <ClockLights clocks={today.clocks} />
      </Card>
      <Hours hours={today.byHour} />
      <Card title={t.byChannel} hint={t.todayOnly} area="channels">
        <Bars
          bars={today.byChannel.map(({ channel, filed }) => ({
            key: channel,
            name: term.channel[channel],
            n: filed,
            filters: { ...filedToday, channel },
          }))}
        />
      </Card>
      <Card title={t.byKind} hint={t.todayOnly} area="kinds">
        <Bars
          bars={today.byKind.map(({ kind, filed }) => ({
            key: kind,
            name: term.kind[kind],
            n: filed,
            filters: { measure: 'filed', kind, ...today.day },
          }))}
        />
      </Card>
      <Card title={t.topMatters} hint={t.dispatchedOnly} area="matters">
        <Bars
          bars={today.topMatters.map(({ matter, filed }) => ({
            key: matter.code,
            name: nameIn(lang, matter),
            n: filed,
            filters: { measure: 'dispatched', matter: matter.code, ...today.day },
          }))}
        />
      </Card>
      <Card title={t.indicators} hint={t.indicatorsHint} area="indicators">
        <Indicators indicators={today.indicators} filters={today.period} />
      </Card>
      <Card title={t.hotline} hint={t.hotlineHint} area="hotline">
        <CallFigures of="month" />
      </Card>
    </div>
  );
}

type StatProps = { readonly name: string; readonly n: number; readonly filters: CaseFilters };

function Stat({ name, n, filters }: StatProps) {
  const lang = useLanguage();
  const t = useText(todayWords);
  return (
    <CaseLink filters={filters} className="m-stat" label={t.cases(count(lang, n), name)}>
      <span>{name}</span>
      <strong>{count(lang, n)}</strong>
    </CaseLink>
  );
}

/** The day's hours as a chart, or as a table for who would rather read or tab through numbers. */
function Hours({ hours }: { readonly hours: Today['byHour'] }) {
  const lang = useLanguage();
  const t = useText(todayWords);
  const { filed, closed } = useText(figureWords);
  const [asTable, setAsTable] = useState(false);
  const counted = ({ hour: from }: Today['byHour'][number], measure: Measure, n: number) => {
    const to = new Date(Date.parse(from) + hourMs).toISOString();
    return <CountLink n={n} filters={{ measure, from, to }} alarming={false} />;
  };
  const toggle = (
    <Button size="small" onClick={() => setAsTable(!asTable)}>
      {asTable ? t.asChart : t.asTable}
    </Button>
  );
  return (
    <Card title={t.byHour} area="hours" extra={toggle}>
      {asTable ? (
        <Table
          caption={t.byHour}
          rows={hours}
          rowKey={({ hour }) => hour}
          columns={[
            { key: 'hour', title: t.hour, cell: ({ hour }) => timeOfDay(lang, hour) },
            { key: 'filed', title: filed, numeric: true, cell: (row) => counted(row, 'filed', row.filed) },
            {
              key: 'closed',
              title: closed,
              numeric: true,
              cell: (row) => counted(row, 'answered', row.closed),
            },
          ]}
        />
      ) : (
        <HourChart hours={hours} className="m-hours" fontSize={13} />
      )}
    </Card>
  );
}
