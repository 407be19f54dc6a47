import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Language, nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { useNow } from '../../ui/staff/light.tsx';
import { HourChart } from '../kit/hour-chart.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { isRefused } from '../kit/notice.tsx';
import {
  casesQuery,
  cityQuery,
  followUpsQuery,
  mapFiguresQuery,
  mapShapesQuery,
  todayQuery,
  unitScoresQuery,
} from '../kit/queries.ts';
import { useTicks } from '../kit/ticks.ts';
import { CityMap } from '../map/city-map.tsx';
import { hotEventsQuery } from '../events/queries.ts';
import { FollowUps } from './follow-ups.tsx';
import { HotList } from './hot-list.tsx';
import { Latest } from './latest.tsx';
import { Load } from './load.tsx';
import { Numbers } from './numbers.tsx';
import { Panel } from './panel.tsx';
import { Rates } from './rates.tsx';
import { Rotating } from './rotating.tsx';
import { useScale } from './scale.ts';
import './wall.css';
import { wallWords } from './words.ts';

/** Scores of a month hardly move: they are read once a minute, in ms. */
const scoresEvery = 60_000;

/** The big screen: one page, no scrolling, always dark, always live. */
export function WallPage() {
  const t = useText(wallWords);
  const today = useQuery(todayQuery);
  const shapes = useQuery(mapShapesQuery);
  const figures = useQuery(mapFiguresQuery);
  const scores = useQuery({ ...unitScoresQuery, refetchInterval: scoresEvery });
  const [paused, pause] = useState(false);
  const standing = useTicks(['today', 'map-figures', 'follow-ups', 'cases', 'hot-events']);
  const scale = useScale();
  return (
    <div className="m-wall">
      <Header standing={standing} paused={paused} pause={pause} />
      <div className="m-wall-left">
        <Loaded query={today}>{(known) => <Numbers today={known} paused={paused} />}</Loaded>
      </div>
      <div className="m-wall-middle">
        <Panel title={t.map}>
          <Loaded query={shapes}>
            {(shown) => (
              <Loaded query={figures}>
                {(known) => <CityMap shapes={shown} figures={known} measure="open" />}
              </Loaded>
            )}
          </Loaded>
        </Panel>
        <Panel title={t.hours}>
          <Loaded query={today}>
            {({ byHour }) => (
              <HourChart
                hours={byHour}
                className="m-wall-hours"
                fontSize={Math.max(11, Math.round(15 * scale))}
              />
            )}
          </Loaded>
        </Panel>
      </div>
      <div className="m-wall-right">
        <Panel title={t.rates}>
          <Loaded query={today}>
            {({ indicators, period }) => <Rates indicators={indicators} period={period} />}
          </Loaded>
        </Panel>
        <Panel title={t.load}>
          <Loaded query={scores}>{({ items }) => <Load items={items} />}</Loaded>
        </Panel>
        <Stream paused={paused} />
      </div>
    </div>
  );
}

/** What has just happened: the latest requests and follow-ups in turn, for who may read cases. */
function Stream({ paused }: { readonly paused: boolean }) {
  const t = useText(wallWords);
  const followUps = useInfiniteQuery(followUpsQuery);
  const hot = useQuery(hotEventsQuery(null));
  const cases = useInfiniteQuery(casesQuery({}));
  if (isRefused(cases.error)) return null;
  const faces = [
    {
      title: t.latest,
      body: <Loaded query={cases}>{({ pages }) => <Latest items={pages[0]?.items ?? []} />}</Loaded>,
    },
    {
      title: t.followUps,
      body: <Loaded query={followUps}>{({ pages }) => <FollowUps items={pages[0]?.items ?? []} />}</Loaded>,
    },
    {
      title: t.hot,
      body: <Loaded query={hot}>{({ items }) => <HotList items={items} />}</Loaded>,
    },
  ];
  return <Rotating faces={faces} paused={paused} />;
}

const clockFormat = (lang: Language) =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
const dayFormat = (lang: Language) =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'full',
  });

type HeaderProps = {
  readonly standing: boolean;
  readonly paused: boolean;
  readonly pause: (paused: boolean) => void;
};

function Header({ standing, paused, pause }: HeaderProps) {
  const lang = useLanguage();
  const t = useText(wallWords);
  const now = useNow();
  const city = useQuery(cityQuery);
  return (
    <header className="m-wall-head">
      <h1>
        {city.data && <span>{nameIn(lang, city.data)}</span>}
        {t.title}
      </h1>
      <p className={standing ? 'm-wall-live' : 'm-wall-live is-down'} role="status">
        {standing ? t.live : t.reconnecting}
      </p>
      <button type="button" className="m-wall-leave" aria-pressed={paused} onClick={() => pause(!paused)}>
        {paused ? t.turnOn : t.turnOff}
      </button>
      <PlaceLink place={{ to: '/' }} className="m-wall-leave">
        {t.leave}
      </PlaceLink>
      <p className="m-wall-day">{dayFormat(lang).format(now)}</p>
      <p className="m-wall-clock">{clockFormat(lang).format(now)}</p>
    </header>
  );
}
