import '../directory/directory.css';
import './channels.css';
import type { ChannelsPage as Channels } from '@suban/domain/api-square.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '../navigation.tsx';
import type { ReactNode } from 'react';
import { encode } from 'uqr';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { Button, buttonClass } from '../../ui/plain/button.tsx';
import { Icon } from '../../ui/plain/icon.tsx';
import { ErrorNote, Skeleton } from '../../ui/plain/notice.tsx';
import { Entry } from '../directory/entry.tsx';
import { useTitle } from '../title.ts';
import { words } from './words.ts';

/** Black on white in the dark too: scanners want it so. */
function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

function Way({ title, what, children }: { title: string; what: string; children?: ReactNode }) {
  return (
    <li className="card way-in">
      <h2>{title}</h2>
      <p>{what}</p>
      {children}
    </li>
  );
}

function Ways({ channels }: { channels: Channels }) {
  const t = useText(words);
  const { hotline, site, open311 } = channels;
  return (
    <ul className="ways-in">
      <Way title={t.hotline(hotline)} what={t.hotlineWhat}>
        <a className={buttonClass()} href={`tel:${hotline}`}>
          <Icon name="phone" />
          {t.call} {hotline}
        </a>
      </Way>
      <Way title={t.web} what={t.webWhat}>
        <Qr text={`${site}/file`} label={t.qr(t.web)} />
        <a href={`${site}/file`}>{`${site}/file`}</a>
      </Way>
      <Way title={t.track} what={t.trackWhat}>
        <Qr text={`${site}/track`} label={t.qr(t.track)} />
        <a href={`${site}/track`}>{`${site}/track`}</a>
      </Way>
      <Way title={t.app} what={t.appWhat} />
      <Way title={t.grid} what={t.gridWhat} />
      <Way title={t.partners} what={t.partnersWhat}>
        <a href={open311}>{open311}</a>
      </Way>
    </ul>
  );
}

function Windows({ windows }: { windows: Channels['windows'] }) {
  const t = useText(words);
  const lang = useLanguage();
  return (
    <>
      <h2>{t.windows}</h2>
      {windows.map(({ district, units }) => (
        <details key={district.id} className="card directory">
          <summary>
            <h3>{nameIn(lang, district)}</h3>
          </summary>
          <p>
            <Link to="/zones/$code" params={{ code: district.code }}>
              {t.zone(nameIn(lang, district))}
            </Link>
          </p>
          <ul>
            {units.map((unit) => (
              <Entry key={unit.id} unit={unit} />
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** 收集渠道: every way in, to be read, touched, scanned or put on a wall. */
export function ChannelsPage() {
  const t = useText(words);
  const { data, error, refetch } = useQuery({
    queryKey: ['channels'],
    queryFn: () => get<Channels>('/api/channels'),
  });
  useTitle(t.title);
  return (
    <div className="page">
      <h1>{t.title}</h1>
      <p>{t.what}</p>
      {!data && !error && <Skeleton lines={8} />}
      {error && !data && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <div className="no-print">
            <Button look="plain" onClick={() => print()}>
              <Icon name="print" />
              {t.print}
            </Button>
          </div>
          <Ways channels={data} />
          <Windows windows={data.windows} />
        </>
      )}
    </div>
  );
}
