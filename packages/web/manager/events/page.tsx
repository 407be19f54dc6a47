import './events.css';
import type { AlertRow, HotEventRow } from '@suban/domain/api-alerts.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { AlertClock } from '../../ui/staff/events/alert-clock.tsx';
import { Spark } from '../../ui/staff/events/curve.tsx';
import '../../ui/staff/events/events.css';
import { eventWords } from '../../ui/staff/events/words.ts';
import { date, dateTime, relative } from '../../ui/time.ts';
import { Card } from '../kit/card.tsx';
import { More } from '../kit/more.tsx';
import { Loaded, Nothing } from '../kit/loaded.tsx';
import { isRefused, NotYours } from '../kit/notice.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { itemsOf } from '../kit/queries.ts';
import { type Column, Table } from '../kit/table.tsx';
import { useTicks } from '../kit/ticks.ts';
import { Figures } from './figures.tsx';
import { alertFiguresQuery, alertsQuery, type HotEvents, hotEventsQuery, type Week } from './queries.ts';
import { hotWords } from './words.ts';

/** `/command/events`: what is hot now, what was alerted, and how good the alerts are. */
export function EventsPage() {
  const t = useText(hotWords);
  const [district, setDistrict] = useState<number | null>(null);
  const [week, setWeek] = useState<Week | null>(null);
  const events = useQuery(hotEventsQuery(district));
  const figures = useQuery(alertFiguresQuery);
  useTicks(['hot-events', 'alert-figures', 'alerts']);
  if (isRefused(events.error)) return <NotYours />;
  return (
    <>
      <header className="m-head">
        <div>
          <h1>{t.title}</h1>
          <p className="m-soft">{t.lead}</p>
        </div>
        <div className="m-head-tools">
          <Districts districts={events.data?.districts ?? []} value={district} onChange={setDistrict} />
        </div>
      </header>
      <Loaded query={figures} rows={3}>
        {(known) => <Figures figures={known} week={week} onWeek={setWeek} />}
      </Loaded>
      <Card title={t.hot}>
        <Loaded query={events} rows={8}>
          {({ items }) => (items.length === 0 ? <Nothing>{t.noHot}</Nothing> : <HotTable items={items} />)}
        </Loaded>
      </Card>
      <Alerts week={week} onAll={() => setWeek(null)} />
    </>
  );
}

type DistrictsProps = {
  readonly districts: HotEvents['districts'];
  readonly value: number | null;
  readonly onChange: (district: number | null) => void;
};

function Districts({ districts, value, onChange }: DistrictsProps) {
  const lang = useLanguage();
  const t = useText(hotWords);
  return (
    <Select
      aria-label={t.district}
      className="m-district"
      value={value ?? 0}
      onChange={(id: number) => onChange(id === 0 ? null : id)}
      options={[
        { value: 0, label: t.city },
        ...districts.map((each) => ({ value: each.id, label: nameIn(lang, each) })),
      ]}
    />
  );
}

function HotTable({ items }: { readonly items: readonly HotEventRow[] }) {
  const lang = useLanguage();
  const t = useText(hotWords);
  const words = useText(eventWords);
  const columns: Column<HotEventRow>[] = [
    {
      key: 'name',
      title: t.name,
      cell: (row) => (
        <>
          <PlaceLink place={{ to: '/events/$id', params: { id: String(row.id) } }}>{row.name}</PlaceLink>
          <small className="m-soft m-under">{row.area ? nameIn(lang, row.area) : words.city}</small>
        </>
      ),
    },
    { key: 'appeals', title: t.appeals, numeric: true, cell: ({ appeals }) => appeals },
    { key: 'heat', title: t.heat, numeric: true, cell: ({ heat }) => heat.toFixed(1) },
    { key: 'trend', title: t.trend, cell: ({ days }) => <Spark days={days} /> },
    { key: 'unit', title: t.unit, cell: ({ unit }) => nameIn(lang, unit) },
    {
      key: 'last',
      title: t.last,
      cell: ({ last }) => <time dateTime={last}>{relative(lang, last)}</time>,
    },
    {
      key: 'state',
      title: t.state,
      cell: ({ alert }) =>
        alert ? (
          <span className={`staff-verdict is-${alert.state}`}>{words.state[alert.state]}</span>
        ) : (
          <span className="m-soft">{t.none}</span>
        ),
    },
  ];
  return <Table caption={t.hot} columns={columns} rows={items} rowKey={({ id }) => id} asCards />;
}

function Alerts({ week, onAll }: { readonly week: Week | null; readonly onAll: () => void }) {
  const lang = useLanguage();
  const t = useText(hotWords);
  const words = useText(eventWords);
  const query = useInfiniteQuery(alertsQuery(week && { from: week.from, to: week.to }));
  const items = itemsOf(query.data?.pages, ({ id }) => String(id));
  const columns: Column<AlertRow>[] = [
    {
      key: 'name',
      title: t.name,
      cell: (row) => (
        <>
          <PlaceLink place={{ to: '/events/$id', params: { id: String(row.event) } }}>{row.name}</PlaceLink>
          <small className="m-soft m-under">{words.appeals(row.appeals)}</small>
        </>
      ),
    },
    { key: 'cause', title: t.cause, cell: ({ cause }) => words.cause[cause] },
    { key: 'unit', title: t.unit, cell: ({ unit }) => nameIn(lang, unit) },
    {
      key: 'raisedAt',
      title: t.raisedAt,
      cell: ({ raisedAt }) => <time dateTime={raisedAt}>{dateTime(lang, raisedAt)}</time>,
    },
    {
      key: 'state',
      title: t.state,
      cell: (row) => (
        <span className="m-tags">
          <AlertClock alert={row} />
          {row.followedUp && <span className="m-tag is-red">{words.followedUp}</span>}
        </span>
      ),
    },
  ];
  return (
    <Card
      title={week ? t.ofWeek(date(lang, week.from)) : t.alerts}
      extra={week && <Button onClick={onAll}>{t.allWeeks}</Button>}
    >
      <Loaded query={query} rows={8}>
        {() =>
          items.length === 0 ? (
            <Nothing>{t.noAlerts}</Nothing>
          ) : (
            <Table caption={t.alerts} columns={columns} rows={items} rowKey={({ id }) => id} asCards />
          )
        }
      </Loaded>
      <More query={query}>{t.more}</More>
    </Card>
  );
}
