import type { City } from '@suban/domain/api.ts';
import type { IndicatorName, Today } from '@suban/domain/api-figures.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type Language, nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { useNow } from '../../ui/staff/light.tsx';
import { CaseLink } from '../kit/case-link.tsx';
import { indicatorWords } from '@suban/domain/indicators/words.ts';
import { HourChart } from '../kit/hour-chart.tsx';
import { LightsBar } from '../kit/lights-bar.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { count, percent } from '../kit/numbers.ts';
import { followUpsQuery, mapFiguresQuery, mapShapesQuery, todayQuery } from '../kit/queries.ts';
import { RangeBar } from '../kit/rate.tsx';
import { figureWords } from '../kit/words.ts';
import { useTicks } from '../kit/ticks.ts';
import { CityMap } from '../map/city-map.tsx';
import { todayWords } from '../today/words.ts';
import { FollowUps } from './follow-ups.tsx';
import { Panel } from './panel.tsx';
import { useScale } from './scale.ts';
import './wall.css';
import { wallWords } from './words.ts';

/** The few a room needs at a glance; the rest is a click away on the page of today. */
const shownRates: readonly IndicatorName[] = ['on-time', 'contact-on-time', 'solved', 'satisfied'];

/** The big screen: one page, no scrolling, always dark, always live. */
export function WallPage() {
  const t = useText(wallWords);
  const today = useQuery(todayQuery);
  const shapes = useQuery(mapShapesQuery);
  const figures = useQuery(mapFiguresQuery);
  const followUps = useInfiniteQuery(followUpsQuery);
  const standing = useTicks(['today', 'map-figures', 'follow-ups']);
  const scale = useScale();
  return (
    <div className="m-wall">
      <Header standing={standing} />
      <div className="m-wall-left">
        <Loaded query={today}>{(known) => <Numbers today={known} />}</Loaded>
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
          <Loaded query={today}>{({ indicators }) => <Rates indicators={indicators} />}</Loaded>
        </Panel>
        <Panel title={t.followUps}>
          <Loaded query={followUps}>{({ pages }) => <FollowUps items={pages[0]?.items ?? []} />}</Loaded>
        </Panel>
      </div>
    </div>
  );
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

function Header({ standing }: { readonly standing: boolean }) {
  const lang = useLanguage();
  const t = useText(wallWords);
  const now = useNow();
  const city = useQuery({
    queryKey: ['city'],
    queryFn: () => get<City>('/api/city'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <header className="m-wall-head">
      <h1>
        {city.data && <span>{nameIn(lang, city.data)}</span>}
        {t.title}
      </h1>
      <p className={standing ? 'm-wall-live' : 'm-wall-live is-down'} role="status">
        {standing ? t.live : t.reconnecting}
      </p>
      <PlaceLink place={{ to: '/' }} className="m-wall-leave">
        {t.leave}
      </PlaceLink>
      <p className="m-wall-day">{dayFormat(lang).format(now)}</p>
      <p className="m-wall-clock">{clockFormat(lang).format(now)}</p>
    </header>
  );
}

function Numbers({ today }: { readonly today: Today }) {
  const lang = useLanguage();
  const { noData } = useText(figureWords);
  const t = useText(todayWords);
  const stats = [
    { name: t.filedToday, n: today.filedToday },
    { name: t.closedToday, n: today.closedToday },
    { name: t.openNow, n: today.openNow },
    { name: t.followUps, n: today.followUps },
  ];
  return (
    <>
      <dl className="m-wall-stats">
        {stats.map(({ name, n }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count(lang, n)}</dd>
          </div>
        ))}
      </dl>
      <Panel title={t.lights}>
        <LightsBar figures={today.lights} />
      </Panel>
      <Panel title={t.topMatters}>
        {today.topMatters.length === 0 && <p className="m-empty">{noData}</p>}
        <ol className="m-wall-matters">
          {today.topMatters.slice(0, 8).map(({ matter, filed }) => (
            <li key={matter.code}>
              <CaseLink filters={{ matter: matter.code }}>{nameIn(lang, matter)}</CaseLink>
              <strong>{count(lang, filed)}</strong>
            </li>
          ))}
        </ol>
      </Panel>
    </>
  );
}

function Rates({ indicators }: { readonly indicators: Today['indicators'] }) {
  const lang = useLanguage();
  const t = useText(wallWords);
  const words = useText(indicatorWords);
  return (
    <ul className="m-wall-rates">
      {shownRates.map((name) => {
        const { value, low, high } = indicators[name];
        return (
          <li key={name}>
            <span>{words[name].name}</span>
            <strong>{value === null ? '—' : percent(lang, value)}</strong>
            <RangeBar rate={indicators[name]} />
            <small className="m-soft">
              {low !== null && high !== null && t.interval(percent(lang, low), percent(lang, high))}
            </small>
          </li>
        );
      })}
    </ul>
  );
}
