import '../directory/directory.css';
import './zones.css';
import type { Zone } from '@suban/domain/api-square.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParam } from '../navigation.tsx';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { ApiError, get } from '../../ui/api.ts';
import { buttonClass } from '../../ui/plain/button.tsx';
import { ErrorNote, Skeleton } from '../../ui/plain/notice.tsx';
import { Entry } from '../directory/entry.tsx';
import { SquareList } from '../square/list.tsx';
import { useTitle } from '../title.ts';
import { words } from './words.ts';

function Numbers({ figures }: { figures: Zone['figures'] }) {
  const t = useText(words);
  const rate = (value: number | null) => (value === null ? t.none : `${(value * 100).toFixed(1)}%`);
  const shown = [
    [t.filed, figures.filed.toLocaleString('en-US')],
    [t.answered, figures.answered.toLocaleString('en-US')],
    [t.solved, rate(figures.solvedRate)],
    [t.onTime, rate(figures.onTimeRate)],
  ] as const;
  return (
    <section className="card">
      <h2>{t.figures}</h2>
      <dl className="zone-numbers">
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Opened({ zone }: { zone: Zone }) {
  const t = useText(words);
  const lang = useLanguage();
  const area = String(zone.unit.id);
  useTitle(t.title(nameIn(lang, zone.unit)));
  return (
    <>
      <h1>{t.title(nameIn(lang, zone.unit))}</h1>
      <p className="zone-ways">
        <Link to="/file" className={buttonClass()}>
          {t.say}
        </Link>
        <Link to="/channels" className={buttonClass('plain')}>
          {t.channels}
        </Link>
      </p>
      <Numbers figures={zone.figures} />
      <details className="card directory">
        <summary>
          <h2>{t.directory}</h2>
          <small>{zone.directory.length}</small>
        </summary>
        <ul>
          {zone.directory.map((unit) => (
            <Entry key={unit.id} unit={unit} />
          ))}
        </ul>
      </details>
      <div className="card-head zone-square">
        <h2>{t.square}</h2>
        <Link to="/square" search={{ area }}>
          {t.allSquare}
        </Link>
      </div>
      <SquareList area={area} section="" />
    </>
  );
}

/** 专区: one district's figures, numbers and closed requests. */
export function ZonePage() {
  const t = useText(words);
  const code = useParam('code');
  const { data, error, refetch } = useQuery({
    queryKey: ['zone', code],
    queryFn: () => get<Zone>(`/api/zones/${encodeURIComponent(code)}`),
  });
  const unknown = error instanceof ApiError && error.status === 404;
  return (
    <div className="page">
      {data && <Opened zone={data} />}
      {!data && <h1>{unknown ? t.lost : t.zone}</h1>}
      {!data && !error && <Skeleton lines={8} />}
      {error && !data && !unknown && <ErrorNote error={error} retry={() => void refetch()} />}
      {unknown && <Link to="/channels">{t.others}</Link>}
    </div>
  );
}
