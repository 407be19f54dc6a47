import type { Today } from '@suban/domain/api-figures.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { CaseLink } from '../kit/case-link.tsx';
import { LightsBar } from '../kit/lights-bar.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { count } from '../kit/numbers.ts';
import { figureWords } from '../kit/words.ts';
import { todayWords } from '../today/words.ts';
import { Panel } from './panel.tsx';
import { Rotating } from './rotating.tsx';

/** The day so far, and in turn what it is about. Each number is a way to its cases. */
export function Numbers({ today, paused }: { readonly today: Today; readonly paused: boolean }) {
  const lang = useLanguage();
  const { noData } = useText(figureWords);
  const t = useText(todayWords);
  const term = useText(terms);
  const { day } = today;
  const stats = [
    { name: t.filedToday, n: today.filedToday, place: casesAt({ measure: 'filed', ...day }) },
    { name: t.closedToday, n: today.closedToday, place: casesAt({ measure: 'answered', ...day }) },
    { name: t.openNow, n: today.openNow, place: casesAt({ state: 'open' }) },
    { name: t.followUps, n: today.followUps, place: { to: '/follow-ups' } as const },
  ];
  const faces: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
    {
      title: t.topMatters,
      rows: today.topMatters.map(({ matter, filed }) => ({
        key: matter.code,
        name: nameIn(lang, matter),
        n: filed,
        filters: { measure: 'dispatched', matter: matter.code, ...day },
      })),
    },
    {
      title: t.byKind,
      rows: today.byKind.map(({ kind, filed }) => ({
        key: kind,
        name: term.kind[kind],
        n: filed,
        filters: { measure: 'filed', kind, ...day },
      })),
    },
    {
      title: t.byChannel,
      rows: today.byChannel.map(({ channel, filed }) => ({
        key: channel,
        name: term.channel[channel],
        n: filed,
        filters: { measure: 'filed', channel, ...day },
      })),
    },
  ];
  // What has nothing yet takes no turn.
  const full = faces.filter(({ rows }) => rows.length > 0);
  const shown = (full.length > 0 ? full : faces.slice(0, 1)).map(({ title, rows }) => ({
    title,
    body: rows.length === 0 ? <p className="m-empty">{noData}</p> : <Ranked rows={rows.slice(0, 8)} />,
  }));
  return (
    <>
      <dl className="m-wall-stats">
        {stats.map(({ name, n, place }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <PlaceLink place={place} label={t.cases(count(lang, n), name)}>
                {count(lang, n)}
              </PlaceLink>
            </dd>
          </div>
        ))}
      </dl>
      <Panel title={t.lights}>
        <LightsBar figures={today.lights} />
      </Panel>
      <Rotating faces={shown} paused={paused} />
    </>
  );
}

const casesAt = (search: CaseFilters) => ({ to: '/cases', search }) as const;
type Row = {
  readonly key: string;
  readonly name: string;
  readonly n: number;
  readonly filters: CaseFilters;
};

/** The largest of something, each with its share of the largest. */
function Ranked({ rows }: { readonly rows: readonly Row[] }) {
  const lang = useLanguage();
  const most = Math.max(1, ...rows.map(({ n }) => n));
  return (
    <ol className="m-wall-matters">
      {rows.map(({ key, name, n, filters }) => (
        <li key={key} style={{ '--part': `${(n / most) * 100}%` } as React.CSSProperties}>
          <CaseLink filters={filters}>{name}</CaseLink>
          <strong>{count(lang, n)}</strong>
        </li>
      ))}
    </ol>
  );
}
